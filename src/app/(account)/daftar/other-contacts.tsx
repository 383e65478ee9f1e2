import { getTranslations } from "next-intl/server";
import { ChangeContactForm, ResendCodeForm } from "#features/account/components/code-forms.tsx";
import type { PendingSignUp } from "#features/account/types.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Card } from "#ui/primitives/card.tsx";

type Props = {
  readonly signUp: PendingSignUp;
  /** What to try before asking again. */
  readonly advice?: string;
};

/** When no code comes: once more, to another address or phone, or by the other channel. Nothing is folded away, for a refusal must be seen. */
export async function OtherContacts({ signUp, advice }: Props) {
  const t = await getTranslations("account.code");
  const isEmail = signUp.contact.kind === "email";
  return (
    <Card title={t("notArrived")} look="sunken">
      {signUp.code?.isExpired ? <p className="font-semibold">{t("expired")}</p> : null}
      {advice ? <p>{advice}</p> : null}
      <ResendCodeForm commandKey={newCommandKey()} />
      <p className="text-sm text-ink-soft">{t("limits")}</p>
      <Card title={t(isEmail ? "changeEmail" : "changePhone")} level={3} look="plain">
        <ChangeContactForm kind={signUp.contact.kind} commandKey={newCommandKey()} />
      </Card>
      <Card title={t(isEmail ? "viaPhone" : "viaEmail")} level={3} look="plain">
        <ChangeContactForm kind={isEmail ? "phone" : "email"} commandKey={newCommandKey()} />
      </Card>
    </Card>
  );
}
