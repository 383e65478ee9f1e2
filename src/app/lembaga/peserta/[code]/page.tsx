import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { AttendeeTable, scheduleTime } from "#features/partners/components/participants.tsx";
import { hasClassList } from "#features/partners/queries/class-list.ts";
import { findAttendees, findOwnSchedule } from "#features/partners/queries/participants.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { requireOwnProvider } from "../../own-provider.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.participants");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Who comes to one schedule of the own provider; another's is not found. */
export default async function AttendeesPage({ params, searchParams }: Props) {
  const provider = await requireOwnProvider();
  const { code } = await params;
  const { sebelum } = await searchParams;
  const t = await getTranslations("partners.participants");
  const schedule = await findOwnSchedule(provider, code, await currentLocale());
  if (!schedule) notFound();
  const before = typeof sebelum === "string" && isUuid(sebelum) ? sebelum : undefined;
  const { rows, next } = await findAttendees(provider, code, before);
  const href = `/lembaga/peserta/${schedule.code}`;
  return (
    <StaffFrame current="/lembaga/peserta">
      <PageHeader
        eyebrow={schedule.courseTitle}
        title={t("people", { code: schedule.code })}
        lead={[await scheduleTime(schedule), schedule.place].filter(Boolean).join(" · ")}
      />
      {(await hasClassList(schedule)) ? (
        <div>
          <LinkButton href={`${href}/daftar`} variant="secondary">
            {t("classList")}
          </LinkButton>
        </div>
      ) : null}
      <Card>
        <AttendeeTable caption={t("people", { code: schedule.code })} rows={rows} />
        <Pagination
          label={t("pages")}
          previous={before ? { href, label: t("first") } : undefined}
          next={next ? { href: `${href}?sebelum=${next}`, label: t("more") } : undefined}
        />
      </Card>
      <p>
        <a href="/lembaga/peserta" className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </StaffFrame>
  );
}
