import type { ReportPerson } from "../../verification/report/report-person.js";
import { capital, type Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Cell, Section } from "./document.js";
import { consentCell, kinshipName, nameOf, NONE, roleName } from "./labels.js";

/** Members and obligors with the consent of each. */
export function personsSection({ report }: ReportView, words: Wording): Section {
  return {
    id: "persons",
    heading: words.say("家庭成员与授权", "Members and their consent"),
    annex: false,
    blocks: [
      {
        kind: "table",
        caption: words.say("家庭成员、赡抚扶养人及其授权", "Members, obligors and their consent"),
        columns: [
          { heading: words.say("人员", "Person"), width: 14, align: "start" },
          { heading: words.say("姓名", "Name"), width: 14, align: "start" },
          { heading: words.say("公民身份号码", "ID number"), width: 23, align: "start" },
          { heading: words.say("与户主关系", "Relation to the head"), width: 12, align: "start" },
          { heading: words.say("授权", "Consent"), width: 22, align: "start" },
          { heading: words.say("授权书", "Consent form"), width: 15, align: "start" },
        ],
        groups: [{ heading: null, rows: report.persons.map((person) => personRow(person, words)) }],
      },
      {
        kind: "paragraph",
        text: words.say(
          "公民身份号码部分隐去，不显示出生日期。",
          "ID numbers are partly hidden and birth dates are not shown.",
        ),
      },
    ],
  };
}

function personRow(person: ReportPerson, words: Wording): readonly Cell[] {
  return [
    { text: capital(`${roleName(person.role, words)} ${person.place}`) },
    { text: nameOf(person, words) },
    { text: person.maskedIdNumber ?? NONE },
    { text: kinshipName(person.kinship, words) },
    consentCell(person.consent, words),
    { text: person.consentReference ?? NONE },
  ];
}
