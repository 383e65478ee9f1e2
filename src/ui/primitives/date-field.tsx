"use client";

import { useContext } from "react";
import { FieldGroup, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { FormContext, useField } from "#ui/primitives/form-context.ts";

type DateParts = { readonly day: string; readonly month: string; readonly year: string };

type DateFieldProps = FieldWords & {
  /** The words above the three boxes. */
  readonly parts: DateParts;
  readonly defaultValue?: DateParts;
  readonly birthday?: boolean;
};

/** Three boxes, sent as `<name>-day`, `<name>-month`, `<name>-year`; errors arrive under `<name>`. */
export function DateField({
  name,
  label,
  hint,
  optionalText,
  parts,
  defaultValue,
  birthday,
}: DateFieldProps) {
  const { error } = useField(name, hint);
  const { values } = useContext(FormContext);
  return (
    <FieldGroup name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      <div className="flex flex-wrap gap-3">
        {(["day", "month", "year"] as const).map((part) => {
          const typed = values[`${name}-${part}`];
          const id = part === "day" ? name : `${name}-${part}`;
          return (
            <div
              key={part}
              className={part === "year" ? "grid w-24 gap-1 sm:w-28" : "grid w-18 gap-1 sm:w-20"}
            >
              <label htmlFor={id} className="text-sm">
                {parts[part]}
              </label>
              <input
                id={id}
                name={`${name}-${part}`}
                inputMode="numeric"
                maxLength={part === "year" ? 4 : 2}
                autoComplete={birthday ? `bday-${part}` : undefined}
                defaultValue={typeof typed === "string" ? typed : defaultValue?.[part]}
                aria-invalid={error ? true : undefined}
                className="field-box"
              />
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
