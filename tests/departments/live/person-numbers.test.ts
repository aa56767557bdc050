import { openDatabases } from "../../../src/database/sources.js";
import { PersonNumbers } from "../../../src/department/live/person-numbers.js";
import { rememberPersons } from "../../../src/sealing/known-persons.js";
import { Sealing } from "../../../src/sealing/sealing.js";
import { createDatabase, TEST_SERVER } from "../../support/databases.js";

const HERE = "330726198001011234";
const IN_MAIN = "330726197902025678";
const NOWHERE = "330726195503031122";

const onServer = TEST_SERVER === undefined ? describe.skip : describe;

onServer("ID numbers for a department with a database of its own", () => {
  test("are found there, else in the main database; of somebody in neither, nothing is said", async () => {
    const [one, other] = [await createDatabase(TEST_SERVER!), await createDatabase(TEST_SERVER!)];
    const { main, byName, close } = await openDatabases(
      { url: one.url, directory: "", own: new Map([["pensions", other.url]]) },
      [{ name: "pensions", folder: null }],
    );
    try {
      const own = byName.get("pensions")!;
      const sealing = new Sealing({ secrets: ["s".repeat(32)], cipher: "aes-256-gcm" });
      const key = (idNumber: string) => sealing.personKey(idNumber);
      await rememberPersons(own, sealing, new Map([[key(HERE), HERE]]));
      await rememberPersons(main, sealing, new Map([[key(IN_MAIN), IN_MAIN]]));
      const numbers = new PersonNumbers(main, sealing);
      const persons = [NOWHERE, IN_MAIN, HERE].map(key);
      expect(await numbers.of(own, persons)).toEqual([null, IN_MAIN, HERE]);
    } finally {
      await close();
      await one.drop();
      await other.drop();
    }
  });
});
