import { HubError } from "../errors.js";
import type { OperationOwner } from "./operation-registry.js";

/** OPERATION_NOT_REGISTERED: said alike of what nobody registered and of what others did. */
export class OperationNotRegistered extends HubError {
  /** @param operation hash of what was asked; null where that was no operation */
  constructor(
    { department, duty }: OperationOwner,
    readonly operation: string | null,
  ) {
    super(
      "OPERATION_NOT_REGISTERED",
      `this operation is not registered for ${department} under duty ${duty}`,
      { department, duty, ...(operation === null ? {} : { operation }) },
    );
  }
}
