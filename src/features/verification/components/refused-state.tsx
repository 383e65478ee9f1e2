import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { startOfDay } from "#kernel/calendar.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { type FinalReason, isMendable, type MendableReason, type Verification } from "../types.ts";

type RefusedStateProps = Pick<Verification, "bar"> & {
  readonly reason: MendableReason | FinalReason;
};

/** Why it was refused, and the way on: mend and send again, or appeal. */
export async function RefusedState({ reason, bar }: RefusedStateProps) {
  return isMendable(reason) ? <ToMend reason={reason} /> : <ToAppeal reason={reason} bar={bar} />;
}

const pageToMend = {
  "verification-nik-unknown": ["/pendaftaran/identitas", "mendIdentity"],
  "verification-family-card-differs": ["/pendaftaran/identitas", "mendIdentity"],
  "verification-birth-date-differs": ["/pendaftaran/identitas", "mendIdentity"],
  "verification-name-differs": ["/pendaftaran/data-diri", "mendPersonal"],
  "verification-mother-differs": ["/pendaftaran/data-diri", "mendPersonal"],
} as const satisfies Record<MendableReason, readonly [string, string]>;

async function ToMend({ reason }: { readonly reason: MendableReason }) {
  const t = await getTranslations("verification");
  const [href, label] = pageToMend[reason];
  return (
    <>
      <PageHeader title={t("refused.title")} lead={t("refused.lead")} />
      <Notice tone="warning">{t(`refusals.${reason}`)}</Notice>
      <NextStepCard
        label={t("refused.label")}
        what={t("refused.what")}
        text={t(`mend.${reason}`)}
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

async function ToAppeal({
  reason,
  bar,
}: {
  readonly reason: FinalReason;
  readonly bar: Verification["bar"];
}) {
  const t = await getTranslations("verification");
  const until = bar?.until && formatDay(startOfDay(bar.until), await currentLocale());
  return (
    <>
      <PageHeader title={t("final.title")} lead={t("final.lead")} />
      <Notice tone="warning">
        <p>{t(`refusals.${reason}`)}</p>
        {bar ? <p>{t(`bar.${bar.kind}`)}</p> : null}
        {bar ? <p>{until ? t("bar.until", { day: until }) : t("bar.noEnd")}</p> : null}
      </Notice>
      <NextStepCard
        label={t("final.label")}
        what={t("final.what")}
        text={t(`appeal.${reason}`)}
        otherwise={t("final.otherwise")}
        action={
          <LinkButton href="/verifikasi/banding" wide>
            {t("final.appeal")}
          </LinkButton>
        }
      />
    </>
  );
}
