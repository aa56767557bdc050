/** The duty under which a household's economic situation is verified: document, item (一), second list. */
export const VERIFICATION_DUTY = "1.2";

/** Name of the operation, for the audit log and for registered operations. */
export const HOUSEHOLDS_OPERATION_NAME = "HouseholdsForVerification";

/**
 * Everything that the checks need of the households asked for (`ids`), in one operation: no field
 * that duty 1.2 may not read, and none that no check or report uses (PIPL, article 6). Of obligors,
 * who live apart and consent for themselves, only their place of registration is asked.
 */
export const HOUSEHOLDS_OPERATION = `query ${HOUSEHOLDS_OPERATION_NAME}($ids: [ID!]!) {
  households(ids: $ids) {
    id
    township
    village
    provenance { ...Origin }
    assistance {
      programme
      startMonth
      endMonth
      monthlyAmount
      gradualExitUntil
      provenance { ...Origin }
    }
    declaration {
      wageIncome
      businessIncome
      propertyIncome
      transferIncome
      otherIncome
      financialAssets
      vehicleCount
      dwellingCount
      declaredOn
      provenance { ...Origin }
    }
    members { ...Member }
    obligors { ...Obligor }
  }
}

fragment Member on Person {
  name
  idNumber
  maskedIdNumber
  sex
  birthDate
  kinship
  maritalStatus
  deathDate
  cremationDate
  provenance { ...Origin }
  countedIn: households { id }
  marriage {
    registeredOn
    spouse {
      name
      idNumber
      maskedIdNumber
      deathDate
      countedIn: households { id }
      householdRegistration { address }
    }
    provenance { ...Origin }
  }
  householdRegistration { ...Registration }
  student {
    annualTuition
    provenance { ...Origin }
  }
  agriculture {
    lowIncomeFarmer
    transferRent
    annualSubsidies
    collectiveDividend
    businessEntity
    provenance { ...Origin }
  }
  medicalInsurance {
    insuranceType
    status
    employer
    assistedEnrolment
    seriousIllness
    spending { outOfPocket }
    provenance { ...Origin }
  }
  disability {
    category
    grade
    certificateStatus
    validUntil
    livingSubsidy
    nursingSubsidy
    assistedEmployment
    provenance { ...Origin }
  }
  socialInsurance {
    contributionBase
    monthlyPension
    unemploymentBenefit
    employed
    provenance { ...Origin }
  }
  housingFund {
    monthlyContribution
    provenance { ...Origin }
  }
  incomeTax {
    taxableIncome
    provenance { ...Origin }
  }
  vehicles {
    plateNumber
    kind
    status
    provenance { ...Origin }
  }
  realEstate {
    certificateNumber
    usage
    floorArea
    address
    provenance { ...Origin }
  }
  businesses {
    unifiedSocialCreditCode
    name
    role
    registeredCapital
    status
    provenance { ...Origin }
  }
  financialAssets {
    deposits
    securities
    insurancePolicies
    provenance { ...Origin }
  }
}

fragment Obligor on Person {
  name
  idNumber
  maskedIdNumber
  kinship
  deathDate
  provenance { ...Origin }
  householdRegistration { ...Registration }
}

fragment Registration on HouseholdRegistration {
  address
  movedInOn
  deregisteredOn
  provenance { ...Origin }
}

fragment Origin on Provenance {
  originalSource
  asOf
  inDispute
}`;
