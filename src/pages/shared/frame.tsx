import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PAGES, START, type PageEntry } from "../pages.js";
import { ChangeStanding } from "./change-standing.js";
import { useLanguage, useWords } from "./language.js";
import { useSession } from "./session.js";
import { SignInPanel } from "./sign-in.js";

const TEXT = {
  skip: { zh: "跳到正文", en: "Skip to content" },
  pages: { zh: "页面", en: "Pages" },
  other: { zh: "English", en: "中文" },
  signIn: { zh: "登录", en: "Sign in" },
  signOut: { zh: "退出登录", en: "Sign out" },
  duty: { zh: (id: string) => `职责 ${id}`, en: (id: string) => `duty ${id}` },
  case: { zh: (id: string) => `案件 ${id}`, en: (id: string) => `case ${id}` },
} as const;

interface FrameProps {
  readonly page: PageEntry;
  /** Whether the page has nothing for who is not signed in. */
  readonly needsSignIn: boolean;
  readonly children: ComponentChildren;
}

/** What stands around every page: its way to the others, the language, and who has signed in. */
export function Frame({ page, needsSignIn, children }: FrameProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { credentials } = useSession();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    document.title =
      page === START ? START.title[language] : `${page.title[language]} · ${START.title[language]}`;
  }, [page, language]);
  useEffect(() => setOpen(false), [credentials]);
  const isSigningIn = credentials === null && (needsSignIn || isOpen);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="head">
        <Navigation page={page} />
        <div class="session">
          <Who />
          {credentials === null && !needsSignIn && (
            <button
              type="button"
              class="quiet"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {words.signIn}
            </button>
          )}
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {page !== START && <h1>{page.title[language]}</h1>}
        {isSigningIn && <SignInPanel />}
        {(credentials !== null || !needsSignIn) && children}
      </main>
    </>
  );
}

function Navigation({ page }: Pick<FrameProps, "page">) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  return (
    <nav aria-label={words.pages}>
      {[START, ...PAGES].map((entry) => (
        <a
          key={entry.path}
          href={`./${entry.path}`}
          class={entry === START ? "brand" : undefined}
          aria-current={entry === page ? "page" : undefined}
        >
          {entry.title[language]}
        </a>
      ))}
    </nav>
  );
}

/** Who has signed in; nothing where nobody has. */
function Who() {
  const words = useWords(TEXT);
  const { credentials, signOut } = useSession();
  if (!credentials) return null;
  const { department, operator, duty } = credentials;
  return (
    <>
      <ul class="who">
        <li lang="zh-CN">{department}</li>
        {operator && <li>{operator}</li>}
        <li>{words.duty(duty)}</li>
        {credentials.case && <li>{words.case(credentials.case)}</li>}
      </ul>
      <ChangeStanding key={`${duty} ${credentials.case}`} credentials={credentials} />
      <button type="button" class="quiet" onClick={signOut}>
        {words.signOut}
      </button>
    </>
  );
}

function LanguageSwitch() {
  const words = useWords(TEXT);
  const { language, choose } = useLanguage();
  const isChinese = language === "zh";
  return (
    <button
      type="button"
      class="quiet"
      lang={isChinese ? "en" : "zh-CN"}
      onClick={() => choose(isChinese ? "en" : "zh")}
    >
      {words.other}
    </button>
  );
}
