import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { SubmitCourseCard } from "#features/catalogue/components/submit-course-card.tsx";
import { VersionHistory } from "#features/catalogue/components/version-history.tsx";
import { VersionStatusTag } from "#features/catalogue/components/version-status-tag.tsx";
import {
  findOwnCourse,
  findOwnSchedules,
  type OwnCourseDetail,
} from "#features/catalogue/queries/authoring.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { BackLink } from "../back-link.tsx";

type Asked = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.provider");
  return { title: t("title"), description: t("lead") };
}

/** One course of the provider: where its newest version stands, and the next step. */
export default async function OwnCoursePage({ params, searchParams }: Props) {
  const { providerSlug } = await requireStaff("provider:own");
  const { id } = await params;
  const course = providerSlug ? await findOwnCourse(providerSlug, id) : null;
  if (!providerSlug || !course) notFound();
  const t = await getTranslations("catalogue.provider");
  const [latest] = course.versions;
  return (
    <StaffFrame current="/lembaga/pelatihan">
      <PageHeader
        title={course.content.title ?? t("untitled")}
        lead={course.content.summary}
        eyebrow={<BackLink href="/lembaga/pelatihan" label={t("back")} />}
        aside={<VersionStatusTag status={latest.status} />}
      />
      <Happened asked={await searchParams} />
      <Standing course={course} providerSlug={providerSlug} />
      <Ways course={course} />
      {latest.status === "draft" ? <SubmitCourseCard courseId={course.courseId} open={course.open} /> : null}
      <VersionHistory versions={course.versions} />
    </StaffFrame>
  );
}

async function Happened({ asked }: { readonly asked: Asked }) {
  const t = await getTranslations("catalogue.provider");
  const told = [asked.tersimpan && t("saved"), asked.diajukan && t("submitted")].find(Boolean);
  return told ? (
    <Notice tone="success" live>
      {told}
    </Notice>
  ) : null;
}

type StandingProps = { readonly course: OwnCourseDetail; readonly providerSlug: string };

/** What the provider should know now. */
async function Standing({ course, providerSlug }: StandingProps) {
  const t = await getTranslations("catalogue.provider");
  const { sold, courseId } = course;
  const [latest] = course.versions;
  const schedules = await findOwnSchedules(providerSlug, courseId, await programmeNow());
  return (
    <>
      {latest.status === "refused" ? (
        <Notice tone="warning" title={t("refusedTitle")}>
          <span className="wrap-anywhere whitespace-pre-line">{latest.note}</span>
        </Notice>
      ) : null}
      {latest.status === "submitted" && latest.submittedAt ? (
        <Notice>
          {t("submittedText", {
            version: latest.version,
            moment: formatMoment(latest.submittedAt, await currentLocale()),
          })}
        </Notice>
      ) : null}
      {latest.status === "approved" && latest.decidedAt && latest.decidedAt.getTime() > 0 ? (
        <Notice
          tone="success"
          title={t("approvedTitle", {
            version: latest.version,
            moment: formatMoment(latest.decidedAt, await currentLocale()),
          })}
        >
          <span className="wrap-anywhere whitespace-pre-line">
            {latest.note ? t("approvedNote", { note: latest.note }) : t("approvedText")}
          </span>
        </Notice>
      ) : null}
      {sold && !sold.isOffered ? <Notice tone="warning">{t("notOffered")}</Notice> : null}
      {sold?.isOffered && !schedules.some(({ isOpen }) => isOpen) ? (
        <Notice tone="warning">{t("noSchedule")}</Notice>
      ) : null}
    </>
  );
}

async function Ways({ course }: { readonly course: OwnCourseDetail }) {
  const t = await getTranslations("catalogue.provider");
  const { courseId, sold } = course;
  const [latest] = course.versions;
  const own = `/lembaga/pelatihan/${courseId}`;
  return (
    <div className="flex flex-wrap gap-3">
      {latest.status === "submitted" ? null : (
        <LinkButton href={`${own}/ubah`}>{t(latest.status === "draft" ? "edit" : "nextVersion")}</LinkButton>
      )}
      {sold ? (
        <LinkButton href={`${own}/jadwal`} variant="secondary" icon="calendar">
          {t("schedules")}
        </LinkButton>
      ) : null}
      {sold?.isOffered ? (
        <LinkButton href={`/pelatihan/${sold.slug}`} variant="quiet">
          {t("public")}
        </LinkButton>
      ) : null}
    </div>
  );
}
