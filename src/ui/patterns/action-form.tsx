"use client";

import { type ReactNode, useActionState } from "react";
import { COMMAND_KEY_FIELD, type FormAction, type FormState, untouchedForm } from "#kernel/form-state.ts";
import { ErrorSummary } from "#ui/patterns/error-summary.tsx";
import { FormContext } from "#ui/primitives/form-context.ts";
import { Notice } from "#ui/primitives/notice.tsx";

type ActionFormProps = {
  readonly action: FormAction;
  /** Made when the page is rendered; kept by the state until the command has succeeded. */
  readonly commandKey: string;
  readonly errorTitle: string;
  readonly referenceLabel?: string;
  /** What was typed on an earlier visit, where a form opens with it. */
  readonly initialState?: FormState;
  readonly label?: string;
  /** The labels of the fields by their names, where several can miss the same: they lead the summary's sentences. */
  readonly fieldNames?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/**
 * A form around a server action. Without scripts it is posted as it stands and the page comes back with the
 * state; with React on the page it answers in place. Files may travel in it: React makes it multipart.
 */
export function ActionForm({
  action,
  commandKey,
  errorTitle,
  referenceLabel,
  initialState = untouchedForm,
  label,
  fieldNames,
  children,
}: ActionFormProps) {
  const [state, formAction] = useActionState(action, initialState);
  const stopped = state.status === "invalid" || state.status === "refused" || state.status === "broken";
  return (
    <FormContext value={state}>
      <once-form className="contents">
        <form action={formAction} noValidate aria-label={label} className="grid gap-6">
          <input type="hidden" name={COMMAND_KEY_FIELD} value={state.key ?? commandKey} />
          {stopped ? (
            <ErrorSummary
              title={errorTitle}
              message={state.message}
              fieldErrors={state.fieldErrors}
              fieldNames={fieldNames}
              reference={state.reference}
              referenceLabel={referenceLabel}
            />
          ) : null}
          {state.status === "done" && state.message ? (
            <Notice tone="success" live>
              {state.message}
            </Notice>
          ) : null}
          {children}
        </form>
      </once-form>
    </FormContext>
  );
}
