import { useId } from "preact/hooks";
import type { ComponentChildren } from "preact";

interface Labelled {
  readonly label: string;
  /** What to know before filling it in. */
  readonly help?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

interface Written extends Labelled {
  /** In characters. */
  readonly maxLength?: number;
}

/** What a line of text takes besides. */
interface Line extends Written {
  readonly inputMode?: "text" | "numeric" | "decimal";
}

/** A line of text with its label. */
export function TextField({ label, help, value, onChange, ...attributes }: Line) {
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <input
          type="text"
          autocomplete="off"
          {...ids}
          {...attributes}
          value={value}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text with their label. */
export function TextAreaField({
  label,
  help,
  value,
  onChange,
  ...attributes
}: Written & { readonly rows?: number }) {
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <textarea
          autocomplete="off"
          spellcheck={false}
          {...ids}
          {...attributes}
          value={value}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A choice with its label; its children are the options. */
export function SelectField({
  label,
  help,
  value,
  onChange,
  children,
  ...attributes
}: Labelled & { readonly children: ComponentChildren }) {
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <select
          {...ids}
          {...attributes}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}

interface FieldIds {
  readonly id: string;
  readonly "aria-describedby"?: string;
}

function Field({
  label,
  help,
  children,
}: Pick<Labelled, "label" | "help"> & { readonly children: (ids: FieldIds) => ComponentChildren }) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(help ? { id, "aria-describedby": helpId } : { id })}
      {help && (
        <p class="help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
