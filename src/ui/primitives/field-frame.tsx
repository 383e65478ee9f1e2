import type { ReactNode } from "react";
import { Icon } from "#ui/primitives/icon.tsx";

/** The words that every field shares. `optionalText` follows the label of a field that may stay empty. */
export type FieldWords = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optionalText?: string;
};

export function FieldError({ name, error }: { readonly name: string; readonly error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${name}-error`} className="flex items-start gap-2 font-semibold text-danger">
      <Icon name="warning" size={22} className="mt-0.5" />
      {error}
    </p>
  );
}

export function FieldHint({ name, hint }: { readonly name: string; readonly hint: ReactNode }) {
  if (!hint) return null;
  return (
    <div id={`${name}-hint`} className="text-sm text-ink-soft">
      {hint}
    </div>
  );
}

type FieldFrameProps = FieldWords & { readonly error: string | undefined; readonly children: ReactNode };

/** Label, hint and error around one control whose id is the field's name. */
export function FieldFrame({ name, label, hint, optionalText, error, children }: FieldFrameProps) {
  return (
    <div className={error ? "grid gap-2 border-s-4 border-danger ps-4" : "grid gap-2"}>
      <label htmlFor={name} className="font-semibold">
        {label}
        <Optional text={optionalText} />
      </label>
      <FieldHint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      {children}
    </div>
  );
}

/** The same around a group of controls. */
export function FieldGroup({ name, label, hint, optionalText, error, children }: FieldFrameProps) {
  const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    // The bar stands around the fieldset: a fieldset's own border begins in the middle of its legend.
    <div className={error ? "border-s-4 border-danger ps-4" : undefined}>
      <fieldset aria-describedby={described || undefined} className="min-w-0">
        <legend className="font-semibold">
          {label}
          <Optional text={optionalText} />
        </legend>
        <div className="mt-2 grid gap-2">
          <FieldHint name={name} hint={hint} />
          <FieldError name={name} error={error} />
          {children}
        </div>
      </fieldset>
    </div>
  );
}

function Optional({ text }: { readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <>
      {" "}
      <span className="font-normal whitespace-nowrap text-ink-soft">({text})</span>
    </>
  );
}
