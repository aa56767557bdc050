import { keyOf, openMasked } from "../at-rest.js";
import { answering } from "./hand-written/answer.js";
import { openPool } from "./hand-written/pool.js";
import { listenOn, serve } from "./serve.js";

const AGE = `extract(year from current_date)::int - extract(year from p.birth_date)::int
  - (to_char(current_date, 'MM-DD') < to_char(p.birth_date, 'MM-DD'))::int`;

const MEMBERS = `
  select json_agg(json_build_object(
    'name', p.name,
    'maskedIdNumber', p.person || ' ' || p.masked_id_number,
    'sex', p.sex, 'birthDate', p.birth_date, 'age', ${AGE}, 'kinship', m.kinship,
    'maritalStatus', p.marital_status, 'deathDate', p.death_date,
    'marriage', case when r.person is not null then json_build_object(
      'registeredOn', r.registered_on,
      'spouse', case when s.person is not null then json_build_object('name', s.name) end) end,
    'medicalInsurance', case when i.person is not null then json_build_object(
      'insuranceType', i.insurance_type, 'status', i.status, 'employer', i.employer,
      'seriousIllness', i.serious_illness,
      'spending', (select json_build_object('total', x.total::text, 'outOfPocket', x.out_of_pocket::text)
        from medical_insurance.spending x where x.person = m.person order by x.year desc limit 1),
      'provenance', json_build_object('department', '县医保局', 'originalSource', i.original_source,
        'asOf', i.as_of, 'fetchedAt', i.fetched_at, 'inDispute', i.in_dispute)) end,
    'disability', case when d.person is not null then json_build_object(
      'category', d.category, 'grade', d.grade, 'certificateStatus', d.certificate_status,
      'validUntil', d.valid_until, 'livingSubsidy', d.living_subsidy::text) end,
    'agriculture', case when a.person is not null then json_build_object(
      'lowIncomeFarmer', a.low_income_farmer,
      'contractedArea', trim_scale(a.contracted_area)::text,
      'transferRent', a.transfer_rent::text, 'annualSubsidies', a.annual_subsidies::text,
      'machinery', a.machinery) end,
    'householdRegistration', case when g.person is not null then json_build_object(
      'address', g.address, 'registeredDivision', g.registered_division) end,
    'vehicles', coalesce((select json_agg(json_build_object('plateNumber', v.plate_number,
        'kind', v.kind, 'status', v.status, 'purchasePrice', v.purchase_price::text,
        'provenance', json_build_object('originalSource', v.original_source)) order by v.plate_number)
      from big_data.vehicle v where v.person = m.person), '[]'),
    'realEstate', coalesce((select json_agg(json_build_object('usage', e.usage,
        'floorArea', trim_scale(e.floor_area)::text, 'share', trim_scale(e.share)::text)
        order by e.certificate_number)
      from big_data.real_estate e where e.person = m.person), '[]'),
    'socialInsurance', case when c.person is not null then json_build_object(
      'pensionStatus', c.pension_status, 'monthlyPension', c.monthly_pension::text) end,
    'businesses', coalesce((select json_agg(json_build_object(
        'unifiedSocialCreditCode', b.unified_social_credit_code, 'role', b.role, 'status', b.status)
        order by b.unified_social_credit_code, b.role)
      from big_data.business b where b.person = m.person), '[]'),
    'financialAssets', case when f.person is not null then json_build_object(
      'deposits', f.deposits::text) end
  ) order by m.position, m.person)
  from civil_affairs.membership m
  join civil_affairs.person p on p.person = m.person
  left join civil_affairs.marriage r on r.person = m.person
  left join civil_affairs.person s on s.person = r.spouse
  left join medical_insurance.medical_insurance i on i.person = m.person
  left join disabled_federation.disability d on d.person = m.person
  left join agriculture.agriculture a on a.person = m.person
  left join big_data.household_registration g on g.person = m.person
  left join big_data.social_insurance c on c.person = m.person
  left join big_data.financial_assets f on f.person = m.person
  where m.household_id = h.id and m.role = 'MEMBER'`;

const HOUSEHOLD = `json_build_object(
  'id', h.id, 'township', h.township, 'village', h.village, 'headCount', h.head_count,
  'incomeBand', h.income_band,
  'provenance', json_build_object('department', '县民政局', 'asOf', h.as_of, 'inDispute', h.in_dispute),
  'assistance', coalesce((select json_agg(json_build_object('programme', t.programme,
      'startMonth', t.start_month, 'endMonth', t.end_month, 'monthlyAmount', t.monthly_amount::text,
      'gradualExitUntil', t.gradual_exit_until) order by t.start_month, t.id)
    from civil_affairs.assistance t where t.household_id = h.id), '[]'),
  'declaration', (select json_build_object('wageIncome', n.wage_income::text,
      'transferIncome', n.transfer_income::text, 'financialAssets', n.financial_assets::text,
      'vehicleCount', n.vehicle_count, 'declaredOn', n.declared_on)
    from civil_affairs.declaration n where n.household_id = h.id),
  'members', coalesce((${MEMBERS}), '[]'))`;

const STATEMENTS = {
  household: `select json_build_object('data', json_build_object('household',
    (select ${HOUSEHOLD} from civil_affairs.household h where h.id = $1)))::text as answer`,
  households: `select json_build_object('data', json_build_object('households',
    (select json_agg(case when h.id is not null then ${HOUSEHOLD} end order by k.place)
      from unnest($1::text[]) with ordinality as k(id, place)
      left join civil_affairs.household h on h.id = k.id)))::text as answer`,
  person: `select json_build_object('data', json_build_object('person',
    (select json_build_object('name', name) from civil_affairs.person
      where person = $1)))::text as answer`,
} as const;

/** PostgreSQL cannot open what is sealed: it writes person and text, and the number takes their place here. */
function withMasked(answer: string): string {
  return answer.replace(
    /"maskedIdNumber" : "(\S+) ([^"]+)"/g,
    (_, person: string, sealed: string) => `"maskedIdNumber" : "${openMasked(sealed, person)}"`,
  );
}

/** What is left where PostgreSQL itself writes the answer: a token check and one prepared statement. */
await serve(async () => {
  const pool = openPool();
  const answer = async (name: keyof typeof STATEMENTS, value: unknown) => {
    const { rows } = await pool.query<{ answer: string }>({
      name,
      text: STATEMENTS[name],
      values: [value],
    });
    return withMasked(rows[0]?.answer ?? "{}");
  };
  const handler = await answering({
    "/household": ({ id }) => answer("household", id),
    "/households": ({ ids }) => answer("households", ids),
    "/person": ({ idNumber }) => answer("person", keyOf(idNumber)),
  });
  return listenOn(handler);
});
