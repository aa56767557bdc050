import { codeTable, type CodeOf } from "./code-table.js";

/** Sex, GB/T 2261.1. */
export const Sex = codeTable("Sex", "性别", "Sex", {
  UNKNOWN: { code: "0", zh: "未知的性别", en: "unknown" },
  MALE: { code: "1", zh: "男性", en: "male" },
  FEMALE: { code: "2", zh: "女性", en: "female" },
  UNSPECIFIED: { code: "9", zh: "未说明的性别", en: "unspecified" },
});
export type Sex = CodeOf<typeof Sex>;

/**
 * Relation to the head of the household, GB/T 4761, as far as the county uses it. 01 is the person
 * itself and 02 the head: a load of a whole county failed because 01 was read as head.
 */
export const Kinship = codeTable("Kinship", "与户主关系", "Relation to the head of the household", {
  SELF: { code: "01", zh: "本人", en: "the person itself" },
  HEAD: { code: "02", zh: "户主", en: "head of the household" },
  SPOUSE: { code: "10", zh: "配偶", en: "spouse" },
  HUSBAND: { code: "11", zh: "夫", en: "husband" },
  WIFE: { code: "12", zh: "妻", en: "wife" },
  SON: { code: "20", zh: "子", en: "son" },
  SON_IN_LAW: { code: "28", zh: "女婿", en: "son-in-law" },
  DAUGHTER: { code: "30", zh: "女", en: "daughter" },
  DAUGHTER_IN_LAW: { code: "38", zh: "儿媳", en: "daughter-in-law" },
  GRANDCHILD: { code: "40", zh: "孙子、孙女或外孙子、外孙女", en: "grandchild" },
  PARENT: { code: "50", zh: "父母", en: "parent" },
  FATHER: { code: "51", zh: "父亲", en: "father" },
  MOTHER: { code: "52", zh: "母亲", en: "mother" },
  GRANDPARENT: { code: "60", zh: "祖父母或外祖父母", en: "grandparent" },
  SIBLING: { code: "70", zh: "兄弟姐妹", en: "brother or sister" },
  OTHER: { code: "97", zh: "其他亲属", en: "another relative" },
  NON_RELATIVE: { code: "99", zh: "非亲属", en: "no relative" },
});
export type Kinship = CodeOf<typeof Kinship>;

/** Marital status, GB/T 2261.2, its main classes. */
export const MaritalStatus = codeTable("MaritalStatus", "婚姻状况", "Marital status", {
  NEVER_MARRIED: { code: "10", zh: "未婚", en: "never married" },
  MARRIED: { code: "20", zh: "已婚", en: "married" },
  WIDOWED: { code: "30", zh: "丧偶", en: "widowed" },
  DIVORCED: { code: "40", zh: "离婚", en: "divorced" },
  UNSPECIFIED: { code: "90", zh: "未说明的婚姻状况", en: "unspecified" },
});
export type MaritalStatus = CodeOf<typeof MaritalStatus>;

/** Why a child is under protection; the codes are this project's. */
export const ChildWelfareCategory = codeTable(
  "ChildWelfareCategory",
  "儿童福利保障类别",
  "Category of child welfare",
  {
    ORPHAN: { code: "1", zh: "孤儿", en: "orphan" },
    DE_FACTO_UNATTENDED: {
      code: "2",
      zh: "事实无人抚养儿童",
      en: "child nobody in fact brings up",
    },
    DIFFICULT_FAMILY: { code: "3", zh: "困境家庭儿童", en: "child of a family in difficulty" },
    SERIOUS_ILLNESS_OR_DISABILITY: {
      code: "4",
      zh: "重病重残儿童",
      en: "seriously ill or severely disabled child",
    },
  },
);
export type ChildWelfareCategory = CodeOf<typeof ChildWelfareCategory>;

/** The three kinds of left-behind people (三留守); the codes are this project's. */
export const LeftBehindCategory = codeTable(
  "LeftBehindCategory",
  "留守类别",
  "Category of left-behind person",
  {
    CHILD: { code: "1", zh: "留守儿童", en: "left-behind child" },
    WOMAN: { code: "2", zh: "留守妇女", en: "left-behind woman" },
    ELDER: { code: "3", zh: "留守老人", en: "left-behind elder" },
  },
);
export type LeftBehindCategory = CodeOf<typeof LeftBehindCategory>;

/** Stage of schooling; the codes are this project's. */
export const SchoolStage = codeTable("SchoolStage", "学段", "Stage of schooling", {
  PRESCHOOL: { code: "1", zh: "学前教育", en: "preschool" },
  PRIMARY: { code: "2", zh: "小学", en: "primary" },
  JUNIOR_SECONDARY: { code: "3", zh: "初中", en: "junior secondary" },
  SENIOR_SECONDARY: { code: "4", zh: "普通高中", en: "senior secondary" },
  VOCATIONAL_SECONDARY: { code: "5", zh: "中等职业教育", en: "vocational secondary" },
  TERTIARY: { code: "6", zh: "高等教育", en: "tertiary" },
});
export type SchoolStage = CodeOf<typeof SchoolStage>;
