import { existsSync, readFileSync } from "node:fs";
import { blueprint } from "../../src/index.js";

const TABLE = new URL("../../../shared/policy/field-duties.csv", import.meta.url);

/** The table quotes no cell. */
function rowsOf(csv: string): Record<string, string>[] {
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}

const given = existsSync(TABLE) ? test : test.skip;

describe("the policies beside the fields", () => {
  given("agree with the county's table, all 140 of them (needs ../shared)", async () => {
    const { policy, subgraphs } = await blueprint();
    const owners = new Map(subgraphs.map(({ identity }) => [identity.slug, identity.name]));
    const nameOf = (body: string) => owners.get(body) ?? body;
    const rows = rowsOf(readFileSync(TABLE, "utf8"));
    expect(rows).toHaveLength(140);
    for (const row of rows) {
      const coordinate = row["coordinate"] ?? "";
      expect(policy.fields.get(coordinate)).toEqual({
        kind: "governed",
        coordinate,
        owner: nameOf(row["owner"] ?? ""),
        originalSource: nameOf(row["original_source"] ?? ""),
        zh: row["zh"],
        en: expect.stringMatching(/\w/),
        unit: row["unit"] || null,
        sharing: row["sharing"],
        sensitivity: row["sensitivity"],
        mask: row["mask"] || null,
        duties: (row["duties"] ?? "").split(" ").filter(Boolean),
      });
    }
  });

  given("have the types of the county's table (needs ../shared)", async () => {
    const { composition } = await blueprint();
    for (const row of rowsOf(readFileSync(TABLE, "utf8"))) {
      const [type, field] = (row["coordinate"] ?? "").split(".");
      const body = new RegExp(`\\ntype ${type} [^]*?\\n}`).exec(`\n${composition.apiSdl}`)?.[0];
      const declared = new RegExp(`\\n  ${field}(?:\\([^)]*\\))?: (.+)`).exec(body ?? "")?.[1];
      expect(`${type}.${field}: ${declared?.replaceAll("!", "")}`).toBe(
        `${type}.${field}: ${row["type"]}`,
      );
    }
  });
});
