/** The six statements: two by household id, four by person key; each answers any number of keys. */
export const STATEMENTS = {
  households: `
    select h.id as key, h.id, h.township, h.village, h.head_count, h.income_band, h.as_of, h.in_dispute,
      d.household_id is not null as declared, d.wage_income, d.transfer_income, d.financial_assets,
      d.vehicle_count, d.declared_on,
      (select json_agg(json_build_object('programme', a.programme, 'startMonth', a.start_month,
          'endMonth', a.end_month, 'monthlyAmount', a.monthly_amount::text,
          'gradualExitUntil', a.gradual_exit_until) order by a.start_month, a.id)
        from civil_affairs.assistance a where a.household_id = h.id) as assistance
    from civil_affairs.household h
    left join civil_affairs.declaration d on d.household_id = h.id
    where h.id = any($1)`,
  members: `
    select m.household_id as key, p.person, p.masked_id_number, p.name, p.sex, p.birth_date, p.marital_status,
      p.death_date, m.kinship, r.person is not null as married, r.registered_on,
      s.name as spouse_name
    from civil_affairs.membership m
    join civil_affairs.person p on p.person = m.person
    left join civil_affairs.marriage r on r.person = m.person
    left join civil_affairs.person s on s.person = r.spouse
    where m.household_id = any($1) and m.role = 'MEMBER'
    order by m.position, m.person`,
  medicalInsurance: `
    select i.person as key, i.insurance_type, i.status, i.employer, i.serious_illness,
      i.original_source, i.as_of, i.fetched_at, i.in_dispute,
      s.person is not null as spent, s.total, s.out_of_pocket
    from medical_insurance.medical_insurance i
    left join lateral (select * from medical_insurance.spending s
      where s.person = i.person order by s.year desc limit 1) s on true
    where i.person = any($1)`,
  disability: `
    select person as key, category, grade, certificate_status, valid_until, living_subsidy
    from disabled_federation.disability where person = any($1)`,
  agriculture: `
    select person as key, low_income_farmer, contracted_area, transfer_rent, annual_subsidies,
      to_json(machinery) as machinery
    from agriculture.agriculture where person = any($1)`,
  property: `
    select k.key, r.person is not null as registered, r.address, r.registered_division,
      i.person is not null as insured, i.pension_status, i.monthly_pension,
      f.person is not null as has_assets, f.deposits,
      (select json_agg(json_build_object('plateNumber', v.plate_number, 'kind', v.kind,
          'status', v.status, 'purchasePrice', v.purchase_price::text,
          'provenance', json_build_object('originalSource', v.original_source))
          order by v.plate_number)
        from big_data.vehicle v where v.person = k.key) as vehicles,
      (select json_agg(json_build_object('usage', e.usage,
          'floorArea', trim_scale(e.floor_area)::text, 'share', trim_scale(e.share)::text)
          order by e.certificate_number)
        from big_data.real_estate e where e.person = k.key) as real_estate,
      (select json_agg(json_build_object('unifiedSocialCreditCode', b.unified_social_credit_code,
          'role', b.role, 'status', b.status) order by b.unified_social_credit_code, b.role)
        from big_data.business b where b.person = k.key) as businesses
    from unnest($1::text[]) as k(key)
    left join big_data.household_registration r on r.person = k.key
    left join big_data.social_insurance i on i.person = k.key
    left join big_data.financial_assets f on f.person = k.key`,
  person: `select person as key, name from civil_affairs.person where person = any($1)`,
} as const;

export type StatementName = keyof typeof STATEMENTS;

/** A row as the driver gives it; every statement calls its key `key`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of hand-written SQL
export type Row = Record<string, any> & { readonly key: string };

/** Runs one statement for some keys and answers its rows by key, in the statement's order. */
export type Find = (name: StatementName, keys: readonly string[]) => Promise<Map<string, Row[]>>;
