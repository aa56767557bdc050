/** The household query: five sources, about forty leaves. */
export const HOUSEHOLD_FIELDS = `
  id township village headCount incomeBand
  provenance { department asOf inDispute }
  assistance { programme startMonth endMonth monthlyAmount gradualExitUntil }
  declaration { wageIncome transferIncome financialAssets vehicleCount declaredOn }
  members {
    name maskedIdNumber sex birthDate age kinship maritalStatus deathDate
    marriage { registeredOn spouse { name } }
    medicalInsurance {
      insuranceType status employer seriousIllness
      spending { total outOfPocket }
      provenance { department originalSource asOf fetchedAt inDispute }
    }
    disability { category grade certificateStatus validUntil livingSubsidy }
    agriculture { lowIncomeFarmer contractedArea transferRent annualSubsidies machinery }
    householdRegistration { address registeredDivision }
    vehicles { plateNumber kind status purchasePrice provenance { originalSource } }
    realEstate { usage floorArea share }
    socialInsurance { pensionStatus monthlyPension }
    businesses { unifiedSocialCreditCode role status }
    financialAssets { deposits }
  }`;

export const HOUSEHOLD_QUERY = `query Household($id: ID!) { household(id: $id) { ${HOUSEHOLD_FIELDS} } }`;

export const HOUSEHOLDS_QUERY = `query Households($ids: [ID!]!) { households(ids: $ids) { ${HOUSEHOLD_FIELDS} } }`;

export const IDS_QUERY = `query Ids($first: Int!) {
  searchHouseholds(first: $first) { totalCount edges { node { id members { idNumber } } } }
}`;
