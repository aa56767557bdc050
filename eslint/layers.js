import { dirname, relative, resolve, sep } from "node:path";

/**
 * @typedef {object} Layer What the files of a folder may reach; paths from the project's root, folders end in "/".
 * @property {(file: string) => boolean} holds Whether a file belongs to the layer.
 * @property {(file: string) => string[]} [may] All that it may import; anything, where absent.
 * @property {string[]} [mayAsType] What it may import besides, as types only.
 * @property {string[]} [mayNot] What it may not import.
 * @property {string} because Shown with every violation.
 */

const inFolder = (/** @type {string} */ folder) => (/** @type {string} */ file) =>
  file.startsWith(folder);

/** What decides and compares, as pure functions that a browser runs as well as the hub. */
const PURE_POLICY = [
  "catalogue.ts",
  "decide.ts",
  "explain.ts",
  "needs-consent.ts",
  "register/decode-document.ts",
  "register/diff-register.ts",
  "register/join-document.ts",
  "register/register-error.ts",
  "register/register-files.ts",
  "register/register.ts",
].map((file) => `src/policy/${file}`);
/** What a report says, without how it looks: for a page of the hub as for paper. */
const PURE_REPORT = [
  "src/report-pages/document/",
  "src/report-pages/language.ts",
  "src/report-pages/report-dispositions.ts",
  "src/verification/finding-code.ts",
  "src/verification/reading/sources.ts",
  "src/verification/reading/source-outcome.ts",
];

/** @type {Layer[]} The layers, lowest first; a file may belong to several. */
const LAYERS = [
  {
    holds: inFolder("src/codes/"),
    may: () => ["src/codes/"],
    because: "codes stand alone",
  },
  {
    holds: inFolder("src/policy/"),
    mayNot: [
      "src/department/",
      "src/gateway/",
      "src/identity/",
      "src/database/",
      "src/cli/",
      "src/index.ts",
      "src/start-hub.ts",
    ],
    because: "decisions are pure functions of the register and the declarations",
  },
  {
    holds: inFolder("src/department/"),
    mayNot: ["src/gateway/", "src/cli/", "src/index.ts", "src/start-hub.ts"],
    because: "a department can be served without the hub",
  },
  {
    holds: inFolder("src/department/live/"),
    mayNot: ["src/department/context.ts", "src/config.ts"],
    because: "a live source is asked the same whatever request needs it",
  },
  {
    holds: inFolder("src/verification/"),
    may: () => ["src/verification/", "src/codes/"],
    because: "verification reaches data through GraphQL only, as a client does",
  },
  {
    holds: inFolder("src/report-pages/"),
    may: () => ["src/report-pages/", "src/verification/", "src/codes/"],
    because: "a page or a file is a pure function of a stored report",
  },
  {
    holds: inFolder("src/pages/"),
    may: () => ["src/pages/", "src/codes/", ...PURE_POLICY, ...PURE_REPORT],
    mayAsType: ["src/"],
    because: "what runs in a browser has no part of the hub in it but pure functions of the policy",
  },
  {
    holds: inFolder("src/casework/"),
    mayNot: [
      "src/department/context.ts",
      "src/department/loader.ts",
      "src/gateway/",
      "src/hub/",
      "src/county/",
      "src/cli/",
      "src/index.ts",
      "src/start-hub.ts",
    ],
    because:
      "casework asks the hub as any client does: it has no door of its own to the departments",
  },
  {
    holds: inFolder("src/gateway/limits/"),
    may: () => [
      "src/gateway/limits/",
      "src/department/expected-rows.ts",
      "src/policy/",
      "src/errors.ts",
    ],
    mayAsType: ["src/department/operation-context.ts"],
    because: "what an operation costs is known from its text and its variables alone",
  },
  {
    holds: (file) => /^src\/intake\/(issues|sources|desk)\//.test(file),
    mayNot: [
      "src/gateway/",
      "src/hub/",
      "src/county/",
      "src/cli/",
      "src/index.ts",
      "src/start-hub.ts",
    ],
    because: "a department's process keeps its data issues without the hub around it",
  },
  {
    holds: inFolder("src/operations/"),
    mayNot: [
      "src/department/",
      "src/gateway/",
      "src/hub/",
      "src/cli/",
      "src/index.ts",
      "src/start-hub.ts",
    ],
    because: "what is registered does not depend on how it is asked for",
  },
  {
    holds: inFolder("src/sealing/"),
    may: () => ["src/sealing/", "src/database/"],
    because: "data at rest is sealed alike whatever it says",
  },
  {
    holds: (file) => /^src\/intake\/(load|history)\//.test(file),
    may: () => ["src/intake/", "src/sealing/", "src/database/"],
    because: "a file becomes a table's records, whoever asks for it",
  },
  {
    holds: inFolder("src/intake/mapping/"),
    may: () => ["src/intake/mapping/", "src/codes/"],
    because: "what a cell says does not depend on where it is read",
  },
  {
    holds: inFolder("src/intake/reading/"),
    may: () => [
      "src/intake/reading/",
      "src/intake/mapping/",
      "src/intake/intake-error.ts",
      "src/intake/csv-line.ts",
      "src/codes/",
    ],
    because: "a file is read without a database: loading is another matter",
  },
  {
    holds: inFolder("src/county/"),
    mayNot: ["src/verification/"],
    because: "the county is made without knowing the checks",
  },
  {
    holds: (file) => file.startsWith("src/") && file !== "src/index.ts",
    mayNot: ["resolvers/"],
    because: "only src/index.ts knows the departments",
  },
  {
    holds: (file) => /^resolvers\/[^/]+\//.test(file),
    may: (file) => [
      file.split("/").slice(0, 2).join("/") + "/",
      "src/department/",
      "src/intake/mapping/",
      "src/codes/",
      "src/errors.ts",
      "src/database/column-types.ts",
    ],
    mayAsType: ["src/county/", "src/policy/", "src/database/database.ts"],
    because: "a department knows neither another department nor the hub around it",
  },
];

const READS_ENVIRONMENT = ["src/cli/", "src/generate/", "src/config.ts"];

const isWithin = (/** @type {string} */ file, /** @type {string[]} */ paths) =>
  paths.some((path) => (path.endsWith("/") ? file.startsWith(path) : file === path));

/** @returns {boolean} Whether a layer's file may import a target. */
function isAllowed(/** @type {Layer} */ layer, file, target, typeOnly) {
  if (layer.mayNot && isWithin(target, layer.mayNot)) return false;
  if (!layer.may || isWithin(target, layer.may(file))) return true;
  return typeOnly && isWithin(target, layer.mayAsType ?? []);
}

/** Whether nothing of an import or re-export is there when the program runs. */
function isTypeOnly(node) {
  if (node.type === "TSImportType") return true;
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const names = node.specifiers ?? [];
  return (
    names.length > 0 &&
    names.every(({ importKind, exportKind }) => importKind === "type" || exportKind === "type")
  );
}

const isNamed = (node, name) => node?.name === name || node?.value === name;

/** `process`, `globalThis.process`. */
const isProcess = (node) => isNamed(node, "process") || isNamed(node?.property, "process");

/**
 * Dependencies point one way, and the environment is read in one place.
 * @type {import("eslint").Rule.RuleModule}
 */
export const layers = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      import: "{{file}} may not import {{target}}: {{because}}",
      importType: "{{file}} may import {{target}} as a type only: {{because}}",
      environment: "process.env is read in src/config.ts and src/cli only: pass what is needed",
    },
  },
  create(context) {
    const file = fromRoot(context, context.filename);
    const own = LAYERS.filter(({ holds }) => holds(file));
    const readsEnvironment =
      isWithin(file, READS_ENVIRONMENT) || !isWithin(file, ["src/", "resolvers/"]);

    function checkImport(node) {
      const name = node.source?.value;
      if (typeof name !== "string") return;
      if (/^(node:)?process$/.test(name)) checkNames(node, node.specifiers);
      if (!name.startsWith(".")) return;
      const path = fromRoot(context, resolve(dirname(context.filename), name));
      const target = path.replace(/\.js$/, ".ts");
      for (const layer of own) {
        if (isAllowed(layer, file, target, isTypeOnly(node))) continue;
        const messageId = isAllowed(layer, file, target, true) ? "importType" : "import";
        context.report({ node, messageId, data: { file, target, because: layer.because } });
      }
    }

    function checkNames(node, names = []) {
      const found = names.some(({ imported, key }) => isNamed(imported ?? key, "env"));
      if (found && !readsEnvironment) context.report({ node, messageId: "environment" });
    }

    return {
      ImportDeclaration: checkImport,
      ExportNamedDeclaration: checkImport,
      ExportAllDeclaration: checkImport,
      ImportExpression: checkImport,
      TSImportType: checkImport,
      MemberExpression(node) {
        if (readsEnvironment || !isNamed(node.property, "env") || !isProcess(node.object)) return;
        context.report({ node, messageId: "environment" });
      },
      VariableDeclarator(node) {
        if (node.id.type !== "ObjectPattern" || !isProcess(node.init)) return;
        checkNames(node, node.id.properties);
      },
    };
  },
};

const fromRoot = (context, path) => relative(context.cwd, path).split(sep).join("/");
