"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonLook } from "#ui/primitives/button.tsx";

type SubmitButtonProps = ButtonLook & {
  /** Shown while the form is under way: "Mengirim…". */
  readonly busyText?: string;
  /** For a form with two buttons. */
  readonly name?: string;
  readonly value?: string;
};

export function SubmitButton({ busyText, children, ...button }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" wide data-busy={busyText} aria-disabled={pending || undefined} {...button}>
      {pending && busyText ? busyText : children}
    </Button>
  );
}
