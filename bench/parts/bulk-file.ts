import { randomUUID } from "node:crypto";
import type { StaffActor } from "#authorization/actor.ts";
import { checkBulkFileReaction } from "#features/bulk-registration/use-cases/check-file.ts";
import { receiveFile } from "#features/bulk-registration/use-cases/receive-file.ts";
import { storeList } from "#features/bulk-registration/use-cases/store-list.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { closeDatabase, database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { closeQueue } from "#platform/queue/queue.ts";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import { insertAccount } from "../../prisma/seed/people.ts";
import { listedPerson, listOf } from "../../tests/support/people-list.ts";

/** One in a hundred rows has something to mend. */
const SPOILT = 100;

export async function openOffice(): Promise<StaffActor> {
  const email = `dinas-${randomUUID()}@example.test`;
  const id = await insertAccount({ email, name: "Petugas" }, { now: new Date(), role: "officer" });
  await database().officeRegion.create({ data: { accountId: id, regencyCode: "12.75" } });
  return { role: "officer", accountId: id as string as AccountId, providerSlug: null, platformSlug: null };
}

/** A list of people unlike those of every other round. */
export function peopleFile(people: number, round: number): Promise<Uint8Array<ArrayBuffer>> {
  return listOf(
    Array.from({ length: people }, (_, index) =>
      listedPerson(round * 10_000 + index, index % SPOILT === 0 ? { gender: "?" } : {}),
    ),
  );
}

export async function readAlone(file: Uint8Array): Promise<void> {
  const sheet = await openSheet(file);
  for await (const _ of sheet.rows());
}

/** Upload and every turn of the worker, up to the last row. */
export async function checkList(officer: StaffActor, file: Uint8Array<ArrayBuffer>): Promise<void> {
  const stored = await storeList(file, "daftar.xlsx");
  if (!stored.ok) throw new Error(stored.refusal);
  const received = await inOneTransaction(officer, (work) => receiveFile(work, stored.value));
  if (!received.ok) throw new Error(received.refusal.code);
  const id = received.value.bulkFileId;
  for (let status = ""; status !== "checked"; ) {
    await checkBulkFileReaction({ bulkFileId: id });
    ({ status } = await database().bulkFile.findUniqueOrThrow({ where: { id }, select: { status: true } }));
    if (status === "failed") throw new Error("the list could not be read");
  }
}

export async function closeAll(): Promise<void> {
  await closeQueue();
  await closeDatabase();
}
