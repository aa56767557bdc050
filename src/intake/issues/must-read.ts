import type { RequestContext } from "../../department/context.js";
import { fieldNotAuthorized } from "../../department/field-not-authorized.js";
import { grantingDuties } from "../../policy/decide.js";

/** Passes a caller that may read the field. @throws HubError FIELD_NOT_AUTHORIZED with the duties that would allow it */
export function mustRead(coordinate: string, ctx: RequestContext): void {
  if (ctx.mayRead(coordinate)) return;
  const { department, duty, date } = ctx.caller;
  const grantedBy = grantingDuties(ctx.resources.policy(), department, date, coordinate);
  throw fieldNotAuthorized({ coordinate, grantedBy }, duty);
}
