/** What each command is used for, by its words; every line works as it stands, on files and ids of one's own. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  "": ["hub serve", "hub token --department 县民政局 --duty 1.2", "hub help audit"],
  serve: [
    "hub serve --port 4000",
    "DATABASE_URL=postgres://hub@127.0.0.1:5432/hub hub serve",
    "hub serve --supergraph supergraph.graphql --policy allow-all",
  ],
  subgraph: ["hub subgraph agriculture --port 4001"],
  worker: ["DATABASE_URL=postgres://hub@127.0.0.1:5432/hub hub worker"],
  supergraph: [
    "hub supergraph > supergraph.graphql",
    "AGRICULTURE_URL=http://10.0.0.7:4001/graphql hub supergraph",
  ],
  schema: [
    "hub schema --department 县残联 --duty 2.3",
    "hub schema --department 县残联 --duty 2.3 --json",
  ],
  migrate: [
    "hub migrate",
    "hub migrate --application-role hub_application --auditor-role hub_auditor",
  ],
  seed: [
    "hub seed --households 150000 --seed 7",
    "hub seed --households 2000 --seed 7 --list-planted",
  ],
  sources: ["hub sources", "hub sources --json"],
  import: [
    "hub import 县残联 --list",
    "hub import 县残联 残疾人登记.csv --preview 3",
    "hub import 县残联 残疾人登记.csv --as-of 2026-11-20 --dry-run",
    "hub import disabled-federation --history",
  ],
  verify: [
    "hub verify H330726000011",
    "hub verify H330726000011 --application application.json --json",
    "hub verify --evaluate --seed 7 --json",
  ],
  reverify: [
    "hub reverify --programme MINIMUM_LIVING",
    "hub reverify --household H330726000011 H330726000039 --json",
    "hub reverify --resume R-1780b77f-657e-4273-b534-a0c2c15b6d2a",
  ],
  "rotate-keys": ["HUB_DATA_SECRETS_FILE=data-secrets hub rotate-keys"],
  token: [
    "hub token --department 县民政局 --duty 1.2",
    "hub token --department 县残联 --duty 2.3 --jurisdiction 330726203 --expires 15m",
  ],
  client: ["hub client list", "hub client suspend civil-affairs-window"],
  "client add": [
    "hub client add --id civil-affairs-window --department 县民政局 --duty 1.2 --jurisdiction 330726 --key client-key.public.jwk",
  ],
  "client list": ["hub client list", "hub client list --json"],
  "client suspend": ["hub client suspend civil-affairs-window"],
  "client resume": ["hub client resume civil-affairs-window"],
  "client rotate": [
    "hub client rotate civil-affairs-window --key new.public.jwk",
    "hub client rotate civil-affairs-window --key new.public.jwk --grace 0",
  ],
  "client keygen": ["hub client keygen --out client-key.private.jwk > client-key.public.jwk"],
  "client assertion": [
    "hub client assertion --id civil-affairs-window --key client-key.private.jwk",
  ],
  operations: ["hub operations list"],
  "operations publish": ["hub operations publish --department 县残联 --duty 2.3 manifest.json"],
  "operations list": ["hub operations list", "hub operations list --json"],
  "operations withdraw": [
    "hub operations withdraw --department 县残联 --duty 2.3 5e8b1d1f0b3c7d4a9e2f6a8c0d1e2f3a",
  ],
  audit: ["hub audit verify"],
  "audit verify": [
    "hub audit verify",
    "hub audit verify --export november.jsonl --keys audit-keys.json --json",
  ],
  "audit export": [
    "hub audit export --from 2026-11-01 --to 2026-12-01 --output november.jsonl",
    "hub audit export --from 1200 > since-1200.jsonl",
  ],
  "audit keys": ["hub audit keys > audit-keys.json"],
  register: ["hub register diff document.docx", "hub register matrix --allowed"],
  "register import": [
    "hub register import document.docx --status issued --valid-from 2027-01-01",
    "hub register import document.docx --accept-widening",
  ],
  "register diff": [
    "hub register diff document.docx",
    "hub register diff old.docx new.docx --json",
  ],
  "register matrix": ["hub register matrix --allowed", "hub register matrix --csv > matrix.csv"],
  explain: ["hub explain --department 县残联 --duty 2.3 --field Person.vehicles"],
  completion: [
    "hub completion bash > ~/.local/share/bash-completion/completions/hub",
    "hub completion zsh > ~/.zfunc/_hub",
    "hub completion fish > ~/.config/fish/completions/hub.fish",
  ],
};
