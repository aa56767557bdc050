import { codeTable, type CodeOf } from "./code-table.js";

/** Who signed a consent (授权书) for whom; the codes are this project's. */
export const SignerRelation = codeTable("SignerRelation", "签署人身份", "Who signed a consent", {
  SELF: { code: "1", zh: "本人", en: "the person" },
  GUARDIAN: { code: "2", zh: "监护人", en: "a guardian" },
  LEGAL_REPRESENTATIVE: { code: "3", zh: "法定代理人", en: "a legal representative" },
});
export type SignerRelation = CodeOf<typeof SignerRelation>;

/** State of a consent's version; the codes are this project's. */
export const ConsentState = codeTable("ConsentState", "授权状态", "State of a consent", {
  GIVEN: { code: "1", zh: "已授权", en: "given" },
  REVOKED: { code: "2", zh: "已撤回", en: "revoked by the person" },
  ENDED: { code: "3", zh: "已终止", en: "ended by rule" },
});
export type ConsentState = CodeOf<typeof ConsentState>;
