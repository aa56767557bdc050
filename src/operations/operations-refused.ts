/** Operations that cannot be registered, so that none of their manifest was; `problems` lists every one. */
export class OperationsRefused extends Error {
  readonly code = "OPERATIONS_REFUSED";
  constructor(readonly problems: readonly string[]) {
    super(`nothing was published:\n  ${problems.join("\n  ")}`);
  }
}
