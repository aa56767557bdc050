import { useLanguage, useWords } from "../shared/language.js";
import type { PublicRegister } from "../shared/public-register.js";
import { useRegister } from "../shared/register.js";

const TEXT = {
  loading: { zh: "正在读取登记册……", en: "Reading the register…" },
  unreachable: {
    zh: "无法读取登记册，请稍后再试。",
    en: "The register cannot be read: try again later.",
  },
  departments: {
    zh: (count: number) => `部门与职责（${count} 个部门）`,
    en: (count: number) => `Departments and their duties (${count} departments)`,
  },
} as const;

/** The departments of the register, each with the duties that it answers for. */
export function Catalogue() {
  const words = useWords(TEXT);
  const register = useRegister();
  if (register === "loading") return <p aria-live="polite">{words.loading}</p>;
  if (register === "unreachable") return <p role="alert">{words.unreachable}</p>;
  return (
    <section>
      <h2>{words.departments(register.departments.length)}</h2>
      <Departments register={register} />
    </section>
  );
}

function Departments({ register }: { readonly register: PublicRegister }) {
  const { language } = useLanguage();
  const dutyOf = new Map(register.duties.map((duty) => [duty.id, duty]));
  return (
    <>
      {register.departments.map(({ name, aliases, duties }) => (
        <section key={name}>
          <h3 lang="zh-CN">{[name, ...aliases].join(" / ")}</h3>
          <ul>
            {duties.map((id) => {
              const duty = dutyOf.get(id);
              const purpose = duty?.purpose?.[language];
              return (
                <li key={id}>
                  {id} {purpose ?? <span lang="zh-CN">{duty?.title}</span>}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
