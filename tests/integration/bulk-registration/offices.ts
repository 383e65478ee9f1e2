import { randomUUID } from "node:crypto";
import type { StaffActor } from "#authorization/actor.ts";
import { findFile, findRefusedRows } from "#features/bulk-registration/queries.ts";
import type { ListedFile } from "#features/bulk-registration/types.ts";
import { checkBulkFileReaction } from "#features/bulk-registration/use-cases/check-file.ts";
import { receiveFile } from "#features/bulk-registration/use-cases/receive-file.ts";
import { storeList } from "#features/bulk-registration/use-cases/store-list.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertAccount } from "../../../prisma/seed/people.ts";

export const now = new Date("2026-11-24T03:00:00Z");
export const binjai = { code: "12.75", name: "Kota Binjai" };

/** An officer of the labour office of Binjai, or of another region. */
export async function anOfficer(regencyCode: string | null = binjai.code): Promise<StaffActor> {
  const email = `dinas-${randomUUID().slice(0, 8)}@example.test`;
  const id = await insertAccount({ email, name: "Petugas" }, { now, role: "officer" });
  if (regencyCode) await database().officeRegion.create({ data: { accountId: id, regencyCode } });
  return { role: "officer", accountId: id as string as AccountId, providerSlug: null, platformSlug: null };
}

/** What the upload form does. */
export async function upload(officer: StaffActor, bytes: Uint8Array<ArrayBuffer>, name = "daftar.xlsx") {
  const stored = await storeList(bytes, name);
  if (!stored.ok) throw new Error(stored.refusal);
  return inOneTransaction(officer, (work) => receiveFile(work, stored.value));
}

/** Uploads a list and lets the worker check it. */
export async function uploadAndCheck(officer: StaffActor, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const received = await upload(officer, bytes);
  if (!received.ok) throw new Error(received.refusal.code);
  await checkUntilDone(received.value.bulkFileId);
  return received.value.bulkFileId;
}

/** The worker's turns, one after the other, until nothing of the list is open. */
export async function checkUntilDone(bulkFileId: string): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await checkBulkFileReaction({ bulkFileId });
    const { status } = await theFile(bulkFileId);
    if (status !== "received" && status !== "checking") return;
  }
}

export async function theFile(id: string): Promise<ListedFile> {
  const file = await findFile(binjai, id);
  if (!file) throw new Error("there is no such list");
  return file;
}

/** Row number -> "column code", of the refused rows. */
export async function refusals(id: string): Promise<Record<number, string[]>> {
  const { rows } = await findRefusedRows(await theFile(id), 0);
  return Object.fromEntries(
    rows.map(({ number, reasons }) => [number, reasons.map(({ column, code }) => `${column} ${code}`)]),
  );
}

/** People whom this list brought in. */
export async function peopleOf(bulkFileId: string) {
  const rows = await database().bulkRow.findMany({
    where: { bulkFileId, participantId: { not: null } },
    orderBy: { rowNumber: "asc" },
  });
  return rows.flatMap(({ rowNumber, participantId }) =>
    participantId ? [{ rowNumber, participantId }] : [],
  );
}
