"use client";

import type { ReactNode } from "react";
import { FieldGroup, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";

export type RadioOption = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode };

type RadioGroupProps = FieldWords & {
  readonly options: readonly RadioOption[];
  readonly defaultValue?: string;
  readonly required?: boolean;
  /** "row": short answers side by side (Ya, Tidak). "cards": two columns from 640 px. */
  readonly layout?: keyof typeof layouts;
};

const layouts = {
  stack: "grid gap-2",
  row: "flex flex-wrap gap-2",
  cards: "grid gap-3 sm:grid-cols-2",
} as const;

/** The first option has the field's name as id, so that the error summary can lead to it. */
export function RadioGroup({
  name,
  label,
  hint,
  optionalText,
  options,
  defaultValue,
  required,
  layout = "stack",
}: RadioGroupProps) {
  const { error, typed } = useField(name, hint);
  const chosen = typed ?? defaultValue;
  return (
    <FieldGroup name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      <div className={layouts[layout]}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className="choice petal-sm flex min-h-12 cursor-pointer items-start gap-3 border-2 border-line bg-surface px-4 py-2.5 hover:border-line-strong"
          >
            <input
              id={index === 0 ? name : `${name}-${index + 1}`}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              required={required}
              aria-invalid={error ? true : undefined}
              className="tick"
            />
            <span className="grid gap-0.5">
              <span className={option.hint ? "font-semibold" : undefined}>{option.label}</span>
              {option.hint ? <span className="text-sm text-ink-soft">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
