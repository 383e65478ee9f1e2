"use client";

import { FieldFrame, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";

type TextAreaFieldProps = FieldWords & {
  readonly defaultValue?: string;
  readonly required?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
};

export function TextAreaField({
  name,
  label,
  hint,
  optionalText,
  defaultValue,
  rows = 5,
  ...area
}: TextAreaFieldProps) {
  const { error, typed, describedBy } = useField(name, hint);
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={typed ?? defaultValue}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        className="field-box"
        {...area}
      />
    </FieldFrame>
  );
}
