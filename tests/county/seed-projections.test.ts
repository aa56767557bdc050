import { getTableColumns, getTableName } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { generateCounty } from "../../src/county/generate-county.js";
import { departments } from "../../resolvers/index.js";

const county = [...generateCounty({ households: 300, seed: 3 })];

describe.each(departments.map((department) => [department.identity.slug, department] as const))(
  "rows of %s",
  (_, { tables, seed }) => {
    it("every table is filled, once", () => {
      const filled = seed.map(({ table }) => getTableName(table)).sort();
      expect(filled).toEqual(
        Object.values(tables)
          .map((table) => getTableName(table as PgTable))
          .sort(),
      );
    });

    it("every row names every column, and no key stands twice", () => {
      for (const { table, rows } of seed) {
        const columns = Object.keys(getTableColumns(table)).sort();
        const { primaryKeys } = getTableConfig(table);
        const properties = new Map(
          Object.entries(getTableColumns(table)).map(([property, column]) => [
            column.name,
            property,
          ]),
        );
        const composed = primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
        const single = Object.values(getTableColumns(table)).filter((column) => column.primary);
        const key = (composed.length > 0 ? composed : single.map((column) => column.name)).map(
          (name) => properties.get(name) ?? name,
        );
        expect(key.length).toBeGreaterThan(0);
        const seen = new Set<string>();
        let count = 0;
        for (const row of county.flatMap((household) => rows(household))) {
          const values = row as Readonly<Record<string, unknown>>;
          expect(Object.keys(values).sort()).toEqual(columns);
          seen.add(key.map((property) => String(values[property])).join("|"));
          count += 1;
        }
        expect([getTableName(table), count > 0]).toEqual([getTableName(table), true]);
        expect([getTableName(table), seen.size]).toEqual([getTableName(table), count]);
      }
    });

    it("every row says where it comes from, and nothing is newer than the county", () => {
      for (const { rows } of seed) {
        for (const row of county.flatMap((household) => rows(household))) {
          const { originalSource, asOf, fetchedAt } = row as Record<string, string>;
          expect(originalSource).toMatch(/^(县|住房公积金中心|省级)/);
          expect(asOf && asOf < "2026-10-31").toBe(true);
          expect(fetchedAt).toBe(`${asOf}T02:00:00+08:00`);
        }
      }
    });
  },
);
