/** The verification parameters are not usable; `problems` lists every mistake at once. */
export class ParametersError extends Error {
  readonly code = "PARAMETERS_INVALID";
  constructor(readonly problems: readonly string[]) {
    super(`the verification parameters are not usable:\n  ${problems.join("\n  ")}`);
  }
}
