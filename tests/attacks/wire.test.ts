import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { departments } from "../../resolvers/index.js";
import { LIMITS_FILE } from "../../src/gateway/limits/load-limits.js";
import { anyGround, hubOn } from "../support/grounds.js";
import { describeBodies } from "./wire/bodies.js";
import { describeBrowsers } from "./wire/browsers.js";
import { describeConnections } from "./wire/connections.js";
import { describeCosts } from "./wire/costs.js";
import { describeErrors } from "./wire/errors.js";
import { describeHeaders } from "./wire/headers.js";
import { failing } from "./wire/failing-department.js";
import { describeNames } from "./wire/names.js";
import { describeOracles } from "./wire/oracles.js";
import { describeRates } from "./wire/rates.js";

/** More than the tests have that are not about that. */
const RATES = { perMinute: 500, tokens: 10, atOnce: 8 };

/** The project's own limits, one department's narrower. */
const directory = mkdtempSync(join(tmpdir(), "hub-limits-"));
const file = join(directory, "limits.json");
const { operations, requestsPerMinute } = JSON.parse(readFileSync(LIMITS_FILE, "utf8"));
const narrow = { ...operations, departments: { 县残联: { depth: 3 } } };
const rates = { ...requestsPerMinute, client: RATES.perMinute, tokens: RATES.tokens };
writeFileSync(file, JSON.stringify({ operations: narrow, requestsPerMinute: rates }));
afterAll(() => rmSync(directory, { recursive: true }));

anyGround((ground) => {
  const hub = hubOn(ground, {
    definitions: [...departments, failing],
    environment: {
      HUB_LIMITS: file,
      HUB_REQUEST_TIMEOUT_MS: "500",
      HUB_REQUESTS_AT_ONCE: String(RATES.atOnce),
    },
  });
  describeCosts(hub);
  describeBodies(hub);
  describeConnections(hub);
  describeBrowsers(hub);
  describeHeaders(hub);
  describeNames(hub);
  describeErrors(hub);
  describeOracles(hub);
  describeRates(hub, RATES);
});
