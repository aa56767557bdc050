import { useRef, useState } from "preact/hooks";
import { PAGES } from "../pages.js";
import { useWords } from "../shared/language.js";
import { IS_DEVELOPER_MODE } from "../shared/mode.js";
import { useCredentials } from "../shared/session.js";
import { loadSandbox, type Loaded } from "./load-sandbox.js";
import "./sandbox.css";

const TEXT = {
  what: {
    zh: "Apollo Sandbox 是 Apollo 公司的在线查询工具，从互联网载入。枢纽自带的查询工具功能相近，不需要互联网。",
    en: "Apollo Sandbox is Apollo's query tool, loaded from the internet. The hub's own explorer does much the same and needs no internet.",
  },
  explorer: { zh: "打开查询工具", en: "Open the explorer" },
  notHere: {
    zh: "只有开发模式提供 Sandbox：它在本页中运行第三方代码，能读到令牌和查询结果，不得用于真实数据。本枢纽不在开发模式。",
    en: "Sandbox is there in developer mode alone: it runs code of a third party in this page, which can read the token and every answer, and is not for real data. This hub is not in developer mode.",
  },
  before: { zh: "载入之前请知悉", en: "Before it is loaded" },
  risks: {
    zh: "Apollo 公司的代码将在本页中运行，能读到本标签页的令牌，并能以您的身份查询；查询语句和结果会显示在该公司的页面框架中。只应在演示数据上使用。",
    en: "Apollo's code will run in this page: it can read this tab's token and ask as you, and queries and answers are shown in a frame of Apollo's. Use it on demonstration data alone.",
  },
  headers: {
    zh: "以下请求头由本页加在每次查询上，不必在 Sandbox 中填写；令牌不写入 Sandbox 的地址或其请求头栏。",
    en: "This page adds these headers to every request, so that none need be entered in Sandbox; the token is put neither into its address nor into its list of headers.",
  },
  token: { zh: "（本次登录的令牌）", en: "(the token you signed in with)" },
  nothing: {
    zh: "按下按钮之前，本页不向互联网发出任何请求。",
    en: "Until the button is pressed this page asks nothing of the internet.",
  },
  load: { zh: "检查网络并载入 Sandbox", en: "Check the network and load Sandbox" },
  loading: { zh: "正在检查网络……", en: "Checking the network…" },
  ready: { zh: "Sandbox 已载入。", en: "Sandbox is loaded." },
  unreachable: {
    zh: (host: string) =>
      `本网络无法访问 ${host}，因此无法使用 Sandbox。请使用枢纽自带的查询工具。`,
    en: (host: string) =>
      `This network does not reach ${host}, so Sandbox cannot be used. Use the hub's own explorer.`,
  },
} as const;

const ELSEWHERE = PAGES.find(({ path }) => path === "sandbox")?.elsewhere;

/** Apollo Sandbox with the caller's headers, once it is asked for and where the network reaches it. */
export function Sandbox() {
  const words = useWords(TEXT);
  return (
    <>
      <p>{words.what}</p>
      <p>
        <a href="./explorer">{words.explorer}</a>
      </p>
      {IS_DEVELOPER_MODE ? <Loading /> : <p>{words.notHere}</p>}
    </>
  );
}

function Loading() {
  const words = useWords(TEXT);
  const credentials = useCredentials();
  const target = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<Loaded | "idle" | "loading">("idle");
  const load = async () => {
    if (!ELSEWHERE || !target.current) return;
    setState("loading");
    setState(await loadSandbox(ELSEWHERE, target.current, credentials));
  };
  const isLoaded = state === "ready";
  return (
    <>
      <section class="panel" aria-labelledby="sandbox-before">
        <h2 id="sandbox-before">{words.before}</h2>
        <p>{words.risks}</p>
        <p>{words.headers}</p>
        <pre tabIndex={0}>
          {`authorization: Bearer ${words.token}\nhub-duty: ${credentials.duty}`}
          {credentials.case === null ? "" : `\nhub-case: ${credentials.case}`}
        </pre>
        <p>{words.nothing}</p>
        <button
          type="button"
          disabled={state === "loading" || isLoaded}
          onClick={() => void load()}
        >
          {words.load}
        </button>
      </section>
      <div aria-live="polite">
        {state === "loading" && <p>{words.loading}</p>}
        {isLoaded && <p>{words.ready}</p>}
        {(state === "unreachable" || state === "silent") && (
          <p class="problems">
            {words.unreachable((state === "silent" ? ELSEWHERE?.frames : ELSEWHERE?.scripts) ?? "")}{" "}
            <a href="./explorer">{words.explorer}</a>
          </p>
        )}
      </div>
      <div class={state === "silent" ? "sandbox silent" : "sandbox"} ref={target} />
    </>
  );
}
