import { Ctx, Query, Resolver } from "type-graphql";
import { daysBetween } from "../../codes/calendar.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Open } from "../../department/governed.js";
import {
  maximumAge,
  sourceEntries,
  type SourceEntry,
} from "../../intake/sources/source-entries.js";
import type { SourceState } from "../../intake/sources/source-states.js";
import { Source } from "./types.js";

/** Where the departments' data comes from and how fresh it is. */
@Resolver()
export class SourceResolver {
  @Open()
  @Query(() => [Source], {
    description: bilingual(
      "各部门数据来源的导入、记录数、时效和未办结校核。",
      "Every source of every department: last load, records, age against its maximum, open data issues.",
    ),
  })
  async sources(@Ctx() ctx: RequestContext): Promise<Source[]> {
    const { desks, casework } = ctx.resources;
    const { date } = ctx.caller;
    const parameters = casework.parameters(date);
    const gathered = await desks.gather((desk) => desk.sources(ctx));
    return gathered.flatMap(({ subgraph, answer }) =>
      sourceEntries(subgraph).map((entry) => {
        const state = answer?.find(({ kind }) => kind === entry.kind);
        return shown(subgraph.identity.name, entry, maximumAge(entry, parameters), state, date);
      }),
    );
  }
}

function shown(
  department: string,
  { kind, title }: SourceEntry,
  maximumAgeDays: number | null,
  state: SourceState | undefined,
  date: string,
): Source {
  const known = { department, kind, title, maximumAgeDays };
  if (!state) return { ...known, available: false };
  const { load, asOf } = state;
  const ageDays = asOf === null ? null : daysBetween(asOf, date);
  const stale = ageDays === null || maximumAgeDays === null ? null : ageDays > maximumAgeDays;
  return { ...known, ...state, available: true, ageDays, stale, lastLoad: load };
}
