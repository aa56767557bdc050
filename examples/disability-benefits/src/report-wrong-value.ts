import {
  ReportWrongValue,
  type ReportDataIssueInput,
  type ReportWrongValueMutation,
} from "../generated/operations.js";
import type { HubClient } from "./hub-client.js";

/** Reports that a field is wrong (校核), once for each key however often it is sent. */
export async function reportWrongValue(
  client: HubClient,
  input: ReportDataIssueInput,
  key: string,
): Promise<ReportWrongValueMutation["reportDataIssue"]> {
  const { data } = await client.run(ReportWrongValue, { input }, key);
  return data.reportDataIssue;
}
