import { Command } from "commander";
import { buildSchema, printSchema } from "graphql";
import { todayInShanghai } from "../codes/calendar.js";
import { blueprint, defaultUrl, departmentSlugs } from "../index.js";
import { readableCoordinates } from "../policy/decide.js";
import { visibleSchema } from "../policy/visible-schema.js";
import { environmentConfig } from "./environment.js";
import { knownDepartment, knownDuty } from "./standing.js";

/** `hub supergraph`: the composed supergraph, for any federation router. */
export function supergraphCommand(): Command {
  return new Command("supergraph")
    .description(
      `print the supergraph SDL; ${departmentSlugs[0]} … are served where <DEPARTMENT>_URL says`,
    )
    .option("--json", "the SDL and where each department is as one line of JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const { departmentUrls } = environmentConfig();
      const urlOf = (slug: string) => departmentUrls.get(slug) ?? defaultUrl(slug);
      const { composition } = await blueprint(undefined, undefined, urlOf);
      const { supergraphSdl } = composition;
      const departments = Object.fromEntries(departmentSlugs.map((slug) => [slug, urlOf(slug)]));
      process.stdout.write(
        json ? `${JSON.stringify({ supergraphSdl, departments })}\n` : supergraphSdl,
      );
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
      const department = knownDepartment(register, options.department);
      const duty = knownDuty(register, department, options.duty);
      const standing = { department, duty: duty.id, date: todayInShanghai(new Date()) };
      const visible = visibleSchema(buildSchema(composition.apiSdl), policy, standing);
      process.stdout.write(
        options.json
          ? `${JSON.stringify([...readableCoordinates(policy, standing)])}\n`
          : `${printSchema(visible)}\n`,
      );
    });
}
