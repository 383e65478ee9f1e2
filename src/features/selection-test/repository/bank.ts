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
import type { TestItemKind } from "../types.ts";

/** Holds everything under this code still until the transaction ends, also when there is nothing yet. */
export async function lockCode(tx: Transaction, code: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`test item ${code}`}, 0))`;
}

/** The version with the highest number; retired ones count, as their numbers are taken. */
export async function findLatest(tx: Transaction, code: string): Promise<ItemVersion | null> {
  const row = await tx.testItem.findFirst({ where: { code }, orderBy: { version: "desc" } });
  return row && versionOf(row);
}

/** One version, with its code held still. */
export async function lockItem(tx: Transaction, id: string): Promise<ItemVersion | null> {
  const [code = ""] = id.split(".");
  await lockCode(tx, code);
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
  const { kind, stem, passage, options, answer, explanation } = row;
  const { difficulty, pairCode, reversed, image, imageAlt, family } = row;
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    state: row.state,
    authorId: row.authorId as AccountId | null,
    exposureLimit: row.exposureLimit,
    content: {
      kind,
      stem,
      passage,
      options,
      answer,
      explanation,
      difficulty,
      pairCode,
      reversed,
      image,
      imageAlt,
      family,
    },
  };
}

export async function insertDraft(
  tx: Transaction,
  { code, content, exposureLimit }: WrittenItem,
  { version, authorId, now }: { readonly version: number; readonly authorId: AccountId; readonly now: Date },
): Promise<string> {
  const id = `${code}.${version}`;
  await tx.testItem.create({
    data: {
      ...content,
      options: [...content.options],
      id,
      code,
      version,
      exposureLimit,
      authorId,
      createdAt: now,
    },
  });
  return id;
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

export async function isPictureKept(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.testImage.count({ where: { id } })) === 1;
}

export async function insertImport(
  tx: Transaction,
  { refused, ...row }: ItemImport,
  by: AccountId,
): Promise<void> {
  await tx.testItemImport.create({ data: { ...row, by, refused: refused.map((reason) => ({ ...reason })) } });
}
