import { DateField, TextField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { AMOUNTS, COUNTS, type TypedDeclaration } from "./declaration.js";

/** What each field of a declaration is called. */
export const LABELS = {
  wageIncome: { zh: "工资性收入（元/年）", en: "Wages (yuan a year)" },
  businessIncome: { zh: "经营净收入（元/年）", en: "Net business income (yuan a year)" },
  propertyIncome: { zh: "财产净收入（元/年）", en: "Net property income (yuan a year)" },
  transferIncome: { zh: "转移净收入（元/年）", en: "Net transfers (yuan a year)" },
  otherIncome: { zh: "其他收入（元/年）", en: "Other income (yuan a year)" },
  financialAssets: { zh: "货币财产（元）", en: "Money assets (yuan)" },
  vehicleCount: { zh: "机动车（辆）", en: "Motor vehicles" },
  dwellingCount: { zh: "住房（套）", en: "Dwellings" },
  declaredOn: { zh: "申报日期", en: "Declared on" },
} as const;

const TEXT = {
  legend: { zh: "申报（全体成员合计）", en: "Declaration (all members together)" },
} as const;

interface DeclarationFieldsProps {
  readonly value: TypedDeclaration;
  readonly onChange: (value: TypedDeclaration) => void;
}

/** The fields of a declaration. */
export function DeclarationFields({ value, onChange }: DeclarationFieldsProps) {
  const words = useWords(TEXT);
  const labels = useWords(LABELS);
  const bound = (name: keyof TypedDeclaration) => ({
    label: labels[name],
    value: value[name],
    onChange: (typed: string) => onChange({ ...value, [name]: typed }),
    required: true,
  });
  return (
    <fieldset>
      <legend>{words.legend}</legend>
      <div class="grid">
        {AMOUNTS.map((name) => (
          <TextField key={name} inputMode="decimal" {...bound(name)} />
        ))}
        {COUNTS.map((name) => (
          <TextField key={name} inputMode="numeric" {...bound(name)} />
        ))}
        <DateField {...bound("declaredOn")} />
      </div>
    </fieldset>
  );
}
