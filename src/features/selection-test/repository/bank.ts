import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type {
  ItemContent,
  ItemImport,
  ItemState,
  ItemStep,
  ItemVersion,
  NewPicture,
  WrittenItem,
} from "../types/bank.ts";
import { contentOf } from "../types/bank.ts";
import type { TestItemKind } from "../types.ts";

/** Holds everything under these codes still until the transaction ends, also where there is nothing yet. */
export async function lockCodes(tx: Transaction, codes: readonly string[]): Promise<void> {
  // Always in the same order, so that two lists at once wait for each other and never in a ring.
  const names = codes.toSorted().map((code) => `test item ${code}`);
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(name, 0))
    FROM unnest(${names}::text[]) WITH ORDINALITY AS held (name, place) ORDER BY place`;
}

/** The version with the highest number under each code; retired ones count, as their numbers are taken. */
export async function findLatest(
  tx: Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ItemVersion>> {
  const rows = await tx.testItem.findMany({
    where: { code: { in: [...codes] } },
    orderBy: { version: "asc" },
  });
  return new Map(rows.map((row) => [row.code, versionOf(row)]));
}

/** One version, with its code held still. */
export async function lockItem(tx: Transaction, id: string): Promise<ItemVersion | null> {
  const [code = ""] = id.split(".");
  await lockCodes(tx, [code]);
  const row = await tx.testItem.findUnique({ where: { id } });
  return row && versionOf(row);
}

type ItemRow = Omit<ItemContent, "options"> & {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly options: readonly string[];
  readonly state: ItemState;
  readonly authorId: string | null;
  readonly exposureLimit: number | null;
};

function versionOf(row: ItemRow): ItemVersion {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    state: row.state,
    authorId: row.authorId as AccountId | null,
    exposureLimit: row.exposureLimit,
    content: contentOf(row),
  };
}

export type NewDraft = { readonly item: WrittenItem; readonly version: number };

export async function insertDrafts(
  tx: Transaction,
  drafts: readonly NewDraft[],
  { authorId, now }: { readonly authorId: AccountId; readonly now: Date },
): Promise<void> {
  await tx.testItem.createMany({
    data: drafts.map(({ item: { code, content, exposureLimit }, version }) => ({
      ...content,
      options: [...content.options],
      id: `${code}.${version}`,
      code,
      version,
      exposureLimit,
      authorId,
      createdAt: now,
    })),
  });
}

export async function updateDraft(
  tx: Transaction,
  id: string,
  { content, exposureLimit }: WrittenItem,
): Promise<void> {
  await tx.testItem.update({
    where: { id },
    data: { ...content, options: [...content.options], exposureLimit },
  });
}

export async function setLimit(tx: Transaction, id: string, exposureLimit: number | null): Promise<void> {
  await tx.testItem.update({ where: { id }, data: { exposureLimit } });
}

/** Moves a version on; an approved one is drawn from now. */
export async function moveItem(
  tx: Transaction,
  id: string,
  to: { readonly state: ItemState; readonly approvedBy?: AccountId },
): Promise<void> {
  await tx.testItem.update({ where: { id }, data: { ...to, active: to.state === "approved" } });
}

/** Takes the version that is drawn now out of use; says which it was. */
export async function retireCurrent(tx: Transaction, code: string): Promise<string | null> {
  const [row] = await tx.testItem.updateManyAndReturn({
    where: { code, state: "approved" },
    data: { state: "retired", active: false },
    select: { id: true },
  });
  return row?.id ?? null;
}

export async function countOthersInUse(
  tx: Transaction,
  { id, kind }: { readonly id: string; readonly kind: TestItemKind },
): Promise<number> {
  return tx.testItem.count({ where: { kind, state: "approved", id: { not: id } } });
}

export async function insertReview(
  tx: Transaction,
  review: {
    readonly id: string;
    readonly itemId: string;
    readonly step: ItemStep;
    readonly by: AccountId;
    readonly at: Date;
    readonly note: string | null;
  },
): Promise<void> {
  await tx.testItemReview.create({ data: review });
}

/** Keeps a picture under its hash; the same picture is kept once. */
export async function keepPicture(tx: Transaction, { id, bytes }: NewPicture): Promise<void> {
  await tx.testImage.createMany({
    data: [{ id, bytes, contentType: "image/jpeg" }],
    skipDuplicates: true,
  });
}

/** Which of these pictures the bank has. */
export async function findKeptPictures(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.testImage.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

export async function insertImport(
  tx: Transaction,
  { refused, ...row }: ItemImport,
  by: AccountId,
): Promise<void> {
  await tx.testItemImport.create({ data: { ...row, by, refused: refused.map((reason) => ({ ...reason })) } });
}
