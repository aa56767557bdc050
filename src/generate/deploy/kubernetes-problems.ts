import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { parseAllDocuments } from "yaml";

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

interface Checked {
  readonly from: string;
  readonly manifest: Manifest;
}

/** What `kubectl apply -k` takes; the others are parts of these. */
const APPLIED = ["hub", "migrate", "federated"];

/**
 * What in docker/kubernetes does not fit the API of Kubernetes: properties that are unknown, missing
 * or of another type. Where kubectl is installed, what it makes of each kustomization is checked as
 * well; it asks no cluster.
 */
export async function kubernetesProblems(root: string): Promise<string[]> {
  const folder = join(root, "docker/kubernetes");
  const checked: Checked[] = [];
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".yaml") || file.endsWith("kustomization.yaml")) continue;
    checked.push(...manifestsIn(file, await readFile(join(folder, file), "utf8")));
  }
  const problems: string[] = [];
  for (const name of APPLIED) {
    const { status, stdout, stderr, error } = spawnSync(
      "kubectl",
      ["kustomize", join(folder, name)],
      { encoding: "utf8" },
    );
    if (error) continue;
    if (status === 0) checked.push(...manifestsIn(`kustomize ${name}`, stdout));
    else problems.push(`kustomize ${name}: ${stderr.trim()}`);
  }
  return [...problems, ...typeProblems(root, checked)].map(
    (problem) => `docker/kubernetes: ${problem}`,
  );
}

/** The manifests in a file; Kubernetes reads YAML 1.1, in which 0440 is an octal number. */
function manifestsIn(from: string, text: string): Checked[] {
  return parseAllDocuments(text, { version: "1.1" }).map((document) => ({
    from,
    manifest: document.toJS() as Manifest,
  }));
}

/**
 * Holds each manifest, written as a literal, against the type that kubernetes-models has of its kind:
 * the compiler names what is unknown in a literal, however deep.
 */
function typeProblems(root: string, checked: readonly Checked[]): string[] {
  const lines = checked.map(({ manifest }) => {
    const { apiVersion, kind } = manifest;
    const type = `import("kubernetes-models/${apiVersion}/${kind}").I${kind}`;
    return `export const _: ${type} = ${JSON.stringify(manifest)};`;
  });
  const name = (place: number) => join(root, `manifest-${place}.ts`);
  const places = new Map(lines.map((line, place) => [name(place), line]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const { readFile: read, fileExists, getSourceFile } = host;
  host.fileExists = (file) => places.has(file) || fileExists(file);
  host.readFile = (file) => places.get(file) ?? read(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = places.get(file);
    if (text === undefined) return getSourceFile(file, version, ...rest);
    return ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...places.keys()], options, host);
  return [...places.keys()].flatMap((file, place) => {
    const source = program.getSourceFile(file);
    return program.getSemanticDiagnostics(source).map(({ messageText }) => {
      const { from, manifest } = checked[place] as Checked;
      return `${from}: ${manifest.kind}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}
