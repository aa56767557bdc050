import { anyGround, hubOn } from "../support/grounds.js";
import { describeConsent } from "./rows/consent.js";
import { describeJurisdiction } from "./rows/jurisdiction.js";
import { describeNotShared } from "./rows/not-shared.js";

anyGround((ground) => {
  const hub = hubOn(ground);
  describeJurisdiction(hub);
  describeConsent(hub);
  describeNotShared(hub);
});
