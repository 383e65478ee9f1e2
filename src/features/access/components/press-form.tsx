import { getTranslations } from "next-intl/server";
import type { FormAction } from "#kernel/form-state.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";

type Props = {
  readonly action: FormAction;
  readonly label: string;
  readonly busyText: string;
  readonly variant?: "primary" | "secondary" | "danger" | "quiet";
  /** Which session, which key. */
  readonly id?: string;
};

/** A form that is only a button. */
export async function PressForm({ action, label, busyText, variant = "secondary", id }: Props) {
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={action} commandKey={newCommandKey()} errorTitle={form("errorTitle")}>
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <SubmitButton variant={variant} busyText={busyText}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
