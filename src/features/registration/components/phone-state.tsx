import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { passPhoneAction } from "../actions/phone.ts";
import type { PhoneProof } from "../types/summary.ts";
import { pathOfStep, type RegistrationStep } from "../types.ts";

/** Seconds after which the page looks again where the message is. */
const LOOK_AGAIN = 5;

type ProgressProps = {
  readonly phone: string;
  readonly code: NonNullable<PhoneProof["code"]>;
  /** The page looks again by itself. Not while somebody types: what they typed would be gone. */
  readonly isWaiting: boolean;
};

/** Where the message is now. */
export async function CodeProgress({ phone, code, isWaiting }: ProgressProps) {
  const t = await getTranslations("registration.phone");
  return (
    <>
      {isWaiting ? <meta httpEquiv="refresh" content={String(LOOK_AGAIN)} /> : null}
      <Notice
        tone={code.delivery === "failed" ? "warning" : "info"}
        live
        title={code.channel === "sms" ? t("number", { phone }) : undefined}
      >
        <p>{t(`delivery.${code.channel}.${code.delivery}`)}</p>
        <p>{t("until", { moment: formatMoment(code.expiresAt, await currentLocale()) })}</p>
      </Notice>
      {isWaiting ? (
        <div>
          <LinkButton href={`${pathOfStep("phone")}?ketik=1`} variant="secondary" wide>
            {t("haveIt")}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

/** Too many wrong codes: until when, and what to do in the meantime. */
export async function PhonePause({ until }: { readonly until: Date }) {
  const t = await getTranslations("registration.phone");
  const moment = formatMoment(until, await currentLocale());
  return (
    <Notice tone="warning" title={t("pauseTitle")}>
      <p>{t("pause", { moment })}</p>
      <p>{t("pauseHelp")}</p>
    </Notice>
  );
}

type ProvenProps = {
  readonly phone: string;
  readonly step: RegistrationStep;
  readonly commandKey: string;
};

/** The number has answered, here or when the account was opened: on to the next page. */
export async function PhoneProven({ phone, step, commandKey }: ProvenProps) {
  const t = await getTranslations("registration.phone");
  const form = await getTranslations("shell.form");
  return (
    <>
      <Notice tone="success">{t("proven", { phone })}</Notice>
      {step === "phone" ? (
        <ActionForm action={passPhoneAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
          <SubmitButton busyText={t("busy")}>{t("goOn")}</SubmitButton>
        </ActionForm>
      ) : (
        <div>
          <LinkButton href={step === "submitted" ? "/pendaftaran" : pathOfStep(step)} wide>
            {t("goOn")}
          </LinkButton>
        </div>
      )}
    </>
  );
}
