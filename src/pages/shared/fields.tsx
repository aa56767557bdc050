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
  /** What is wrong with the value; null where nothing is. */
  readonly error?: string | null;
}

/** A line of text with its label. */
export function TextField({ label, help, error, value, onChange, ...attributes }: Line) {
  return (
    <Field label={label} help={help} error={error}>
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

/** A day with its label; `YYYY-MM-DD`, empty for none. */
export function DateField({ label, help, value, onChange, ...attributes }: Labelled) {
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <input
          type="date"
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
  readonly "aria-invalid"?: true;
}

interface FieldProps extends Pick<Labelled, "label" | "help"> {
  readonly error?: string | null | undefined;
  readonly children: (ids: FieldIds) => ComponentChildren;
}

function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  const [helpId, errorId] = [`${id}-help`, `${id}-error`];
  const described = [error && errorId, help && helpId].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      {error && (
        <p class="fault" id={errorId} role="alert">
          {error}
        </p>
      )}
      {help && (
        <p class="help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
