/** A whole HTTP answer, to be sent as it is. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer of JSON. */
export function jsonAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  content: unknown,
): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: `${JSON.stringify(content)}\n`,
  };
}
