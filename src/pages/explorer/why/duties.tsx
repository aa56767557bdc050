import { readToken } from "../../shared/credentials.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useRegister } from "../../shared/register.js";
import { useCredentials, useSession } from "../../shared/session.js";

const TEXT = {
  change: { zh: (id: string) => `改用职责 ${id}`, en: (id: string) => `Change to duty ${id}` },
} as const;

/** Duties by their ids, each with what it is for, and a way to change to it where the token holds it. */
export function Duties({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { signIn } = useSession();
  const credentials = useCredentials();
  const register = useRegister();
  const known = typeof register === "string" ? [] : register.duties;
  const held = readToken(credentials.token)?.duties ?? [];
  return (
    <ul class="duties">
      {ids.map((id) => {
        const duty = known.find((each) => each.id === id);
        return (
          <li key={id}>
            {id} {duty?.purpose?.[language] ?? <span lang="zh-CN">{duty?.title}</span>}{" "}
            {held.includes(id) && id !== credentials.duty && (
              <button
                type="button"
                class="quiet"
                onClick={() => signIn({ ...credentials, duty: id })}
              >
                {words.change(id)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
