import { useState } from "preact/hooks";
import { readToken, type Credentials } from "./credentials.js";
import { SelectField, TextField } from "./fields.js";
import { useWords } from "./language.js";
import { useSession } from "./session.js";

const TEXT = {
  change: { zh: "更改职责或案件", en: "Change duty or case" },
  duty: { zh: "职责", en: "Duty" },
  case: { zh: "案件编号", en: "Case" },
  take: { zh: "更改", en: "Change" },
} as const;

/** Changes the duty, among those of the token, or the case, without signing out. */
export function ChangeStanding({ credentials }: { readonly credentials: Credentials }) {
  const words = useWords(TEXT);
  const { signIn } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [duty, setDuty] = useState(credentials.duty);
  const [reference, setReference] = useState(credentials.case ?? "");
  const duties = readToken(credentials.token)?.duties ?? [credentials.duty];
  const change = (event: Event) => {
    event.preventDefault();
    signIn({ ...credentials, duty, case: reference.trim() || null });
    setOpen(false);
  };
  return (
    <>
      <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.change}
      </button>
      {isOpen && (
        <form class="standing" aria-label={words.change} onSubmit={change}>
          <SelectField label={words.duty} value={duty} onChange={setDuty}>
            {duties.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </SelectField>
          <TextField label={words.case} value={reference} onChange={setReference} maxLength={100} />
          <button type="submit">{words.take}</button>
        </form>
      )}
    </>
  );
}
