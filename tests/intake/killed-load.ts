import { openDatabase } from "../../src/database/open-database.js";
import { loadSnapshot } from "../../src/intake/load/load-snapshot.js";
import { departmentOn, DISABILITY, recordsOf } from "./disability-file.js";
import { fileOf } from "./in-memory-file.js";

/** A process that loads a newer file into the database of its first argument, and is killed by itself at the statement or row of its second. */
const [, , url = "", place = ""] = process.argv;
const kill = () => process.kill(process.pid, "SIGKILL");

const target = await departmentOn(await openDatabase({ url }));
target.database.onStatement((sql) => {
  if (sql.startsWith(place)) kill();
});
const file = fileOf(DISABILITY, recordsOf(9_000));
const reading: typeof file = {
  ...file,
  async *rows() {
    for await (const row of file.rows()) {
      if (`row ${row.line}` === place) kill();
      yield row;
    }
  },
};
await loadSnapshot(target, reading, { asOf: "2026-10-08", allowShrink: true });
