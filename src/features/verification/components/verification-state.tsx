import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Illustration } from "#ui/primitives/illustration.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { Verification, VerificationReason } from "../types.ts";

/** Seconds after which the page asks again by itself. */
const REFRESH_SECONDS = 10;

export async function CheckingState({ verification }: { readonly verification: Verification }) {
  const t = await getTranslations("verification.checking");
  const since = formatMoment(verification.requestedAt, await currentLocale());
  return (
    <>
      <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      <Illustration scene="waiting" className="w-40 max-w-full" />
      <PageHeader title={t("title")} lead={t("lead")} aside={<Tag tone="info">{t("status")}</Tag>} />
      <p>{t("text")}</p>
      <ul className="grid list-disc gap-2 ps-5">
        <li>{t("since", { moment: since })}</li>
        <li>{t("until")}</li>
        <li>{t("otherwise")}</li>
      </ul>
      <div>
        <LinkButton href="/verifikasi" variant="secondary" wide>
          {t("refresh")}
        </LinkButton>
      </div>
    </>
  );
}

export async function VerifiedState({ verification }: { readonly verification: Verification }) {
  const t = await getTranslations("verification.verified");
  const locale = await currentLocale();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <NextStepCard
        label={t("label")}
        what={t("what")}
        text={t("text")}
        until={t("until")}
        otherwise={t("otherwise")}
        action={
          <LinkButton href="/tes" iconAfter="arrow-right" wide>
            {t("action")}
          </LinkButton>
        }
      />
      {verification.checkedAt ? (
        <p className="text-sm text-ink-soft">
          {t("checked", { moment: formatMoment(verification.checkedAt, locale) })}
        </p>
      ) : null}
    </>
  );
}

const pageToMend = {
  "verification-nik-unknown": ["/pendaftaran/identitas", "mendIdentity"],
  "verification-family-card-differs": ["/pendaftaran/identitas", "mendIdentity"],
  "verification-birth-date-differs": ["/pendaftaran/identitas", "mendIdentity"],
  "verification-name-differs": ["/pendaftaran/data-diri", "mendPersonal"],
  "verification-mother-differs": ["/pendaftaran/data-diri", "mendPersonal"],
} as const satisfies Record<VerificationReason, readonly [string, string]>;

export async function RefusedState({ reason }: { readonly reason: VerificationReason }) {
  const t = await getTranslations("verification");
  const [href, label] = pageToMend[reason];
  return (
    <>
      <PageHeader title={t("refused.title")} lead={t("refused.lead")} />
      <Notice tone="warning">{t(`refusals.${reason}`)}</Notice>
      <NextStepCard
        label={t("refused.label")}
        what={t("refused.what")}
        text={t("refused.help")}
        otherwise={t("refused.otherwise")}
        action={
          <>
            <LinkButton href={href} wide>
              {t(`refused.${label}`)}
            </LinkButton>
            <LinkButton href="/pendaftaran/ringkasan" variant="secondary" wide>
              {t("refused.resend")}
            </LinkButton>
          </>
        }
      />
    </>
  );
}
