import { post, type Answer, type Asking, type TestHub } from "./hubs.js";

/** The headers with which somebody asks, for requests that are no plain query. */
export async function headersOf(
  hub: TestHub,
  asking: Asking & { readonly client?: string },
): Promise<Record<string, string>> {
  const token = await hub.token({
    sub: asking.client ?? "test",
    department: asking.department,
    duties: [...(asking.duties ?? [asking.duty])],
    jurisdiction: [...(asking.jurisdiction ?? ["330726"])],
  });
  return {
    authorization: `Bearer ${token}`,
    "hub-duty": asking.duty,
    "hub-case": asking.case ?? "TEST-1",
  };
}

/** Posts a request body as it is. */
export async function postAs(hub: TestHub, asking: Asking, body: unknown): Promise<Answer> {
  return post(`${hub.url}/graphql`, await headersOf(hub, asking), body);
}

/** Asks by GET, with the parameters in the order given. */
export async function getAs(
  hub: TestHub,
  asking: Asking & { readonly client?: string },
  parameters: readonly (readonly [name: string, value: string])[],
): Promise<Answer> {
  const search = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
  const response = await fetch(`${hub.url}/graphql?${search.toString()}`, {
    headers: await headersOf(hub, asking),
  });
  const text = await response.text();
  return { errors: [], data: undefined, ...JSON.parse(text), status: response.status, text };
}

/** Status and refused coordinates of an answer, in order: what a refusal comes down to. */
export function refusal({ status, data, errors }: Answer): unknown[] {
  return [
    status,
    ...errors.map(({ extensions }) => extensions["coordinate"] ?? extensions["code"]),
    ...(data === undefined ? [] : ["with data"]),
  ];
}
