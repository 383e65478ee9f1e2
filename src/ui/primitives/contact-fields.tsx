import type { ComponentProps } from "react";
import { TextField } from "#ui/primitives/text-field.tsx";

type Words = Omit<ComponentProps<typeof TextField>, "type" | "name">;

/** An e-mail address, typed as it is. */
export function EmailField(words: Words) {
  return (
    <TextField
      name="email"
      type="email"
      autoComplete="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      {...words}
    />
  );
}

/** A phone number, with room for the gaps that people write. */
export function PhoneField(words: Words) {
  return (
    <TextField
      name="phone"
      type="tel"
      autoComplete="tel"
      inputMode="tel"
      width="half"
      maxLength={24}
      {...words}
    />
  );
}

/** The six digits of a one-time code. */
export function DigitsField(words: Words) {
  return (
    <TextField
      name="digits"
      width="short"
      autoComplete="one-time-code"
      inputMode="numeric"
      required
      maxLength={12}
      {...words}
    />
  );
}
