import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { isWithin } from "../codes/division-code.js";
import { maskIdNumber } from "../codes/id-number.js";
import type { Database } from "../database/database.js";
import type { RequestContext } from "../department/context.js";
import { bilingual } from "../department/descriptions.js";
import { Duties } from "../department/governed.js";
import { IdNumber } from "../department/scalars.js";
import { HubError } from "../errors.js";
import { checkApplication } from "../identity/consent/check-application.js";
import {
  consentsOf,
  findConsent,
  versionsOf,
  type ConsentVersion,
} from "../identity/consent/consent-versions.js";
import { consentTerms } from "../identity/consent/consent-terms.js";
import { isInForceOn } from "../identity/consent/consents-in-force.js";
import {
  recordConsent,
  renewConsent,
  revokeConsent,
  type Recording,
} from "../identity/consent/record-consent.js";
import { findNumbers } from "../sealing/known-persons.js";
import { CONSENT_DUTIES, ConsentInput, ConsentType } from "./consent-types.js";

/** Consents: recorded, renewed, revoked, and shown with all their versions. */
@Resolver()
export class ConsentResolver {
  @Duties(CONSENT_DUTIES)
  @Query(() => [ConsentType], {
    description: bilingual(
      "某人的授权书及其全部版本，新的在前；无则为空；辖区外的不列出。",
      "A person's consents with all their versions, the newest first. Empty where there is none within the caller's divisions.",
    ),
  })
  async consents(
    @Arg("idNumber", () => IdNumber) idNumber: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ConsentType[]> {
    const versions = await ctx.askHub((database) => consentsOf(database, ctx.personKey(idNumber)));
    return groupById(versions)
      .filter(([first]) => first && isWithin(first.division, ctx.caller.jurisdiction))
      .map((group) => consentType(group, idNumber, ctx.caller.date));
  }

  @Duties(CONSENT_DUTIES)
  @Mutation(() => ConsentType, {
    description: bilingual(
      "登记或续签授权书；同户或同任务的旧授权随之终止。参数有误报 BAD_USER_INPUT。",
      "Records or renews a consent; earlier ones of the household or the duties end with it. BAD_USER_INPUT names what is wrong.",
    ),
  })
  async recordConsent(
    @Arg("input", () => ConsentInput) { renews, ...application }: ConsentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ConsentType> {
    const { caller, resources } = ctx;
    checkApplication(application, resources.policy().register, caller.date);
    admit(application.division, ctx);
    const recording = recordingOf(ctx);
    return ctx.askHub(async (database) => {
      const terms = await consentTerms(database, resources.sealing, application);
      const version =
        typeof renews === "string"
          ? await renewConsent(database, renews, terms, recording)
          : await recordConsent(database, terms, recording);
      return complete(database, version, application.idNumber, caller.date);
    });
  }

  @Duties(CONSENT_DUTIES)
  @Mutation(() => ConsentType, {
    description: bilingual(
      "撤回授权书，下一次查询即停止；撤回前的查询不受影响。",
      "Revokes a consent: the next request is refused; what was read before stays read.",
    ),
  })
  async revokeConsent(
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String) reason: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ConsentType> {
    if (reason.trim() === "") {
      throw new HubError("BAD_USER_INPUT", "say why it is revoked", { argument: "reason" });
    }
    return ctx.askHub(async (database) => {
      const latest = await findConsent(database, id);
      if (!latest) {
        throw new HubError("BAD_USER_INPUT", "there is no such consent", { argument: "id" });
      }
      admit(latest.division, ctx);
      const version = await revokeConsent(database, latest, reason, recordingOf(ctx));
      const numbers = await findNumbers(database, ctx.resources.sealing, [version.person]);
      return complete(database, version, numbers.get(version.person) ?? "", ctx.caller.date);
    });
  }
}

function admit(division: string, { caller }: RequestContext): void {
  if (isWithin(division, caller.jurisdiction)) return;
  throw new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
}

function recordingOf({ caller }: RequestContext): Recording {
  return {
    recordedBy: `${caller.department} ${caller.client}`,
    recordedAt: new Date().toISOString(),
  };
}

async function complete(
  database: Database,
  { id }: ConsentVersion,
  idNumber: string,
  date: string,
): Promise<ConsentType> {
  return consentType(await versionsOf(database, id), idNumber, date);
}

function groupById(versions: readonly ConsentVersion[]): ConsentVersion[][] {
  const groups = new Map<string, ConsentVersion[]>();
  for (const version of versions) {
    groups.set(version.id, [...(groups.get(version.id) ?? []), version]);
  }
  return [...groups.values()];
}

function consentType(
  unordered: readonly ConsentVersion[],
  idNumber: string,
  date: string,
): ConsentType {
  const versions = [...unordered].sort((a, b) => a.version - b.version);
  const latest = versions.at(-1);
  if (!latest) throw new Error("a consent has at least one version");
  return {
    id: latest.id,
    maskedIdNumber: maskIdNumber(idNumber),
    householdId: latest.householdId,
    signerRelation: latest.signerRelation,
    duties: latest.duties,
    inForce: isInForceOn(latest, date),
    latest,
    versions,
  };
}
