/** A GraphQL error as far as reading an answer needs it. */
export interface AnswerError {
  /** Absent where the operation failed whole. */
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The errors of an answer by their paths, so that every null can be asked for its reason. */
export class ErrorTree {
  private own: string | null = null;
  private readonly below = new Map<string, ErrorTree>();

  /** An error without a path, or with an empty one, concerns everything. */
  static of(errors: readonly AnswerError[]): ErrorTree {
    const root = new ErrorTree();
    for (const { path = [], extensions } of errors) {
      const code = extensions?.["code"];
      root.put(path, typeof code === "string" ? code : "INTERNAL");
    }
    return root;
  }

  /** The errors at and beneath a field or list place. */
  at(segment: string | number): ErrorTree {
    return this.below.get(String(segment)) ?? NO_ERRORS;
  }

  /** Code of the error here, or else of the first beneath (which a non-null field passed up); null without one. */
  get code(): string | null {
    if (this.own !== null) return this.own;
    for (const child of this.below.values()) if (child.code !== null) return child.code;
    return null;
  }

  /** Every error beneath, by its path from here, dotted: `spending.outOfPocket`. */
  *beneath(prefix = ""): Generator<{ readonly path: string; readonly code: string }> {
    for (const [segment, child] of this.below) {
      const path = prefix === "" ? segment : `${prefix}.${segment}`;
      if (child.own !== null) yield { path, code: child.own };
      yield* child.beneath(path);
    }
  }

  private put([first, ...rest]: readonly (string | number)[], code: string): void {
    if (first === undefined) {
      this.own ??= code;
      return;
    }
    const child = this.below.get(String(first)) ?? new ErrorTree();
    this.below.set(String(first), child);
    child.put(rest, code);
  }
}

const NO_ERRORS = new ErrorTree();
