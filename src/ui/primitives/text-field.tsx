"use client";

import type { InputHTMLAttributes } from "react";
import { FieldFrame, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "required"
  | "autoComplete"
  | "inputMode"
  | "maxLength"
  | "minLength"
  | "min"
  | "max"
  | "step"
  | "pattern"
  | "readOnly"
  | "placeholder"
  | "spellCheck"
  | "autoCapitalize"
  | "list"
>;

type TextFieldProps = FieldWords &
  InputAttributes & {
    readonly type?: "text" | "email" | "tel" | "url" | "number" | "search";
    readonly defaultValue?: string;
    /** How much is expected: the box says so before a word is read. */
    readonly width?: keyof typeof widths;
    /** Shown inside the box's row, before and after: "Rp", "jam". */
    readonly prefix?: string;
    readonly suffix?: string;
  };

const widths = { full: "", half: "sm:max-w-80", short: "max-w-48", tiny: "max-w-24" } as const;

export function TextField({
  name,
  label,
  hint,
  optionalText,
  defaultValue,
  type = "text",
  width = "full",
  prefix,
  suffix,
  ...input
}: TextFieldProps) {
  const { error, typed, describedBy } = useField(name, hint);
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      <div className={`flex items-center gap-2 ${widths[width]}`}>
        {prefix ? <span className="font-semibold text-ink-soft">{prefix}</span> : null}
        <input
          id={name}
          name={name}
          type={type}
          defaultValue={typed ?? defaultValue}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className="field-box"
          {...input}
        />
        {suffix ? <span className="text-ink-soft">{suffix}</span> : null}
      </div>
    </FieldFrame>
  );
}
