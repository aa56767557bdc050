import { getTableColumns, getTableName } from "drizzle-orm";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { departments } from "../../resolvers/index.js";
import { generateCounty } from "../../src/county/generate-county.js";
import type { WrittenSample } from "../../src/county/sample-files/sample-files.js";
import { writeSampleFolder } from "../../src/county/sample-files/write-sample-folder.js";
import { headerIndex } from "../../src/intake/mapping/header-index.js";
import { openFile } from "../../src/intake/reading/open-file.js";

const PROVENANCE = ["originalSource", "asOf", "fetchedAt", "inDispute"];
const SIZE = { households: 160, seed: 9 };
const every = departments.map((department) => [department.identity.slug, department] as const);

describe.each(every)("files of %s", (_, { tables, files = [] }) => {
  it("every table is filled by exactly one kind of file", () => {
    expect(files.map(({ table }) => getTableName(table)).sort()).toEqual(
      tables.map((table) => getTableName(table)).sort(),
    );
    expect(new Set(files.map(({ kind }) => kind)).size).toBe(files.length);
    expect(new Set(files.map(({ title }) => title)).size).toBe(files.length);
  });

  it("every column is read from the file or derived, and required where the table demands it", () => {
    for (const { kind, table, key, columns, derive } of files) {
      const derived = Object.keys(derive?.({ person: "11010519491231002X" }) ?? {});
      const own = Object.entries(getTableColumns(table)).filter(
        ([property]) => !PROVENANCE.includes(property),
      );
      expect([kind, ...Object.keys(columns), ...derived].sort()).toEqual(
        [kind, ...own.map(([property]) => property)].sort(),
      );
      for (const [property, { notNull, primary }] of own) {
        if (derived.includes(property)) continue;
        expect([kind, property, columns[property]?.required ?? false]).toEqual([
          kind,
          property,
          notNull || primary || key.includes(property),
        ]);
      }
    }
  });

  it("no header stands for two columns, and every official one is found", () => {
    for (const mapping of files) {
      const index = headerIndex(mapping);
      for (const [property, { header }] of Object.entries(mapping.columns)) {
        expect(index(` ${header} `)).toEqual({ property, foreignUnit: null });
        expect(index(`${header}（元）`)).toEqual({ property, foreignUnit: null });
        expect(index(`${header}（万元）`)).toEqual({ property, foreignUnit: "万元" });
      }
    }
  });
});

describe("the files that a county's departments deliver", () => {
  const county = [...generateCounty(SIZE)];
  let folder: string;
  let samples: readonly WrittenSample[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "county-"));
    samples = writeSampleFolder(folder, departments, SIZE);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("are one for each kind, in both encodings, with every kind of mistake and correction", async () => {
    expect(samples).toHaveLength(departments.flatMap(({ files = [] }) => files).length);
    const found = new Set<string>();
    for (const { department, path, mistakes } of samples) {
      const { files = [] } = departments.find(({ identity }) => identity.slug === department) ?? {};
      const file = await openFile(join(folder, path), { mappings: files });
      for await (const _ of file.rows());
      for (const { code } of mistakes) found.add(code);
      for (const correction of file.corrections.keys()) found.add(correction);
      found.add(file.encoding);
    }
    expect([...found].sort()).toEqual(
      [
        ...["ID_NUMBER_CHECK_DIGIT", "CODE_UNKNOWN", "DATE", "MONEY_NEGATIVE"],
        ...["KEY_TWICE", "ROW_TOO_SHORT", "UTF-8", "GB18030"],
        ...["FULL_WIDTH", "BLANKS", "LETTER_CASE", "ID_NUMBER_15", "DATE_FORM", "MONTH_FORM"],
        ...["EXCEL_SERIAL_DATE", "AMOUNT_FORM", "CODE_FORM", "VARIANT_CHARACTER"],
      ].sort(),
    );
  });

  it("read back as exactly the county's rows and exactly the planted refusals", async () => {
    for (const { department, mapping, path, mistakes } of samples) {
      const definition = departments.find(({ identity }) => identity.slug === department);
      const { identity, files = [], seed } = definition as (typeof departments)[number];
      const projection = seed.find(({ table }) => table === mapping.table);
      const expected = county.flatMap((household) => projection?.rows(household) ?? []);
      const file = await openFile(join(folder, path), { mappings: files });
      const rows: unknown[] = [];
      const refused: unknown[] = [];
      for await (const row of file.rows()) {
        if ("errors" in row) {
          refused.push({ line: row.line, code: row.errors.map(({ code }) => code).join() });
        } else {
          const { asOf, originalSource = identity.name } = row;
          rows.push({ ...row.row, asOf, originalSource });
        }
      }
      const inFile = expected.map((row) => {
        const {
          fetchedAt: _fetched,
          inDispute: _dispute,
          ...rest
        } = row as Record<string, unknown>;
        return rest;
      });
      expect([file.mapping.kind, rows]).toEqual([mapping.kind, inFile]);
      expect([file.mapping.kind, refused]).toEqual([mapping.kind, mistakes]);
    }
  });
});
