"use client";

import { FieldError, FieldGroup, FieldHint, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";
import type { RadioOption } from "#ui/primitives/radio-group.tsx";

type CheckboxFieldProps = Omit<FieldWords, "optionalText"> & {
  /** What is sent when ticked. */
  readonly value?: string;
  readonly defaultChecked?: boolean;
  readonly required?: boolean;
};

/** One statement to agree with or not. */
export function CheckboxField({
  name,
  label,
  hint,
  value = "yes",
  defaultChecked,
  required,
}: CheckboxFieldProps) {
  const { error, typed, describedBy } = useField(name, hint);
  return (
    <div className={error ? "grid gap-2 border-s-4 border-danger ps-4" : "grid gap-2"}>
      <FieldError name={name} error={error} />
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={typed === undefined ? defaultChecked : typed === value}
          required={required}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className="tick"
        />
        <span>{label}</span>
      </label>
      <FieldHint name={name} hint={hint} />
    </div>
  );
}

type CheckboxGroupProps = FieldWords & {
  readonly options: readonly RadioOption[];
  readonly defaultValues?: readonly string[];
};

/** Any number of answers under one name. */
export function CheckboxGroup({
  name,
  label,
  hint,
  optionalText,
  options,
  defaultValues = [],
}: CheckboxGroupProps) {
  const { error, typedList } = useField(name, hint);
  const chosen = typedList ?? defaultValues;
  return (
    <FieldGroup name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      {options.map((option, index) => (
        <label
          key={option.value}
          className="choice petal-sm flex min-h-12 cursor-pointer items-start gap-3 border-2 border-line bg-surface px-4 py-2.5 hover:border-line-strong"
        >
          <input
            id={index === 0 ? name : `${name}-${index + 1}`}
            type="checkbox"
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            aria-invalid={error ? true : undefined}
            className="tick"
          />
          <span className="grid gap-0.5">
            {option.label}
            {option.hint ? <span className="text-sm text-ink-soft">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}
