import { useState } from "preact/hooks";
import { askHub, type Outcome } from "./api.js";
import type { Credentials } from "./credentials.js";
import { DeveloperForm } from "./developer-form.js";
import { useWords } from "./language.js";
import { IS_DEVELOPER_MODE } from "./mode.js";
import { SHARED_OPERATIONS } from "./operations.js";
import { Problems } from "./problems.js";
import { useSession } from "./session.js";
import { TokenForm } from "./token-form.js";

const TEXT = {
  title: { zh: "登录", en: "Sign in" },
  kept: {
    zh: "令牌只保存在本标签页中，退出登录或关闭标签页后即删除。",
    en: "The token is kept in this tab alone, until you sign out or close it.",
  },
  byToken: { zh: "使用令牌登录", en: "Sign in with a token" },
} as const;

/** Takes credentials that the hub accepts: by a token, and in developer mode by choosing whom to be. */
export function SignInPanel() {
  const words = useWords(TEXT);
  const { signIn } = useSession();
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const present = async (credentials: Credentials) => {
    const answer = await askHub<unknown>(credentials, SHARED_OPERATIONS.whoAsks);
    setOutcome(answer);
    if (isKnown(answer)) signIn(credentials);
  };
  const byToken = <TokenForm onSubmit={present} />;
  return (
    <section class="panel" id="sign-in" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">{words.title}</h2>
      <p class="help">{words.kept}</p>
      {IS_DEVELOPER_MODE && <DeveloperForm onSubmit={present} onOutcome={setOutcome} />}
      {IS_DEVELOPER_MODE ? (
        <details>
          <summary>{words.byToken}</summary>
          {byToken}
        </details>
      ) : (
        byToken
      )}
      <Problems outcome={outcome} />
    </section>
  );
}

/** Whether the hub knows who asked; it may run registered operations alone, which is said after that. */
function isKnown(answer: Outcome<unknown>): boolean {
  if (answer.kind !== "answered") return false;
  return answer.problems.every(({ code }) => code === "OPERATION_NOT_REGISTERED");
}
