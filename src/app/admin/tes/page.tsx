import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import { FailedTestTable } from "#features/selection-test/components/failed-test-table.tsx";
import { FlagTable } from "#features/selection-test/components/flags/flag-table.tsx";
import { GrantTestForm } from "#features/selection-test/components/grant-test-form.tsx";
import { findOpenFlags } from "#features/selection-test/queries/flags.ts";
import { findFailedTests } from "#features/selection-test/queries.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("selection-test.grant");
  return { title: t("title"), description: t("lead") };
}

type Props = {
  readonly searchParams: Promise<{
    readonly sebelum?: string;
    readonly sesudah?: string;
    readonly diberi?: string;
  }>;
};

/** Flags that wait for a person, tests that were not passed, and the one way to another attempt. */
export default async function FailedTestsPage({ searchParams }: Props) {
  const actor = await requireStaff("wave:review");
  const { sebelum, sesudah, diberi } = await searchParams;
  const t = await getTranslations("selection-test.grant");
  const flags = await getTranslations("selection-test.flags");
  const open = await findOpenFlags(sesudah && isUuid(sesudah) ? sesudah : undefined);
  const before = sebelum ? new Date(sebelum) : undefined;
  const { rows, next } = await findFailedTests(
    before && !Number.isNaN(before.getTime()) ? before : undefined,
  );
  return (
    <StaffFrame current="/admin/tes">
      <PageHeader title={t("title")} lead={t("lead")} />
      {diberi ? (
        <Notice tone="success" live>
          {t("done")}
        </Notice>
      ) : null}
      <FailedTestTable rows={rows} />
      <Pagination
        label={t("pages")}
        next={next ? { href: `?sebelum=${next.toISOString()}`, label: t("older") } : undefined}
      />
      <section className="grid gap-4" aria-labelledby="flags">
        <h2 id="flags">{flags("title")}</h2>
        <p>{flags("lead")}</p>
        <FlagTable flags={open.rows} />
        <Pagination
          label={flags("pages")}
          previous={sesudah ? { href: "/admin/tes", label: flags("first") } : undefined}
          next={open.next ? { href: `?sesudah=${open.next}`, label: flags("next") } : undefined}
        />
      </section>
      {may(actor.role, "wave:command") && rows.length > 0 ? (
        <GrantTestForm commandKey={newCommandKey()} />
      ) : null}
    </StaffFrame>
  );
}
