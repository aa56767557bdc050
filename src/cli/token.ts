import { Command } from "commander";
import { departmentToken } from "../identity/department-token.js";
import { signingKey } from "../identity/keys.js";
import { loadRegister } from "../policy/register/load-register.js";
import { environmentConfig } from "./environment.js";
import { knownDepartment, knownDuty } from "./standing.js";

interface TokenOptions {
  readonly department: string;
  readonly duty: string[];
  readonly jurisdiction?: string[];
  readonly operator?: string;
  readonly expires: string;
  readonly client: string;
  readonly json?: boolean;
}

const collect = (value: string, earlier: string[] = []) => [...earlier, value];

/** `hub token`: prints an access token and nothing else. */
export function tokenCommand(): Command {
  return new Command("token")
    .description("print an access token, signed with HUB_SIGNING_KEY or the development key")
    .requiredOption("--department <name>", "official name in the register, 县残联")
    .requiredOption("--duty <id>", "a duty the token holds, 2.3 (repeatable)", collect)
    .option("--jurisdiction <prefix>", "division-code prefix, 330726 (repeatable)", collect)
    .option("--operator <name>", "the person at the keyboard")
    .option("--client <id>", "the client system", "hub-cli")
    .option("--expires <time>", "how long it lives: 15m, 8h", "8h")
    .option("--json", "the token and whose it is as one line of JSON")
    .action(async (options: TokenOptions) => {
      const config = environmentConfig();
      const register = loadRegister();
      const department = knownDepartment(register, options.department);
      const duties = options.duty.map((id) => knownDuty(register, department, id).id);
      const token = await departmentToken(await signingKey(config), config.tokens, register, {
        ...options,
        department,
        duties,
      });
      const { client, expires } = options;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ token, client, department, duties, expires })}\n`
          : `${token}\n`,
      );
    });
}
