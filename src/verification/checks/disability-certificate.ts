import { CertificateStatus } from "../../codes/code-tables.js";
import { evidence, says, type Check } from "../finding.js";
import { isCertificateValid } from "../means/disability.js";
import { placeOf, programmesOn, recordsOf } from "../situation.js";

/** Whether a certificate on which subsidies or a single-household admission rest is valid on the day. */
export const disabilityCertificate: Check = (situation, _parameters, date) => {
  const admitted = programmesOn(situation, date).has("SINGLE_HOUSEHOLD");
  return recordsOf(situation, "disability").flatMap(({ member, record }) => {
    const { livingSubsidy, nursingSubsidy, certificateStatus, validUntil } = record;
    const relied = admitted || livingSubsidy !== null || nursingSubsidy !== null;
    if (!relied || isCertificateValid(record, date)) return [];
    const status = certificateStatus && CertificateStatus.entries[certificateStatus];
    const zh = `残疾人证${status?.zh ?? ""}，有效期至 ${validUntil ?? "不详"}`;
    const en = `certificate ${status?.en ?? ""}, valid until ${validUntil ?? "unknown"}`;
    return [
      {
        code: "CERTIFICATE_NOT_VALID" as const,
        severity: "MEDIUM" as const,
        person: placeOf(member),
        declared: admitted
          ? says("享受单独列户低保", "admitted as a household of its own")
          : says("享受残疾人补贴", "draws a disability subsidy"),
        found: says(zh, en),
        evidence: [evidence("disability", member, record, zh, en)],
        basis: ["DISABILITY_STANDARD" as const, "DOCUMENT_2_3" as const, "DOCUMENT_3_2" as const],
        advice: {
          zh: "通知本人到残联换证、重新评定；按新等级重新确定补贴和单独列户，评定期间不先行停发。",
          en: "Send the person to have the certificate renewed and the grade assessed again; settle subsidies and admission by the new grade, and stop nothing meanwhile.",
        },
      },
    ];
  });
};
