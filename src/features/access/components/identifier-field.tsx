import { TextField } from "#ui/primitives/text-field.tsx";

/** "E-mail atau nomor ponsel": one field, because people know theirs by heart, not which kind it is. */
export function IdentifierField({ label, hint }: { readonly label: string; readonly hint?: string }) {
  return (
    <TextField
      name="identifier"
      label={label}
      hint={hint}
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={254}
    />
  );
}
