import type { ExecutionResult } from "graphql";
import type { Config } from "./config.js";
import { RequestContext } from "./department/context.js";
import { Guard, type GuardLimits } from "./department/live/guard.js";
import { restingAmong, type RestingSource } from "./department/live/resting-source.js";
import type { Subgraph } from "./department/subgraph.js";
import { checkShape } from "./gateway/answer-shape.js";
import { checkEntities, withReferences } from "./gateway/answered-entities.js";
import { askOverHttp } from "./gateway/ask-over-http.js";
import type { AskSubgraph, SubgraphRequest } from "./gateway/federated-executor.js";
import type { Caller } from "./identity/caller.js";
import type { Voucher } from "./identity/vouching.js";
import { withDesk } from "./intake/desk/desk-fields.js";
import type { Telemetry } from "./telemetry/telemetry.js";

/** How a department elsewhere is spared; nothing is tried again, as a change may have been made. */
const LIMITS: Omit<GuardLimits, "restingTime"> = {
  concurrency: 256,
  waiting: 1024,
  failures: 5,
  retries: 0,
  firstDelay: 0,
};

/** What asking departments elsewhere takes. */
export interface ElsewhereParts {
  readonly config: Pick<Config, "departmentUrls" | "sourceTimeout" | "sourceRest">;
  readonly subgraphs: readonly Subgraph[];
  /** Speaks for callers to them; without one their own tokens go there. */
  readonly voucher: Voucher | null;
  readonly telemetry: Pick<Telemetry, "watch" | "tracing">;
  /** Is told when a department is left alone, and when it is asked again. */
  readonly onSourceState: (name: string, isOpen: boolean) => void;
}

/** The departments that are served elsewhere. */
export class DepartmentsElsewhere {
  private readonly guards: readonly Guard[];
  /** How each is asked, by slug. */
  readonly asks: ReadonlyMap<string, AskSubgraph>;

  constructor({ config, subgraphs, voucher, telemetry, onSourceState }: ElsewhereParts) {
    const limits = { ...LIMITS, restingTime: config.sourceRest };
    const opened = subgraphs.flatMap((subgraph) => {
      const { slug } = subgraph.identity;
      const url = config.departmentUrls.get(slug);
      if (url === undefined) return [];
      const guard = new Guard(slug, limits, onSourceState);
      const credentials = async (caller: Caller) => ({
        ...(voucher ? await voucher.credentials(caller, slug) : caller.credentials),
        ...telemetry.tracing.headers(),
      });
      const schema = withDesk(subgraph);
      const ask = askOverHttp({
        name: slug,
        url,
        timeout: config.sourceTimeout,
        credentials,
        guard,
        prepare: (document) => withReferences(schema, document),
        check: (request, answer) => {
          checkShape(slug, schema, request.document, answer);
          checkPersons(slug, request, answer);
        },
      });
      const watched: AskSubgraph = (request) =>
        telemetry.watch(subgraph.identity, () => ask(request));
      return [{ slug, guard, ask: watched }];
    });
    this.guards = opened.map(({ guard }) => guard);
    this.asks = new Map(opened.map(({ slug, ask }) => [slug, ask]));
  }

  /** Everybody who is asked. */
  get asked(): string[] {
    return [...this.asks.keys()];
  }

  /** The departments that are left alone at present. */
  get resting(): RestingSource[] {
    return restingAmong(this.guards);
  }
}

/** References are this caller's, so that only what was sealed for this request leads anywhere. */
function checkPersons(
  slug: string,
  { document, variables, context }: SubgraphRequest,
  answer: ExecutionResult,
): void {
  if (!(context instanceof RequestContext)) return;
  checkEntities(slug, document, variables, answer, (type, reference) =>
    context.unseal(type, reference),
  );
}
