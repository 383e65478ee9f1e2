import { describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { setFirstPassword } from "#features/account/use-cases/set-first-password.ts";
import { undoFile } from "#features/bulk-registration/use-cases/undo-file.ts";
import { undoBulkRowsReaction } from "#features/bulk-registration/use-cases/undo-rows.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { listedPerson, listOf } from "../../support/people-list.ts";
import { anOfficer, peopleOf, theFile, upload, uploadAndCheck } from "./offices.ts";

let next = 500;
const listed = (count: number) => {
  next += count;
  return listOf(Array.from({ length: count }, (_, index) => listedPerson(next - index)));
};
const undo = (officer: StaffActor, bulkFileId: string) =>
  inOneTransaction(officer, (work) => undoFile(work, { bulkFileId }));

describe("a list that is taken back", () => {
  test("leaves nothing of its people behind, and may be uploaded again", async () => {
    const officer = await anOfficer();
    const bytes = await listed(110);
    const id = await uploadAndCheck(officer, bytes);
    const people = (await peopleOf(id)).map(({ participantId }) => participantId);
    expect(await undo(officer, id)).toMatchObject({ ok: true });
    await undoBulkRowsReaction({ bulkFileId: id });
    expect(await theFile(id)).toMatchObject({
      status: "undone",
      rowsTaken: 110,
      rowsUndone: 110,
      rowsKept: 0,
    });
    expect(await database().account.count({ where: { id: { in: people } } })).toBe(0);
    expect(await database().registration.count({ where: { participantId: { in: people } } })).toBe(0);
    const again = await uploadAndCheck(officer, bytes);
    expect(again).not.toBe(id);
    expect(await theFile(again)).toMatchObject({ status: "checked", rowsTaken: 110 });
  });

  test("keeps whoever has taken the account over or has come further since", async () => {
    const officer = await anOfficer();
    const id = await uploadAndCheck(officer, await listed(4));
    const [first, second] = await peopleOf(id);
    const takenOver = (first?.participantId ?? "") as ParticipantId;
    await inOneTransaction(officer, (work) =>
      setFirstPassword(work, { participantId: takenOver, password: "sandi yang panjang" }),
    );
    const photographed = second?.participantId ?? "";
    await database().registration.update({
      where: { participantId: photographed },
      data: { step: "selfie", updatedAt: new Date("2026-12-24T03:00:00Z") },
    });
    await undo(officer, id);
    await undoBulkRowsReaction({ bulkFileId: id });
    expect(await theFile(id)).toMatchObject({ status: "undone", rowsUndone: 2, rowsKept: 2 });
    expect((await peopleOf(id)).map(({ participantId }) => participantId)).toEqual([takenOver, photographed]);
    expect(await database().account.count({ where: { id: { in: [takenOver, photographed] } } })).toBe(2);
  });

  test("taken back by two workers at once, and again, comes out the same", async () => {
    const officer = await anOfficer();
    const id = await uploadAndCheck(officer, await listed(20));
    await undo(officer, id);
    await Promise.all([1, 2].map(() => undoBulkRowsReaction({ bulkFileId: id })));
    await undoBulkRowsReaction({ bulkFileId: id });
    expect(await theFile(id)).toMatchObject({ status: "undone", rowsUndone: 20 });
    expect(await undo(officer, id)).toMatchObject({ refusal: { code: "bulk-undo-done" } });
  });

  test("is not taken back while it is checked, nor by the office of another region", async () => {
    const received = await upload(await anOfficer(), await listed(2));
    const id = received.ok ? received.value.bulkFileId : "";
    expect(await undo(await anOfficer(), id)).toMatchObject({ refusal: { code: "bulk-undo-unfinished" } });
    expect(await undo(await anOfficer("12.71"), id)).toMatchObject({
      refusal: { code: "bulk-file-unknown" },
    });
  });
});

describe("the database refuses", () => {
  test("a verdict that changes, a count that does not add up, and a person without a verdict", async () => {
    const id = await uploadAndCheck(await anOfficer(), await listed(2));
    const spoil = (statement: string) =>
      database().$executeRawUnsafe(`${statement} WHERE bulk_file_id = '${id}'`);
    await expect(
      spoil("UPDATE bulk_row SET status = 'refused', participant_id = NULL, reasons = '[1]'"),
    ).rejects.toThrow(/decided once/);
    await expect(spoil("UPDATE bulk_row SET status = 'undone'")).rejects.toThrow(/bulk_row_outcome/);
    const change = (data: object) => database().bulkFile.update({ where: { id }, data });
    await expect(change({ rowsTaken: 3 })).rejects.toThrow(/bulk_file_counts/);
    await expect(change({ rowsTaken: 1 })).rejects.toThrow(/bulk_file_whole/);
    await expect(change({ rowsUndone: 1 })).rejects.toThrow(/bulk_file_counts/);
    await expect(change({ status: "undone", undoneAt: new Date() })).rejects.toThrow(
      /bulk_file_undone_whole/,
    );
    await expect(change({ status: "failed" })).rejects.toThrow(/bulk_file_failed/);
    await expect(change({ finishedAt: null })).rejects.toThrow(/bulk_file_finished/);
    await expect(change({ consentVersion: 0 })).rejects.toThrow(/bulk_file_consent/);
    await expect(
      database()
        .$executeRaw`INSERT INTO bulk_row (bulk_file_id, row_number, status) VALUES (${id}::uuid, 1, 'undone')`,
    ).rejects.toThrow(/bulk_row_number/);
  });
});
