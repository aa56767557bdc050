import type { GraphQLSchema } from "graphql";
import { compiledExecution } from "./compiled-execution.js";
import type { Executor } from "./executor.js";

/**
 * Runs operations on the composed schema in this process: past the shield where the decision on the
 * whole operation covers every field already, and through it everywhere else.
 */
export function colocatedExecutor(bare: GraphQLSchema, shielded: GraphQLSchema): Executor {
  const runBare = compiledExecution(bare);
  const runShielded = compiledExecution(shielded);
  return (operation) => {
    const { allowed, rules } = operation.context;
    return allowed || !rules.walls.shield ? runBare(operation) : runShielded(operation);
  };
}
