"use client";

import { FieldFrame, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";

export type Choice = { readonly value: string; readonly label: string };

type SelectFieldProps = FieldWords & {
  readonly options: readonly Choice[];
  /** The empty first choice: "Pilih provinsi". */
  readonly emptyText?: string;
  readonly defaultValue?: string;
  readonly required?: boolean;
  readonly autoComplete?: string;
};

export function SelectField({
  name,
  label,
  hint,
  optionalText,
  options,
  emptyText,
  defaultValue,
  required,
  autoComplete,
}: SelectFieldProps) {
  const { error, typed, describedBy } = useField(name, hint);
  const chosen = typed ?? defaultValue ?? "";
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      <select
        // React keeps the first default of a select; a new key makes the typed value the default.
        key={chosen}
        id={name}
        name={name}
        defaultValue={chosen}
        required={required}
        autoComplete={autoComplete}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        className="field-box"
      >
        {emptyText === undefined ? null : <option value="">{emptyText}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
