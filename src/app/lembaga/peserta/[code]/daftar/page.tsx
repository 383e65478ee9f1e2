import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ClassList } from "#features/partners/components/class-list.tsx";
import { scheduleTime } from "#features/partners/components/participants.tsx";
import { viewClassList } from "#features/partners/queries/class-list.ts";
import { currentLocale } from "#i18n/locale.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.classList");
  return { title: t("title") };
}

type Props = { readonly params: Promise<{ readonly code: string }> };

/** The attendance list of a class, by name, to be printed; another's class is not found. */
export default async function ClassListPage({ params }: Props) {
  const actor = await requireStaff("provider:own");
  const { code } = await params;
  const t = await getTranslations("partners.classList");
  const list = await viewClassList(actor, code, await currentLocale());
  if (!list) notFound();
  const { schedule, members } = list;
  return (
    <StaffFrame current="/lembaga/peserta">
      <PageHeader
        eyebrow={schedule.courseTitle}
        title={t("title")}
        lead={[schedule.code, await scheduleTime(schedule), schedule.place].filter(Boolean).join(" · ")}
      />
      <div className="print:hidden">
        <Notice tone="info">{t("recorded")}</Notice>
      </div>
      <Card>
        <ClassList members={members} />
      </Card>
      <p className="print:hidden">
        <a href={`/lembaga/peserta/${schedule.code}`} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </StaffFrame>
  );
}
