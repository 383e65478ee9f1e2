import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { FeedbackForm, taskName } from "#features/partners/components/tasks.tsx";
import { findTask } from "#features/partners/queries/tasks.ts";
import type { OwnTask } from "#features/partners/types/participant.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { requireOwnProvider } from "../../own-provider.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.tasks");
  return { title: t("title") };
}

type Props = { readonly params: Promise<{ readonly id: string }> };

/** One task of the own provider's trainings, and feedback on it; another's is not found. */
export default async function TaskPage({ params }: Props) {
  const provider = await requireOwnProvider();
  const { id } = await params;
  const t = await getTranslations("partners.tasks");
  const task = isUuid(id) ? await findTask(provider, id, await currentLocale()) : null;
  if (!task) notFound();
  return (
    <StaffFrame current="/lembaga/tugas">
      <PageHeader eyebrow={task.courseTitle} title={await taskName(task)} />
      <Facts task={task} />
      {task.feedback === null ? (
        <Card title={t("feedback")}>
          <FeedbackForm taskId={task.id} commandKey={newCommandKey()} />
        </Card>
      ) : (
        <Notice tone="success" title={t("given")}>
          <p className="whitespace-pre-line wrap-anywhere">{task.feedback}</p>
        </Notice>
      )}
      <p>
        <a href="/lembaga/tugas" className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </StaffFrame>
  );
}

async function Facts({ task }: { readonly task: OwnTask }) {
  const t = await getTranslations("partners.tasks");
  const locale = await currentLocale();
  return (
    <Card>
      <SummaryList
        rows={[
          { label: t("code"), value: <code className="font-mono">{task.redeemCode}</code> },
          { label: t("when"), value: formatMoment(task.submittedAt, locale) },
          {
            label: t("file"),
            value: (
              <a
                href={task.urlFile}
                rel="noopener noreferrer nofollow"
                target="_blank"
                className="link wrap-anywhere"
              >
                {t("openFile")}: {task.urlFile}
              </a>
            ),
          },
          ...(task.notes
            ? [
                {
                  label: t("notes"),
                  value: <span className="font-normal whitespace-pre-line wrap-anywhere">{task.notes}</span>,
                },
              ]
            : []),
        ]}
      />
      <p className="text-sm text-ink-soft">{t("fileNote")}</p>
    </Card>
  );
}
