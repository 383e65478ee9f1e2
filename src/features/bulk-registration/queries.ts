import type { StaffActor } from "#authorization/actor.ts";
import { findOfficeRegion } from "#features/assisted-registration/queries.ts";
import type { Region } from "#features/assisted-registration/types.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { keptReasons } from "./schema.ts";
import type { ListedFile, RefusedRow } from "./types.ts";

const FILES = 20;
const REFUSED = 50;

const listed = {
  id: true,
  name: true,
  format: true,
  status: true,
  failure: true,
  officerId: true,
  storageKey: true,
  rowsTotal: true,
  rowsTaken: true,
  rowsRefused: true,
  rowsUndone: true,
  rowsKept: true,
  unknownColumns: true,
  receivedAt: true,
  finishedAt: true,
  undoneAt: true,
} as const;

type Page = { readonly files: readonly ListedFile[]; readonly next: string | null };

/** The region that the officer works for; null while none is assigned. */
export function findRegion(actor: StaffActor): Promise<Region | null> {
  return findOfficeRegion(actor.accountId);
}

/** The lists that the region's office uploaded, the newest first. */
export async function findFiles(region: Region, before: string): Promise<Page> {
  const rows = await database().bulkFile.findMany({
    where: { regencyCode: region.code, ...(isUuid(before) ? { id: { lt: before } } : {}) },
    select: listed,
    orderBy: { id: "desc" },
    take: FILES + 1,
  });
  const files = await withOfficers(rows.slice(0, FILES));
  return { files, next: rows.length > FILES ? (files.at(-1)?.id ?? null) : null };
}

/** One list of the region's office. */
export async function findFile(region: Region, id: string): Promise<ListedFile | null> {
  if (!isUuid(id)) return null;
  const row = await database().bulkFile.findFirst({
    where: { id, regencyCode: region.code },
    select: listed,
  });
  return row ? ((await withOfficers([row]))[0] ?? null) : null;
}

/** The refused rows of a list, by their number. */
export async function findRefusedRows(
  file: ListedFile,
  after: number,
): Promise<{ readonly rows: readonly RefusedRow[]; readonly next: number | null }> {
  const found = await database().bulkRow.findMany({
    where: { bulkFileId: file.id, status: "refused", rowNumber: { gt: after } },
    select: { rowNumber: true, reasons: true },
    orderBy: { rowNumber: "asc" },
    take: REFUSED + 1,
  });
  const rows = found
    .slice(0, REFUSED)
    .map(({ rowNumber, reasons }) => ({ number: rowNumber, reasons: keptReasons.parse(reasons) }));
  return { rows, next: found.length > REFUSED ? (rows.at(-1)?.number ?? null) : null };
}

type Row = Omit<ListedFile, "officer" | "isStored"> & {
  readonly officerId: string;
  readonly storageKey: string | null;
};

async function withOfficers(rows: readonly Row[]): Promise<ListedFile[]> {
  const officers = await database().account.findMany({
    where: { id: { in: rows.map(({ officerId }) => officerId) } },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(officers.map(({ id, displayName }) => [id, displayName]));
  return rows.map(({ officerId, storageKey, ...row }) => ({
    ...row,
    officer: nameOf.get(officerId) ?? "",
    isStored: storageKey !== null,
  }));
}
