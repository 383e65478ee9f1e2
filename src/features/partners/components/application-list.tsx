import { getTranslations } from "next-intl/server";
import { formatMoment, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ApplicationRow } from "../queries/applications.ts";
import type { Application, ApplicationDoubts } from "../types.ts";

const TONES = { unproven: "neutral", waiting: "warning", approved: "success", refused: "danger" } as const;

/** Applications by name, with what they want to be and where they are. */
export async function ApplicationTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly ApplicationRow[];
}) {
  const t = await getTranslations("partners");
  const locale = await currentLocale();
  return (
    <DataTable
      dense
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState scene="waiting" title={t("admission.none")} text={t("admission.noneText")} />}
      columns={[
        {
          header: t("admission.name"),
          rowHeader: true,
          cell: ({ id, name }) => (
            <a
              href={`/admin/mitra/${id}`}
              className="link inline-flex min-h-11 items-center text-start wrap-anywhere"
            >
              {name}
            </a>
          ),
        },
        { header: t("admission.kind"), cell: ({ kind }) => t(`apply.${kind}`) },
        { header: t("admission.city"), cell: ({ city }) => city },
        {
          header: t("admission.since"),
          cell: ({ provenAt }) => (provenAt ? formatShort(provenAt, locale) : "–"),
        },
        {
          header: t("admission.state"),
          cell: ({ status }) => <Tag tone={TONES[status]}>{t(`admission.status.${status}`)}</Tag>,
        },
      ]}
    />
  );
}

/** One application, what speaks for a second look, and the decision where there is one. */
export async function ApplicationFacts({
  application,
  doubts,
}: {
  readonly application: Application;
  readonly doubts: ApplicationDoubts;
}) {
  const t = await getTranslations("partners");
  const { kind, city, about, contactName, email, legalNumber, website, status } = application;
  const isOpen = status === "waiting";
  return (
    <>
      {isOpen && doubts.sameNumber > 0 ? (
        <Notice tone="warning">{t("admission.sameNumber", { count: doubts.sameNumber })}</Notice>
      ) : null}
      {isOpen && doubts.sameName > 0 ? (
        <Notice tone="warning">{t("admission.sameName", { count: doubts.sameName })}</Notice>
      ) : null}
      <Card
        title={t("admission.facts")}
        aside={<Tag tone={TONES[status]}>{t(`admission.status.${status}`)}</Tag>}
      >
        <SummaryList
          rows={[
            { label: t("admission.kind"), value: t(`apply.${kind}`) },
            { label: t("admission.city"), value: city },
            {
              label: t("admission.legalNumber"),
              value: <span className="wrap-anywhere">{legalNumber}</span>,
            },
            {
              label: t("admission.website"),
              value: <span className="wrap-anywhere">{website ?? t("admission.noWebsite")}</span>,
            },
            { label: t("admission.contact"), value: contactName },
            { label: t("admission.email"), value: <span className="wrap-anywhere">{email}</span> },
            {
              label: t("admission.about"),
              value: <span className="font-normal whitespace-pre-line wrap-anywhere">{about}</span>,
            },
          ]}
        />
      </Card>
      <Decision application={application} />
    </>
  );
}

async function Decision({ application }: { readonly application: Application }) {
  const t = await getTranslations("partners.admission");
  const { status, decidedAt, reason, ownerSlug } = application;
  if (!decidedAt) return null;
  return (
    <Notice tone={status === "approved" ? "success" : "info"} title={t(`status.${status}`)}>
      <p className="whitespace-pre-line wrap-anywhere">{reason}</p>
      {ownerSlug ? <p>{t("partner", { slug: ownerSlug })}</p> : null}
      <p className="text-ink-soft">
        {t("decidedAt", { moment: formatMoment(decidedAt, await currentLocale()) })}
      </p>
    </Notice>
  );
}
