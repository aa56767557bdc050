/**
 * Every household's income per head and band, computed in SQL from the departments' own tables:
 * nothing of it is shared with the hub's calculation. $1 is the day on which consents are in force.
 * Illustrative values are those of schema/verification/parameters.json.
 */
export const INCOME_BANDS_SQL = `
with consented as (
  select distinct c.person
  from consent.consent c
  where c.state = 'GIVEN' and c.duties @> array['1.2'] and c.valid_from <= $1::date
    and (c.valid_to is null or c.valid_to >= $1::date)
    and not exists (
      select from consent.consent later where later.id = c.id and later.version > c.version)
),
person as (
  select m.household_id,
    case when c.person is null then 0 else greatest(
      coalesce(t.taxable_income, 0),
      coalesce(s.contribution_base, 0) * 12,
      round(coalesce(f.monthly_contribution, 0) * 1200 / 24, 2),
      case
        when i.insurance_type = 'EMPLOYEE' and i.status = 'NORMAL' and i.employer is not null
          or s.employed and not coalesce(d.assisted_employment, false)
        then 2260 * 12 else 0 end) end as wage,
    case when c.person is null then 0
      else coalesce(a.transfer_rent, 0) + coalesce(a.collective_dividend, 0) end as property,
    case when c.person is null then 0
      else coalesce(a.annual_subsidies, 0)
        + 12 * (coalesce(s.monthly_pension, 0) + coalesce(s.unemployment_benefit, 0))
      end as transfer
  from civil_affairs.membership m
  left join consented c using (person)
  left join big_data.income_tax t using (person)
  left join big_data.social_insurance s using (person)
  left join big_data.housing_fund f using (person)
  left join medical_insurance.medical_insurance i using (person)
  left join disabled_federation.disability d using (person)
  left join agriculture.agriculture a using (person)
  where m.role = 'MEMBER'
),
household as (
  select household_id, count(*) as members,
    sum(wage) as wage, sum(property) as property, sum(transfer) as transfer
  from person group by household_id
),
assessed as (
  select household_id,
    round((greatest(h.wage, d.wage_income) + d.business_income
      + greatest(h.property, d.property_income)
      + greatest(h.transfer, d.transfer_income) + d.other_income) / h.members / 12, 2) as monthly
  from household h join civil_affairs.declaration d using (household_id)
)
select household_id as id, monthly::text,
  case when monthly <= 833.33 then 'WITHIN_STANDARD'
    when monthly <= 1250.00 then 'WITHIN_MARGINAL_LINE'
    else 'ABOVE_MARGINAL_LINE' end as band
from assessed order by household_id`;
