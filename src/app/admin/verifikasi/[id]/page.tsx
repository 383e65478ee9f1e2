import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import {
  DecideCaseForm,
  ReleaseCaseForm,
  TakeCaseForm,
} from "#features/verification-review/components/case-forms.tsx";
import { ComparisonCard } from "#features/verification-review/components/comparison-card.tsx";
import { EarlierDecisions } from "#features/verification-review/components/earlier-decisions.tsx";
import { PhotoPair } from "#features/verification-review/components/photo-pair.tsx";
import { RegisterLists } from "#features/verification-review/components/register-lists.tsx";
import { viewCase } from "#features/verification-review/queries/case.ts";
import { caseNumber, type ReviewedPerson, type ViewedCase } from "#features/verification-review/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Tag } from "#ui/primitives/tag.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification-review.queue");
  return { title: t("title"), description: t("lead") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** One case: taken first, then looked at, then decided. */
export default async function ReviewCasePage({ params, searchParams }: Props) {
  const actor = await requireStaff("verification:review");
  const [{ id }, { tampilkan }] = [await params, await searchParams];
  const found = await viewCase(actor, id, { showsAll: tampilkan === "1", now: await programmeNow() });
  if (!found) notFound();
  const t = await getTranslations("verification-review");
  return (
    <StaffFrame current="/admin/verifikasi">
      <PageHeader
        title={t("case.title", { number: caseNumber(found.id) })}
        eyebrow={
          <a href="/admin/verifikasi" className="link">
            {t("case.back")}
          </a>
        }
        aside={found.isOverdue ? <Tag tone="danger">{t("queue.overdue")}</Tag> : null}
      />
      <CaseFacts found={found} />
      {found.isMine ? <Mine found={found} /> : <NotMine found={found} />}
    </StaffFrame>
  );
}

async function CaseFacts({ found }: { readonly found: ViewedCase }) {
  const t = await getTranslations("verification-review");
  const locale = await currentLocale();
  return (
    <Card>
      <SummaryList
        rows={[
          { label: t("queue.kind"), value: t(`kinds.${found.kind}`) },
          { label: t("case.why"), value: t(`reasons.${found.reason}`) },
          { label: t("case.opened"), value: formatMoment(found.openedAt, locale) },
          { label: t("case.due"), value: formatMoment(found.dueAt, locale) },
          { label: t("case.holder"), value: found.holder?.name ?? t("queue.nobody") },
        ]}
      />
    </Card>
  );
}

async function NotMine({ found }: { readonly found: ViewedCase }) {
  const t = await getTranslations("verification-review");
  if (found.decision) {
    const decision = t(`decisions.${found.decision}`);
    return <Notice title={t("case.overTitle")}>{t("case.overText", { decision })}</Notice>;
  }
  if (found.holder)
    return <Notice title={t("case.heldTitle")}>{t("case.heldText", { name: found.holder.name })}</Notice>;
  return (
    <Card title={t("case.takeTitle")}>
      <p>{t("case.takeText")}</p>
      <TakeCaseForm caseId={found.id} />
    </Card>
  );
}

async function Mine({ found }: { readonly found: ViewedCase }) {
  const t = await getTranslations("verification-review");
  const { person } = found;
  return (
    <>
      {person ? (
        <>
          <Notice>{t("case.recorded")}</Notice>
          <Person found={found} person={person} />
          <Card title={t("decide.title")}>
            <DecideCaseForm caseId={found.id} kind={found.kind} />
          </Card>
        </>
      ) : (
        <Notice tone="warning" title={t("case.goneTitle")}>
          {t("case.goneText")}
        </Notice>
      )}
      <ReleaseCaseForm caseId={found.id} />
    </>
  );
}

async function Person({ found, person }: { readonly found: ViewedCase; readonly person: ReviewedPerson }) {
  const t = await getTranslations("verification-review");
  return (
    <>
      {person.statement ? (
        <Card title={t("statement.title")}>
          <p className="wrap-anywhere whitespace-pre-line">{person.statement}</p>
        </Card>
      ) : null}
      <div className="grid gap-6 min-[100rem]:grid-cols-2">
        <PhotoPair photos={person.photos} />
        <ComparisonCard caseId={found.id} comparisons={person.comparisons} showsAll={person.showsAll} />
      </div>
      <RegisterLists lists={person.lists} />
      <EarlierDecisions earlier={person.earlier} />
    </>
  );
}
