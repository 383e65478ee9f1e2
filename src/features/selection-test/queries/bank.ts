import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { keptRefusals } from "../schema/bank.ts";
import type {
  ItemExposure,
  ItemFilter,
  ItemImport,
  ListedItem,
  RefusedItemRow,
  ViewedItem,
} from "../types/bank.ts";
import { contentOf, EXPOSURE_DAYS } from "../types/bank.ts";

const PER_PAGE = 50;

/** The bank, by code and version; without a state what is retired stays away. The cursor is the id of the last item. */
export async function findItems(
  { kind, state }: ItemFilter,
  after?: string,
): Promise<{ readonly rows: readonly ListedItem[]; readonly next: string | null }> {
  const [code = "", version = ""] = after?.split(".") ?? [];
  const rows = await database().testItem.findMany({
    where: {
      kind,
      state: state ?? { not: "retired" },
      ...(after ? { OR: [{ code: { gt: code } }, { code, version: { gt: Number(version) } }] } : {}),
    },
    orderBy: [{ code: "asc" }, { version: "asc" }],
    take: PER_PAGE + 1,
    select: {
      id: true,
      code: true,
      version: true,
      kind: true,
      stem: true,
      state: true,
      active: true,
      difficulty: true,
      image: true,
    },
  });
  const shown = rows.slice(0, PER_PAGE).map(({ image, ...row }) => ({ ...row, hasPicture: image !== null }));
  return { rows: shown, next: rows.length > PER_PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** How many items are in each state. The bank holds hundreds of items, so they are counted as they stand. */
export async function countItems(): Promise<Readonly<Record<string, number>>> {
  const rows = await database().testItem.groupBy({ by: ["state", "active"], _count: true });
  const counts: Record<string, number> = {};
  for (const { state, active, _count } of rows) {
    const name = state === "approved" && !active ? "resting" : state;
    counts[name] = (counts[name] ?? 0) + _count;
  }
  return counts;
}

/** The last code of every kind, for whoever looks for the next. */
export async function findLastCodes(): Promise<readonly string[]> {
  const rows = await database().testItem.groupBy({ by: ["kind"], _max: { code: true } });
  return rows.flatMap(({ _max }) => _max.code ?? []).toSorted();
}

/** One version with its author, its history and its other versions; null when there is none. */
export async function findItem(id: string): Promise<ViewedItem | null> {
  const row = await database().testItem.findUnique({
    where: { id },
    include: { reviews: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
  });
  if (!row) return null;
  const people = [row.authorId, row.approvedBy, ...row.reviews.map(({ by }) => by)];
  const [versions, names] = await Promise.all([
    database().testItem.findMany({
      where: { code: row.code },
      orderBy: { version: "desc" },
      select: { id: true, version: true, state: true, createdAt: true },
    }),
    namesOf(people.filter((person) => person !== null)),
  ]);
  return {
    id,
    code: row.code,
    version: row.version,
    state: row.state,
    active: row.active,
    authorId: row.authorId as AccountId | null,
    author: row.authorId ? (names.get(row.authorId) ?? "") : null,
    approver: row.approvedBy ? (names.get(row.approvedBy) ?? "") : null,
    createdAt: row.createdAt,
    exposureLimit: row.exposureLimit,
    content: contentOf(row),
    versions,
    reviews: row.reviews.map(({ by, ...review }) => ({ ...review, by: names.get(by) ?? "" })),
  };
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database().account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map((row) => [row.id, row.displayName ?? ""]));
}

/** How often the last 30 days (WIB) showed this item. */
export async function findExposure(itemId: string, now: Date): Promise<ItemExposure> {
  const [row] = await database().$queryRaw<ItemExposure[]>`
    WITH since AS (SELECT (${now}::timestamptz AT TIME ZONE 'Asia/Jakarta')::date - ${EXPOSURE_DAYS}::int AS day)
    SELECT
      (SELECT coalesce(sum(attempts), 0)::int FROM test_item_exposure
        WHERE item_id = ${itemId} AND day > (SELECT day FROM since)) AS shown,
      (SELECT coalesce(sum(attempts), 0)::int FROM test_day WHERE day > (SELECT day FROM since)) AS attempts`;
  return row ?? { shown: 0, attempts: 0 };
}

/** The picture behind an address; null when there is none. */
export async function findPicture(
  id: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string } | null> {
  return database().testImage.findUnique({ where: { id }, select: { bytes: true, contentType: true } });
}

/** What became of an uploaded list. */
export async function findImport(id: string): Promise<ItemImport | null> {
  const row = await database().testItemImport.findUnique({ where: { id } });
  if (!row) return null;
  const { fileName, at, added, changed, unchanged } = row;
  const refused: readonly RefusedItemRow[] = keptRefusals.parse(row.refused);
  return { id, fileName, at, added, changed, unchanged, refused };
}
