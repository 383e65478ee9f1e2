import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { confirmPhoneAction, passPhoneAction, sendPhoneCodeAction } from "../actions.ts";
import { type PhoneProof, pathOfStep } from "../types.ts";

/** Seconds after which the page looks again where the message is. */
const LOOK_AGAIN = 8;

type Code = NonNullable<PhoneProof["code"]>;

/** Where the message is now; the page looks again by itself until that is known for good. */
export async function CodeProgress({ code }: { readonly code: Code }) {
  const t = await getTranslations("registration.phone");
  const isFinal = code.delivery === "delivered" || code.delivery === "failed";
  return (
    <>
      {isFinal ? null : <meta httpEquiv="refresh" content={String(LOOK_AGAIN)} />}
      <Notice tone={code.delivery === "failed" ? "warning" : "info"} live>
        <p>{t(`delivery.${code.channel}.${code.delivery}`)}</p>
        <p>{t("until", { moment: formatMoment(code.expiresAt, await currentLocale()) })}</p>
      </Notice>
    </>
  );
}

export async function CodeForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("registration.phone");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={confirmPhoneAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <TextField
        name="digits"
        label={t("digits")}
        hint={t("digitsHint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        width="half"
        required
      />
      <SubmitButton busyText={t("busy")}>{t("confirm")}</SubmitButton>
    </ActionForm>
  );
}

type SendProps = {
  readonly proof: PhoneProof;
  readonly isAgain: boolean;
  readonly commandKeys: readonly [string, string];
};

/** Sends the code, or sends it again; by e-mail where no SMS arrives; or back to another number. */
export async function SendCodeForms({ proof, isAgain, commandKeys }: SendProps) {
  const t = await getTranslations("registration.phone");
  const form = await getTranslations("shell.form");
  const send = (channel: "sms" | "email", key: string, label: string, isMain: boolean) => (
    <ActionForm action={sendPhoneCodeAction} commandKey={key} errorTitle={form("errorTitle")}>
      <input type="hidden" name="channel" value={channel} />
      <SubmitButton variant={isMain ? "primary" : "secondary"} busyText={t("sending")}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Card title={isAgain ? t("notArrived") : t("sendTitle")} look={isAgain ? "sunken" : undefined}>
      <p>{t("number", { phone: proof.phone ?? "" })}</p>
      {send("sms", commandKeys[0], isAgain ? t("again") : t("send"), !isAgain)}
      {isAgain && proof.hasEmail ? (
        <>
          <p>{t("byEmailText")}</p>
          {send("email", commandKeys[1], t("byEmail"), false)}
        </>
      ) : null}
      <p>
        <a href={pathOfStep("personal")} className="link inline-flex min-h-11 items-center">
          {t("otherNumber")}
        </a>
      </p>
    </Card>
  );
}

export async function PhoneProven({
  phone,
  commandKey,
}: {
  readonly phone: string;
  readonly commandKey: string;
}) {
  const t = await getTranslations("registration.phone");
  const form = await getTranslations("shell.form");
  return (
    <>
      <Notice tone="success">{t("proven", { phone })}</Notice>
      <ActionForm action={passPhoneAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
        <SubmitButton busyText={t("busy")}>{t("goOn")}</SubmitButton>
      </ActionForm>
    </>
  );
}
