import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../src/database/open-database.js";
import { loadSnapshot } from "../../src/intake/load/load-snapshot.js";
import { createDatabase, TEST_SERVER } from "../support/databases.js";
import { departmentOn, DISABILITY, recordsOf } from "./disability-file.js";
import { fileOf } from "./in-memory-file.js";

const LOADING = fileURLToPath(new URL("killed-load.ts", import.meta.url));

const onServer = TEST_SERVER === undefined ? test.skip : test;

onServer(
  "a load killed among its rows or before its end -> the old snapshot whole, the next load works",
  async () => {
    const { url, drop } = await createDatabase(TEST_SERVER as string);
    const target = await departmentOn(await openDatabase({ url }));
    const state = () =>
      target.database.query(
        `select (select count(*) from disabled_federation.disability where as_of = '2026-10-01') as records,
              (select count(*) from disabled_federation.disability) as all_records,
              (select count(*) from intake.load) as loads,
              (select count(*) from sealing.known_person) as persons,
              (select count(*) from pg_class where relname like 'intake_%') as left_behind`,
      );
    try {
      const file = fileOf(DISABILITY, recordsOf(8_000));
      await loadSnapshot(target, file, { asOf: "2026-10-01" });
      const before = await state();
      for (const place of ["row 6000", 'update "intake"."load"']) {
        const child = spawn(process.execPath, ["--import", "tsx", LOADING, url, place], {
          stdio: ["ignore", "inherit", "inherit"],
        });
        expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
        const next = await loadSnapshot(target, fileOf(DISABILITY, recordsOf(8_000)), {
          asOf: "2026-10-08",
          dryRun: true,
        });
        expect(next).toMatchObject({ added: 0, changed: 0, unchanged: 8_000 });
        expect(await state()).toEqual(before);
      }
    } finally {
      await target.database.close();
      await drop();
    }
  },
);
