/** An operation that is registered with the hub, with the types of its answer and its variables. */
export interface RegisteredOperation<Data, Variables> {
  readonly name: string;
  /** SHA-256 of its text, in hex: all that is sent of it. */
  readonly hash: string;
  /** Types alone: never there when the program runs. */
  readonly types?: (variables: Variables) => Data;
}
