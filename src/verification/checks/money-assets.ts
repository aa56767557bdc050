import { addMoney, compareMoney } from "../../codes/money.js";
import { assetsIn, moneyAssets } from "../means/assets.js";
import { amounts, evidence, type Check, type Finding } from "../finding.js";
import { isMeansTested } from "../situation.js";

/** Deposits, securities and insurance against the line per head and against the declaration. */
export const moneyAssetsCheck: Check = (situation, parameters, date) => {
  const assets = moneyAssets(situation, parameters);
  if (assets.total === null || assets.perHead === null) return [];
  if (!isMeansTested(situation, date)) return [];
  const declared = situation.declared?.financialAssets ?? null;
  const shown = evidenceOf(assets.records);
  const accepted = addMoney(declared ?? "0.00", parameters.moneyAssetTolerance);
  const findings: Finding[] = [];
  if (compareMoney(assets.perHead, assets.linePerHead) > 0) {
    findings.push({
      code: "MONEY_ASSETS_ABOVE_LINE",
      severity: "HIGH",
      person: null,
      declared: declared === null ? null : amounts(declared, "元"),
      found: {
        zh: `${assets.total} 元，人均 ${assets.perHead} 元，标准 ${assets.linePerHead} 元`,
        en: `${assets.total} yuan, ${assets.perHead} per head, line ${assets.linePerHead}`,
        amount: assets.total,
        unit: "元",
      },
      evidence: shown,
      basis: ["REGULATION_9", "PROPERTY_MEASURES"],
      advice: {
        zh: "请家庭说明资金来源和用途；代管、赔偿、医疗借款等提供凭证后剔除，其余超过标准的不符合财产条件。",
        en: "Ask where the money is from and what for; what is held for others, compensation or borrowed for treatment is set aside on proof, the rest above the line fails the property test.",
      },
    });
  }
  if (declared !== null && compareMoney(assets.total, accepted) > 0) {
    findings.push({
      code: "MONEY_ASSETS_UNDERDECLARED",
      severity: "MEDIUM",
      person: null,
      declared: amounts(declared, "元"),
      found: amounts(assets.total, "元"),
      evidence: shown,
      basis: ["REGULATION_51"],
      advice: {
        zh: "请家庭逐户说明未申报的账户，补报后重新核对。",
        en: "Ask about every account that was not declared, have it added and verify again.",
      },
    });
  }
  return findings;
};

function evidenceOf(records: ReturnType<typeof moneyAssets>["records"]): Finding["evidence"] {
  return records.map(({ member, record }) => {
    const amount = assetsIn(record);
    const [zh, en] = [`货币财产合计 ${amount} 元`, `money assets of ${amount} yuan`];
    return evidence("financialAssets", member, record, zh, en);
  });
}
