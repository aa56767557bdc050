/** What the explorer asks by itself; what is explored stays with its caller's own rights and bounds. */
export const EXPLORER_OPERATIONS = {
  /** The whole catalogue. */
  fieldPolicies: `query ExplorerFieldPolicies { fieldPolicies {
  coordinate owner originalSource zh en unit sharing sensitivity mask
} }`,
  /** Why one field may, or may not, be read. */
  explanation: `query ExplorerExplanation($department: String!, $duty: ID!, $coordinate: String!) {
  explainAccess(department: $department, duty: $duty, coordinate: $coordinate) {
    allowed reason zh en neededBy grantedBy
  }
}`,
} as const;
