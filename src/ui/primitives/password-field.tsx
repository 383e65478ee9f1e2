"use client";

import { FieldFrame, type FieldWords } from "#ui/primitives/field-frame.tsx";
import { useField } from "#ui/primitives/form-context.ts";

type PasswordFieldProps = FieldWords & {
  readonly required?: boolean;
  readonly autoComplete: "current-password" | "new-password";
  readonly minLength?: number;
  readonly maxLength?: number;
  /** The words of the button that shows what is typed; without them there is no button. */
  readonly showText?: string;
  readonly hideText?: string;
};

/** A password is never sent back to the page, so this field always comes back empty. */
export function PasswordField({
  name,
  label,
  hint,
  optionalText,
  showText,
  hideText,
  ...input
}: PasswordFieldProps) {
  const { error, describedBy } = useField(name, hint);
  const box = (
    <input
      id={name}
      name={name}
      type="password"
      spellCheck={false}
      autoCapitalize="none"
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
      className="field-box"
      {...input}
    />
  );
  return (
    <FieldFrame name={name} label={label} hint={hint} optionalText={optionalText} error={error}>
      {showText && hideText ? (
        <show-password text-show={showText} text-hide={hideText} className="flex gap-2">
          {box}
        </show-password>
      ) : (
        box
      )}
    </FieldFrame>
  );
}
