import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { settleAddressAction } from "../actions.ts";

type Props = {
  readonly commandKey: string;
  readonly typed: string;
  readonly suggested: string;
};

/** "Did you mean": both answers are one press, and nothing has been sent yet. */
export async function SuggestionForm({ commandKey, typed, suggested }: Props) {
  const t = await getTranslations("account.suggestion");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={settleAddressAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <p>{t.rich("typed", { typed, b: (text) => <b className="wrap-anywhere">{text}</b> })}</p>
      <div className="grid gap-3">
        <SubmitButton name="choice" value="suggested" busyText={t("busy")}>
          <span className="wrap-anywhere">{t("useSuggested", { suggested })}</span>
        </SubmitButton>
        <SubmitButton name="choice" value="typed" variant="secondary" busyText={t("busy")}>
          <span className="wrap-anywhere">{t("keepTyped", { typed })}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
