import { PAGES, START } from "../pages.js";
import { useLanguage, useWords } from "../shared/language.js";

const TEXT = {
  introduction: {
    zh: "浦江县各部门之间共享家庭经济状况核对数据的 GraphQL 接口。每个部门只能在其承担的职责下读取该职责需要的字段，每次访问都留有记录。",
    en: "The GraphQL interface through which the departments of Pujiang County share household economic verification data. A department reads only the fields that one of its duties needs, and every access is on record.",
  },
  pages: { zh: "页面", en: "Pages" },
  firstQuery: { zh: "第一次查询", en: "A first query" },
  command: {
    zh: "在枢纽所在的机器上，以县民政局的身份、在职责 1.2 下：",
    en: "On the hub's own machine, as the civil affairs bureau under duty 1.2:",
  },
} as const;

const QUERY =
  '{ household(id: "H330726000039") { township members { name age medicalInsurance { status } vehicles { kind status } } } }';

const firstQuery = () => `TOKEN=$(npm run -s hub -- token --department 县民政局 --duty 1.2)
curl -s ${new URL("graphql", document.baseURI).href} \\
  -H "authorization: Bearer $TOKEN" -H 'hub-duty: 1.2' -H 'hub-case: DEMO-1' \\
  -H 'content-type: application/json' \\
  -d '${JSON.stringify({ query: QUERY })}'`;

/** What the hub is, its pages, and a query to begin with. */
export function Start() {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  return (
    <>
      <h1>{START.title[language]}</h1>
      <p>{words.introduction}</p>
      <h2>{words.pages}</h2>
      <ul>
        {PAGES.map(({ path, title, purpose }) => (
          <li key={path}>
            <a href={`./${path}`}>{title[language]}</a> {purpose[language]}
          </li>
        ))}
      </ul>
      <h2>{words.firstQuery}</h2>
      <p>{words.command}</p>
      <pre tabIndex={0}>{firstQuery()}</pre>
    </>
  );
}
