"use client";

import { FieldFrame, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";

type FileFieldProps = FieldWords & {
  readonly accept: string;
  readonly capture?: "user" | "environment";
  readonly required?: boolean;
  /** For photos: makes them smaller in the browser and shows them; the text describes the preview. */
  readonly previewText?: string;
};

const box =
  "field-box border-dashed file:me-3 file:min-h-11 file:border-0 file:bg-brand-soft file:px-4 file:font-semibold file:text-brand";

/** A file is never sent back to the page, so it must be chosen again after an error. */
export function FileField({
  name,
  label,
  hint,
  optionalText,
  accept,
  capture,
  required,
  previewText,
}: FileFieldProps) {
  const { error, describedBy } = useField(name, hint);
  const input = (
    <input
      id={name}
      name={name}
      type="file"
      accept={accept}
      capture={capture}
      required={required}
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
      className={box}
    />
  );
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      {previewText ? (
        <image-shrink text-preview={previewText} className="grid gap-3">
          {input}
        </image-shrink>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
