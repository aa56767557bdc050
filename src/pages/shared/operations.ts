/** What pages ask around their content. */
export const SHARED_OPERATIONS = {
  /** Whether the hub takes the credentials. */
  whoAsks: "query PageWhoAsks { viewer { department duty } }",
} as const;
