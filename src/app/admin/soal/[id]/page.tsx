import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ItemContentCard } from "#features/selection-test/components/bank/item-content.tsx";
import {
  ItemExposureCard,
  ItemFacts,
  ItemHistory,
} from "#features/selection-test/components/bank/item-facts.tsx";
import { ItemFiguresCard } from "#features/selection-test/components/bank/item-figures.tsx";
import { ItemStateTag } from "#features/selection-test/components/bank/item-state-tag.tsx";
import { ItemSteps } from "#features/selection-test/components/bank/item-steps.tsx";
import { findExposure, findItem } from "#features/selection-test/queries/bank.ts";
import { findMeasuredItem } from "#features/selection-test/queries/bank-statistics.ts";
import type { ViewedItem } from "#features/selection-test/types/bank.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("selection-test.bank");
  return { title: `${(await params).id} · ${t("title")}`, description: t("lead") };
}

/** One version of an item: what it says, what the answers say of it, its history and its next step. */
export default async function ItemPage({ params, searchParams }: Props) {
  const { accountId } = await requireStaff("item:write");
  const { id } = await params;
  const item = await findItem(id);
  if (!item) notFound();
  const [measured, exposure] = await Promise.all([
    findMeasuredItem(id),
    findExposure(id, await programmeNow()),
  ]);
  const t = await getTranslations("selection-test.bank");
  // Nobody was asked yet what is still being written, and its next step is what one comes for.
  const isOpen = item.state === "draft" || item.state === "in_review";
  const steps = <ItemSteps item={item} me={accountId} />;
  return (
    <StaffFrame current="/admin/soal">
      <PageHeader
        title={`${item.code}, ${t("versionNumber", { version: item.version })}`}
        eyebrow={
          <a href="/admin/soal" className="link">
            {t("view.back")}
          </a>
        }
        aside={<ItemStateTag state={item.state} active={item.active} />}
      />
      <Happened query={await searchParams} />
      <Ways item={item} isMine={item.authorId === accountId} />
      <div className="grid gap-6 xl:grid-cols-2">
        <ItemContentCard content={item.content} />
        <div className="grid content-start gap-6">
          <ItemFacts item={item} />
          {isOpen ? null : <ItemExposureCard item={item} exposure={exposure} />}
        </div>
      </div>
      {isOpen ? steps : null}
      {measured && !isOpen ? (
        <ItemFiguresCard figures={measured.figures} options={item.content.options} />
      ) : null}
      <ItemHistory item={item} />
      {isOpen ? null : steps}
    </StaffFrame>
  );
}

async function Ways({ item, isMine }: { readonly item: ViewedItem; readonly isMine: boolean }) {
  const t = await getTranslations("selection-test.bank.view");
  const isNewest = item.versions[0]?.id === item.id;
  return (
    <div className="flex flex-wrap gap-3">
      {item.state === "draft" && isMine ? (
        <LinkButton href={`/admin/soal/${item.id}/ubah`}>{t("edit")}</LinkButton>
      ) : null}
      {isNewest && (item.state === "approved" || item.state === "retired") ? (
        <LinkButton href={`/admin/soal/baru?dari=${item.id}`} variant="secondary">
          {t("newVersion")}
        </LinkButton>
      ) : null}
      <LinkButton href={`/admin/soal/${item.id}/qti`} variant="quiet" icon="download">
        {t("qti")}
      </LinkButton>
    </div>
  );
}

async function Happened({ query }: { readonly query: Awaited<Props["searchParams"]> }) {
  const t = await getTranslations("selection-test.bank.happened");
  const told = [
    query.tersimpan && t("saved"),
    query.sama && t("same"),
    query.diajukan && t("submitted"),
    query.ditinjau && t("reviewed"),
    query.pensiun && t("retired"),
    query.batas && t("limited"),
  ].find(Boolean);
  return told ? (
    <Notice tone="success" live>
      {told}
    </Notice>
  ) : null;
}
