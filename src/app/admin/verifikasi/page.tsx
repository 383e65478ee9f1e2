import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { QueueTiles } from "#features/verification-review/components/queue-counts.tsx";
import { QueueFilterForm } from "#features/verification-review/components/queue-filter.tsx";
import { QueueTable } from "#features/verification-review/components/queue-table.tsx";
import { countQueue, findQueue } from "#features/verification-review/queries.ts";
import { queueQuery } from "#features/verification-review/schema.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification-review.queue");
  return { title: t("title"), description: t("lead") };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Query> };

/** What machines could not decide, and appeals: the most pressing first. */
export default async function ReviewQueuePage({ searchParams }: Props) {
  const { accountId } = await requireStaff("verification:review");
  const t = await getTranslations("verification-review.queue");
  const query = await searchParams;
  const { jenis, alasan, milik, setelah } = queueQuery.parse(query);
  const filter = { kind: jenis, reason: alasan, heldBy: milik && accountId };
  const now = await programmeNow();
  const [{ rows, next }, counts] = await Promise.all([
    findQueue(filter, now, setelah),
    countQueue(accountId, now),
  ]);
  const address = (after?: string) =>
    `/admin/verifikasi?${new URLSearchParams(
      Object.entries({ jenis, alasan, milik, setelah: after }).flatMap(([name, value]) =>
        value ? [[name, value]] : [],
      ),
    )}`;
  const isFiltered = Boolean(jenis || alasan || milik);
  return (
    <StaffFrame current="/admin/verifikasi">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Happened query={query} />
      <QueueTiles counts={counts} />
      <Card title={t("caption")}>
        <QueueFilterForm filter={filter} />
        {rows.length > 0 ? (
          <QueueTable rows={rows} me={accountId} />
        ) : (
          <EmptyState
            scene={isFiltered ? "notfound" : "waiting"}
            level={3}
            title={t(isFiltered ? "emptyFilter.title" : "empty.title")}
            text={t(isFiltered ? "emptyFilter.text" : "empty.text")}
          />
        )}
        <Pagination
          label={t("pages")}
          previous={setelah ? { href: address(), label: t("first") } : undefined}
          next={next ? { href: address(next), label: t("next") } : undefined}
        />
      </Card>
    </StaffFrame>
  );
}

/** What was just done, when the list comes back. */
async function Happened({ query }: { readonly query: Query }) {
  const t = await getTranslations("verification-review.queue");
  const done = query.diputuskan ? t("decided") : query.dilepas ? t("released") : null;
  return done ? (
    <Notice tone="success" live>
      {done}
    </Notice>
  ) : null;
}
