import DataLoader from "dataloader";
import type pg from "pg";

/** A look-up: its statement, in the names of the fields, and whether a key has many rows. */
const TABLES = {
  household: [
    `select id as key, id, township, village, head_count as "headCount",
      income_band as "incomeBand", as_of as "asOf", in_dispute as "inDispute"
      from civil_affairs.household where id = any($1)`,
    false,
  ],
  member: [
    `select m.household_id as key, p.person, p.masked_id_number as "maskedIdNumber", p.name, p.sex,
      p.birth_date as "birthDate", m.kinship, p.marital_status as "maritalStatus",
      p.death_date as "deathDate"
      from civil_affairs.membership m join civil_affairs.person p using (person)
      where m.household_id = any($1) and m.role = 'MEMBER' order by m.position, m.person`,
    true,
  ],
  person: [
    `select person as key, person, masked_id_number as "maskedIdNumber", name, sex, birth_date as "birthDate",
      marital_status as "maritalStatus", death_date as "deathDate"
      from civil_affairs.person where person = any($1)`,
    false,
  ],
  assistance: [
    `select household_id as key, programme, start_month as "startMonth", end_month as "endMonth",
      monthly_amount as "monthlyAmount", gradual_exit_until as "gradualExitUntil"
      from civil_affairs.assistance where household_id = any($1) order by start_month, id`,
    true,
  ],
  declaration: [
    `select household_id as key, wage_income as "wageIncome", transfer_income as "transferIncome",
      financial_assets as "financialAssets", vehicle_count as "vehicleCount",
      declared_on as "declaredOn" from civil_affairs.declaration where household_id = any($1)`,
    false,
  ],
  marriage: [
    `select person as key, spouse, registered_on as "registeredOn"
      from civil_affairs.marriage where person = any($1)`,
    false,
  ],
  medicalInsurance: [
    `select person as key, person, insurance_type as "insuranceType", status,
      employer, serious_illness as "seriousIllness", original_source as "originalSource",
      as_of as "asOf", fetched_at as "fetchedAt", in_dispute as "inDispute"
      from medical_insurance.medical_insurance where person = any($1)`,
    false,
  ],
  spending: [
    `select distinct on (person) person as key, total, out_of_pocket as "outOfPocket"
      from medical_insurance.spending where person = any($1) order by person, year desc`,
    false,
  ],
  disability: [
    `select person as key, category, grade, certificate_status as "certificateStatus",
      valid_until as "validUntil", living_subsidy as "livingSubsidy"
      from disabled_federation.disability where person = any($1)`,
    false,
  ],
  agriculture: [
    `select person as key, low_income_farmer as "lowIncomeFarmer",
      trim_scale(contracted_area) as "contractedArea", transfer_rent as "transferRent",
      annual_subsidies as "annualSubsidies", to_json(machinery) as machinery
      from agriculture.agriculture where person = any($1)`,
    false,
  ],
  householdRegistration: [
    `select person as key, address, registered_division as "registeredDivision"
      from big_data.household_registration where person = any($1)`,
    false,
  ],
  vehicles: [
    `select person as key, plate_number as "plateNumber", kind, status,
      purchase_price as "purchasePrice", original_source as "originalSource"
      from big_data.vehicle where person = any($1) order by plate_number`,
    true,
  ],
  realEstate: [
    `select person as key, usage, trim_scale(floor_area) as "floorArea",
      trim_scale(share) as share
      from big_data.real_estate where person = any($1) order by certificate_number`,
    true,
  ],
  socialInsurance: [
    `select person as key, pension_status as "pensionStatus", monthly_pension as "monthlyPension"
      from big_data.social_insurance where person = any($1)`,
    false,
  ],
  businesses: [
    `select person as key, unified_social_credit_code as "unifiedSocialCreditCode", role, status
      from big_data.business where person = any($1) order by unified_social_credit_code, role`,
    true,
  ],
  financialAssets: [
    `select person as key, deposits from big_data.financial_assets where person = any($1)`,
    false,
  ],
} as const satisfies Record<string, readonly [text: string, many: boolean]>;

export type TableName = keyof typeof TABLES;

/** One request's loaders, a DataLoader for each table, on prepared statements. */
export class Tables {
  private readonly loaders = new Map<TableName, DataLoader<string, unknown>>();

  constructor(private readonly pool: pg.Pool) {}

  load(name: TableName, key: string): Promise<unknown> {
    let loader = this.loaders.get(name);
    if (!loader) {
      loader = new DataLoader((keys) => this.find(name, keys));
      this.loaders.set(name, loader);
    }
    return loader.load(key);
  }

  private async find(name: TableName, keys: readonly string[]): Promise<unknown[]> {
    const [text, many] = TABLES[name];
    const { rows } = await this.pool.query<{ key: string }>({ name, text, values: [keys] });
    const byKey = new Map<string, unknown[]>();
    for (const row of rows) {
      const group = byKey.get(row.key);
      if (group) group.push(row);
      else byKey.set(row.key, [row]);
    }
    return keys.map((key) => (many ? (byKey.get(key) ?? []) : (byKey.get(key)?.[0] ?? null)));
  }
}
