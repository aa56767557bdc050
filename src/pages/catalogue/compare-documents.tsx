import { useState } from "preact/hooks";
import { diffRegister, type RegisterDiff } from "../../policy/register/diff-register.js";
import type { DocumentRegister } from "../../policy/register/join-document.js";
import { useWords } from "../shared/language.js";
import type { ViewProps } from "./catalogue-page.js";
import { DiffView } from "./diff-view.js";

const TEXT = {
  intro: {
    zh: "与现行登记册比较，看各部门在各项职责下得到、失去哪些字段。文件只在本浏览器中读取，不会上传。",
    en: "Compared with the register in force: which fields each department gains and loses, by duty. The file is read in this browser alone and sent nowhere.",
  },
  file: { zh: "另一份文件", en: "The other document" },
  help: {
    zh: "register.json（hub register import 所写），或政策文件 .txt、.docx",
    en: "register.json as hub register import writes it, or a policy document, .txt or .docx",
  },
  reading: { zh: "正在读取……", en: "Reading…" },
  failed: { zh: "无法读取此文件。", en: "The file cannot be read." },
} as const;

/** A comparison that was made. */
export interface ComparedDocuments {
  readonly file: string;
  readonly other: DocumentRegister;
  readonly diff: RegisterDiff;
}

type State = ComparedDocuments | "reading" | { readonly failure: string } | null;

/** What a register in force and another document allow differently; widening is marked. */
export function CompareDocuments({ model }: ViewProps) {
  const words = useWords(TEXT);
  const [state, setState] = useState<State>(null);
  const read = async (file: File) => {
    setState("reading");
    try {
      const { readRegisterFile } = await import("./read-register-file.js");
      const { register } = model.catalogue;
      const other = await readRegisterFile(file, register);
      const diff = diffRegister(register, other.register, model.fields);
      setState({ file: file.name, other, diff });
    } catch (error) {
      setState({ failure: (error as Error).message });
    }
  };
  return (
    <>
      <p>{words.intro}</p>
      <div class="field file">
        <label for="other-document">{words.file}</label>
        <input
          id="other-document"
          type="file"
          accept=".json,.txt,.docx"
          aria-describedby="other-document-help"
          onChange={({ currentTarget: { files } }) => {
            const [file] = files ?? [];
            if (file) void read(file);
          }}
        />
        <p class="help" id="other-document-help">
          {words.help}
        </p>
      </div>
      <div aria-live="polite">
        {state === "reading" && <p>{words.reading}</p>}
        {state !== null && typeof state === "object" && "diff" in state && (
          <DiffView model={model} compared={state} />
        )}
      </div>
      {state !== null && typeof state === "object" && "failure" in state && (
        <div class="problems" role="alert">
          <p>
            <strong>{words.failed}</strong>{" "}
            <span lang="en" class="failure">
              {state.failure}
            </span>
          </p>
        </div>
      )}
    </>
  );
}
