/*
 * The lines by which the demonstration county's families are drawn. They make plausible data and
 * decide nothing: the lines that verification applies are dated parameters of its own.
 */

/** Minimum living standard in 元 per person and year; policy document: at least 10,000. */
export const STANDARD_PER_YEAR = 10_000;

/** Marginal line in hundredths of the standard; 浙江省社会救助条例 (2020), article 13. */
export const MARGINAL_PERCENT = 150;

/** Support in extreme poverty in hundredths of the standard; illustrative. */
export const EXTREME_POVERTY_PERCENT = 130;

/** Money assets per head that no honest applicant of the county exceeds, in 元; the line is three years' standard. */
export const MODEST_ASSETS_PER_HEAD = 15_000;

/** Least wage on which an employee's contributions are assessed, in 元 a month; illustrative. */
export const LEAST_CONTRIBUTION_BASE = 5_000;

/** Monthly pension of residents without an employee's career, in 元; illustrative. */
export const RESIDENT_PENSION = { least: 240, most: 420 } as const;

/** Monthly pension of retired employees, in 元; illustrative. */
export const EMPLOYEE_PENSION = { least: 2_300, most: 4_600 } as const;

/** Monthly living subsidy of disabled people in difficulty (困难残疾人生活补贴), in 元; illustrative. */
export const DISABILITY_LIVING_SUBSIDY = 330;

/** Monthly nursing subsidy by grade (重度残疾人护理补贴), in 元; illustrative. */
export const DISABILITY_NURSING_SUBSIDY = { GRADE_1: 500, GRADE_2: 250, GRADE_3: 125 } as const;

/** Later support of reservoir migrants, in 元 a year and person. */
export const RESERVOIR_SUPPORT = 600;
