"use client";

import type { ReactNode } from "react";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { useField } from "#ui/primitives/form-context.ts";

/** The way back to an earlier account: for everybody, and open for who was told something about the NIK. */
export function RegisteredAlready({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { error } = useField("nik");
  return (
    <Disclosure summary={title} open={error !== undefined}>
      {children}
    </Disclosure>
  );
}
