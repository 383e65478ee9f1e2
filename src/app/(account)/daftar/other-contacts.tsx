import { getTranslations } from "next-intl/server";
import { ChangeContactForm, ResendCodeForm } from "#features/account/components/code-forms.tsx";
import type { PendingSignUp } from "#features/account/types.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";

type Props = {
  readonly signUp: PendingSignUp;
  /** What to try before asking again. */
  readonly advice?: string;
};

/** When no code comes: once more, to another address or phone, or by the other channel. */
export async function OtherContacts({ signUp, advice }: Props) {
  const t = await getTranslations("account.code");
  const isEmail = signUp.contact.kind === "email";
  const hasFailed = Boolean(signUp.code?.deliveryReason);
  return (
    <Card title={t("notArrived")} look="sunken">
      {signUp.code?.isExpired ? <p className="font-semibold">{t("expired")}</p> : null}
      {advice ? <p>{advice}</p> : null}
      <ResendCodeForm commandKey={newCommandKey()} />
      <p className="text-sm text-ink-soft">{t("limits")}</p>
      <Disclosure summary={t(isEmail ? "changeEmail" : "changePhone")} open={hasFailed}>
        <ChangeContactForm kind={signUp.contact.kind} commandKey={newCommandKey()} />
      </Disclosure>
      <Disclosure summary={t(isEmail ? "viaPhone" : "viaEmail")}>
        <ChangeContactForm kind={isEmail ? "phone" : "email"} commandKey={newCommandKey()} />
      </Disclosure>
    </Card>
  );
}
