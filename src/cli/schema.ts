import { Command } from "commander";
import { buildSchema, printSchema } from "graphql";
import { todayInShanghai } from "../codes/calendar.js";
import { blueprint, defaultUrl, departmentSlugs } from "../index.js";
import { readableCoordinates } from "../policy/decide.js";
import { canonicalName, findDuty, isAssigned } from "../policy/register/register.js";
import { visibleSchema } from "../policy/visible-schema.js";
import { environmentConfig } from "./environment.js";

/** `hub supergraph`: the composed supergraph, for any federation router. */
export function supergraphCommand(): Command {
  return new Command("supergraph")
    .description(
      `print the supergraph SDL; ${departmentSlugs[0]} … are served where <DEPARTMENT>_URL says`,
    )
    .action(async () => {
      const { departmentUrls } = environmentConfig();
      const { composition } = await blueprint(undefined, undefined, (slug) => {
        return departmentUrls.get(slug) ?? defaultUrl(slug);
      });
      process.stdout.write(composition.supergraphSdl);
    });
}

/** `hub schema`: the schema that one department sees under one duty. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description("print the schema that a caller sees")
    .requiredOption("--department <name>", "official name in the register, 县残联")
    .requiredOption("--duty <id>", "the duty it acts under, 2.3")
    .option("--json", "print the readable coordinates as JSON instead")
    .action(async (options: { department: string; duty: string; json?: boolean }) => {
      const { composition, policy } = await blueprint();
      const { register } = policy;
      const department = canonicalName(register, options.department);
      const duty = findDuty(register, options.duty);
      if (!department) throw new Error(`${options.department} is not in the register`);
      if (!duty) throw new Error(`duty ${options.duty} is not in the register`);
      if (!isAssigned(register, duty, department)) {
        throw new Error(
          `duty ${duty.id} is not assigned to ${department}: it sees nothing under it`,
        );
      }
      const standing = { department, duty: duty.id, date: todayInShanghai(new Date()) };
      const visible = visibleSchema(buildSchema(composition.apiSdl), policy, standing);
      process.stdout.write(
        options.json
          ? `${JSON.stringify([...readableCoordinates(policy, standing)])}\n`
          : `${printSchema(visible)}\n`,
      );
    });
}
