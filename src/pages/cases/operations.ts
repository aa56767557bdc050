const LISTED = `id householdId programme case state outcome incomeBand openFindings submittedAt
  completedAt dueOn dispositionDueOn overdue validUntil`;

const COURSE = `id state total pending done unchanged failed withFindings incomplete rate secondsLeft
  requestedBy startedAt finishedAt programme township changedSince listed`;

const WHOLE = `id householdId programme case duty state outcome incomeBand version openFindings
  requestedBy submittedAt completedAt dueOn extended dispositionDueOn overdue validUntil run
  report issued { issuedOn code }
  findings { id code severity person state reason disposedBy disposedAt }
  objections { id findingId statement evidence state raisedAt resolution resolvedAt }
  history { at kind by about note }`;

/** What the case desk asks. */
export const CASE_OPERATIONS = {
  list: `query CaseList($filter: VerificationFilter, $first: Int!, $after: String) {
  verifications(filter: $filter, first: $first, after: $after, order: OVERDUE_FIRST) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${LISTED} } }
  }
}`,
  counts: `query CaseCounts($filter: VerificationFilter) {
  verificationCounts(filter: $filter) { total overdue byState { state count overdue } }
}`,
  verification: `query Case($id: ID!) { verification(id: $id) { ${WHOLE} } }`,
  householdsOf: `query CaseHouseholdsOf($idNumber: IdNumber!) {
  person(idNumber: $idNumber) { households { id } }
}`,
  submit: `mutation CaseSubmit($input: SubmitVerificationInput!) {
  submitVerification(input: $input) { id }
}`,
  dispose: `mutation CaseDispose($id: ID!, $disposition: FindingDisposition!, $reason: String!) {
  disposeFinding(id: $id, disposition: $disposition, reason: $reason) { ${WHOLE} }
}`,
  object: `mutation CaseObject($input: RaiseObjectionInput!) {
  raiseObjection(input: $input) { ${WHOLE} }
}`,
  resolve: `mutation CaseResolve($id: ID!, $accepted: Boolean!, $resolution: String!) {
  resolveObjection(id: $id, accepted: $accepted, resolution: $resolution) { ${WHOLE} }
}`,
  extend: `mutation CaseExtend($id: ID!, $reason: String!) {
  extendVerification(id: $id, reason: $reason) { ${WHOLE} }
}`,
  householdCount: `query CaseHouseholdCount($filter: HouseholdFilter) {
  searchHouseholds(filter: $filter, first: 1) { totalCount }
}`,
  runs: `query CaseRuns { reverifications(first: 20) { ${COURSE} } }`,
  run: `query CaseRun($id: ID!) {
  reverification(id: $id) {
    ${COURSE}
    course { seconds settled }
    findingsBySeverity { severity findings open households }
    failures(first: 100) { householdId reason }
  }
}`,
  startRun: `mutation CaseStartRun($input: StartReverificationInput!) {
  startReverification(input: $input) { id }
}`,
  cancelRun: "mutation CaseCancelRun($id: ID!) { cancelReverification(id: $id) { id } }",
  accessRecords: `query CaseAccessRecords($idNumber: IdNumber!, $before: Int) {
  accessRecords(idNumber: $idNumber, first: 100, before: $before) {
    id sequence at department client duty case fields decision summary
  }
}`,
} as const;
