import { startProcess, type SubjectProcess } from "./process.js";
import type { Usage } from "./subjects/serve.js";
import type { Language } from "./workloads.js";

/** What is measured: a server that answers the workloads, made of one process or several. */
export interface Subject {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  /** Whether it refuses by the policy what a caller may not read. */
  readonly decides: boolean;
  readonly url: string;
  /** The front process, then those behind it. */
  readonly processes: readonly SubjectProcess[];
}

/** A subject that is not running yet. */
export interface SubjectPlan {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  readonly decides: boolean;
  readonly file: string;
  readonly args: readonly string[];
  /** Whether departments are asked over HTTP, each in a process of its own. */
  readonly departments: boolean;
  /** Measured only where it is named. */
  readonly onRequest?: boolean;
}

const hub = {
  language: "graphql",
  decides: true,
  file: "hub",
  args: [],
  departments: false,
} as const;
const peer = { language: "graphql", decides: false, args: [], departments: true } as const;
const handWritten = { language: "rest", decides: false, args: [], departments: false } as const;

/** Every subject, in the order of the report. */
export const SUBJECTS: readonly SubjectPlan[] = [
  {
    ...handWritten,
    name: "hand-written",
    file: "hand-written",
    title: "node:http and pg, six prepared queries",
  },
  {
    ...handWritten,
    name: "hand-written-coalesced",
    file: "hand-written",
    args: ["coalesced"],
    title: "the same, concurrent requests sharing statements",
  },
  {
    ...handWritten,
    name: "hand-written-json",
    file: "hand-written-json",
    title: "node:http and pg, one statement that builds the JSON",
  },
  { ...hub, name: "hub", title: "the hub: all walls" },
  {
    ...hub,
    name: "hub-bare",
    title: "the hub without authorization and audit",
    decides: false,
    args: ["--without", "operation,shield,rows,database,audit"],
  },
  {
    ...hub,
    name: "hub-without-audit",
    title: "the hub with authorization alone",
    args: ["--without", "audit"],
  },
  ...["operation", "shield", "rows", "database"].map((wall) => ({
    ...hub,
    name: `hub-without-${wall}`,
    title: `the hub without its wall ${wall}`,
    decides: false,
    args: ["--without", wall],
    onRequest: true,
  })),
  { ...hub, name: "hub-federated", title: "the hub, departments over HTTP", departments: true },
  {
    ...peer,
    name: "monolith",
    file: "monolith",
    title: "one type-graphql schema on Apollo Server, DataLoader and pg",
    departments: false,
  },
  {
    ...peer,
    name: "apollo-gateway",
    file: "apollo-gateway",
    title: "@apollo/gateway on Apollo Server, the same departments",
  },
  {
    ...peer,
    name: "hive-gateway",
    file: "hive-gateway",
    title: "Hive Gateway with its Rust planner, the same departments",
  },
  {
    ...peer,
    name: "mercurius-gateway",
    file: "mercurius-gateway",
    title: "Mercurius' gateway, the same departments",
  },
];

/** Starts subjects; processes that several of them need are started once. */
export class SubjectStarter {
  private departments: Promise<ReadonlyMap<string, SubjectProcess>> | undefined;
  private readonly started: SubjectProcess[] = [];

  constructor(
    private readonly environment: NodeJS.ProcessEnv,
    private readonly slugs: readonly string[],
  ) {}

  async start({ file, args, departments, ...plan }: SubjectPlan): Promise<Subject> {
    const behind = departments ? await (this.departments ??= this.startDepartments()) : new Map();
    const urls = Object.fromEntries(
      [...behind].map(([slug, { url }]) => [`${slug.replaceAll("-", "_").toUpperCase()}_URL`, url]),
    );
    const front = await startProcess(file, args, { ...this.environment, ...urls });
    this.started.push(front);
    return { ...plan, url: front.url, processes: [front, ...behind.values()] };
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map((process) => process.stop()));
  }

  private async startDepartments(): Promise<Map<string, SubjectProcess>> {
    const processes = new Map<string, SubjectProcess>();
    for (const slug of this.slugs) {
      const process = await startProcess("hub", ["--department", slug], this.environment);
      this.started.push(process);
      processes.set(slug, process);
    }
    return processes;
  }
}

/** What all processes of a subject have used together, and the front one alone. */
export async function usageOf(subject: Subject): Promise<{ front: Usage; all: Usage }> {
  const usages = await Promise.all(subject.processes.map((process) => process.usage()));
  const [front = { cpu: 0, rss: 0 }] = usages;
  const all = usages.reduce((sum, { cpu, rss }) => ({ cpu: sum.cpu + cpu, rss: sum.rss + rss }), {
    cpu: 0,
    rss: 0,
  });
  return { front, all };
}
