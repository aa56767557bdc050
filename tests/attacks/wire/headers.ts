import type { TestHub } from "../../support/hubs.js";
import { headersOf, postAs } from "../../support/requests.js";
import { CIVIL_AFFAIRS, outcome, overSocket, send } from "./asking.js";

const BOTH = { department: "县民政局", duty: "1.2", duties: ["1.2", "2.3"] };
const ASKED = JSON.stringify({ query: "{ viewer { duty } }" });

/** Ways to serve another duty or case than the one that is decided on and put on record. */
export function describeHeaders(hub: () => TestHub): void {
  /** Sends header lines as they are. */
  const raw = async (...lines: readonly string[]) => {
    const { authorization = "" } = await headersOf(hub(), BOTH);
    const head = [
      "POST /graphql HTTP/1.1",
      "Host: hub",
      "Connection: close",
      "Content-Type: application/json",
      `Content-Length: ${ASKED.length}`,
      `Authorization: ${authorization}`,
      ...lines,
    ];
    return overSocket(hub(), `${head.join("\r\n")}\r\n\r\n${ASKED}`);
  };

  describe("a duty or a case said twice is said not at all", () => {
    test.each([
      ["a duty in two headers", ["Hub-Duty: 1.2", "Hub-Duty: 2.3", "Hub-Case: A"], "DUTY_REQUIRED"],
      ["a duty twice the same", ["Hub-Duty: 1.2", "hub-duty: 1.2", "Hub-Case: A"], "DUTY_REQUIRED"],
      ["two duties in one", ["Hub-Duty: 1.2,2.3", "Hub-Case: A"], "DUTY_REQUIRED"],
      ["a case in two headers", ["Hub-Duty: 1.2", "Hub-Case: A", "Hub-Case: B"], "CASE_REQUIRED"],
      ["an underscore for a dash", ["Hub_Duty: 1.2", "Hub-Case: A"], "DUTY_REQUIRED"],
      ["another header's name", ["X-Hub-Duty: 1.2", "Hub-Case: A"], "DUTY_REQUIRED"],
      ["a line in the case", ["Hub-Duty: 1.2", "Hub-Case: A\rHub-Duty: 2.3"], "400 Bad Request"],
      ["a line folded", ["Hub-Duty: 1.2", "Hub-Case: A", " Hub-Duty: 2.3"], "400 Bad Request"],
      ["a blank before the colon", ["Hub-Duty : 1.2", "Hub-Case: A"], "400 Bad Request"],
      ["a zero byte", ["Hub-Duty: 1.2\0", "Hub-Case: A"], "400 Bad Request"],
    ])("%s", async (_name, lines, expected) => {
      const received = await raw(...lines);
      expect(received).toContain(expected);
      expect(received).not.toContain('"data"');
    });

    test("once each -> answered under it", async () => {
      expect(await raw("hub-DUTY:   2.3  ", "HUB-case: A")).toContain('{"viewer":{"duty":"2.3"}}');
    });
  });

  test("two tokens -> the first alone counts, and one glued of two is none", async () => {
    const received = await raw("Authorization: Bearer x", "Hub-Duty: 1.2", "Hub-Case: A");
    expect(received).toContain('"duty":"1.2"');
    const { authorization = "" } = await headersOf(hub(), BOTH);
    const glued = await send(hub(), ASKED, { authorization: `${authorization}, ${authorization}` });
    expect(outcome(glued)).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("a duty in the operation, its variables, its extensions or the address -> not looked at", async () => {
    const asked = {
      query: 'query($duty: ID = "2.3") { viewer { duty } duty(id: $duty) { id } }',
      variables: { "hub-duty": "2.3" },
      extensions: { hub: { duty: "2.3" }, "hub-duty": "2.3" },
      duty: "2.3",
    };
    const { data, extensions } = await postAs(hub(), { ...BOTH, ...CIVIL_AFFAIRS }, asked);
    expect(data.viewer.duty).toBe("1.2");
    expect(extensions["hub"]).toMatchObject({ duty: "1.2" });
  });

  test("method and address that a proxy would rewrite -> not looked at", async () => {
    const answer = await send(hub(), ASKED, {
      "x-http-method-override": "GET",
      "x-original-url": "/livez",
      "x-forwarded-host": "elsewhere.example",
      "x-forwarded-for": "127.0.0.1",
    });
    expect([outcome(answer), answer.data]).toEqual([[200], { viewer: { duty: "1.2" } }]);
  });
}
