"use client";

import { createContext, useContext } from "react";
import { type FormState, untouchedForm } from "#kernel/form-state.ts";

/** What the enclosing form says about its fields. Outside a form: nothing. */
export const FormContext = createContext<Pick<FormState, "fieldErrors" | "values">>(untouchedForm);

export type FieldState = {
  readonly error: string | undefined;
  /** What the person typed last time, when the form comes back with errors. */
  readonly typed: string | undefined;
  readonly typedList: readonly string[] | undefined;
  readonly describedBy: string | undefined;
};

export function useField(name: string, hint?: unknown): FieldState {
  const { fieldErrors, values } = useContext(FormContext);
  const error = fieldErrors[name];
  const value = values[name];
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return {
    error,
    typed: typeof value === "string" ? value : value?.[0],
    typedList: typeof value === "string" ? [value] : value,
    describedBy: ids || undefined,
  };
}
