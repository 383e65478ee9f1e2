import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findDocuments, signedDocumentAddress } from "#features/registration/queries/documents.ts";
import type { DocumentKind } from "#features/registration/types.ts";
import { keepPhoto } from "#features/registration/use-cases/keep-photo.ts";
import { keepPhotoForPerson } from "#features/registration/use-cases/keep-photo-for-person.ts";
import { removeReplacedPhotosDue } from "#features/registration/use-cases/remove-replaced-photos.ts";
import { storePhoto } from "#features/registration/use-cases/store-photo.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { readPrivateFile } from "#platform/storage/private-files.ts";
import { insertAccount } from "../../../prisma/seed/people.ts";
import { announced } from "../../support/events.ts";
import { aPhotoOfACard } from "../../support/pictures.ts";
import { anApplicantAt, keep, now, stored, viewedBy } from "./document-owners.ts";

describe("a photo of a KTP or of a face", () => {
  test("takes the person on, page by page, and is announced to be read", async () => {
    const sari = await anApplicantAt("photo");
    expect(await keep(sari, "id_card")).toMatchObject({ ok: true, value: { step: "selfie" } });
    expect(await keep(sari, "selfie")).toMatchObject({ ok: true, value: { step: "phone" } });
    const documents = await findDocuments(sari.participantId);
    expect(documents.map(({ kind, hints, reading }) => ({ kind, hints, reading }))).toEqual(
      expect.arrayContaining([
        { kind: "id_card", hints: [], reading: null },
        { kind: "selfie", hints: [], reading: null },
      ]),
    );
    const kinds = (await announced("photo-kept", sari.participantId)) as { kind: DocumentKind }[];
    expect(kinds.map(({ kind }) => kind)).toEqual(["id_card", "selfie"]);
  });

  test("that is dark says so, and is kept all the same", async () => {
    const sari = await anApplicantAt("photo");
    await keep(sari, "id_card", await aPhotoOfACard({ width: 800, light: 0.35 }));
    const [document] = await findDocuments(sari.participantId);
    expect(document?.hints).toEqual(["dark"]);
  });

  test("waits for its page, and is closed once the registration was sent", async () => {
    const early = await anApplicantAt("situation");
    expect(await keep(early, "id_card")).toEqual(refuse({ code: "registration-step-locked" }));
    expect(await keep(await anApplicantAt("photo"), "selfie")).toEqual(
      refuse({ code: "registration-step-locked" }),
    );
    expect(await keep(await anApplicantAt("submitted"), "id_card")).toEqual(
      refuse({ code: "registration-submitted" }),
    );
  });

  test("sent twice at once counts once: the other is marked for removal", async () => {
    const sari = await anApplicantAt("photo");
    const photos = await Promise.all([1, 2, 3].map(() => stored("id-card")));
    const kept = await Promise.all(
      photos.map((photo) =>
        inOneTransaction(sari, (work) => keepPhoto(work, { kind: "id_card", photo }), { now }),
      ),
    );
    expect(kept.every(({ ok }) => ok)).toBe(true);
    expect(await findDocuments(sari.participantId)).toHaveLength(1);
    const rows = await database().idDocument.count({ where: { participantId: sari.participantId } });
    expect(rows).toBe(3);
  });

  test("is kept by an office for a person who is not there to do it", async () => {
    const { participantId } = await anApplicantAt("photo");
    const officer = await staff("officer");
    const photo = await stored("id-card");
    const kept = await inOneTransaction(
      officer,
      (work) => keepPhotoForPerson(work, participantId, "id_card", photo),
      { now },
    );
    expect(kept).toMatchObject({ ok: true, value: { step: "selfie" } });
    expect(await findDocuments(participantId)).toHaveLength(1);
  });
});

describe("the address of a document", () => {
  test("opens it for its own person, five minutes long", async () => {
    const { sari, id } = await theCard();
    const address = signedDocumentAddress(id, sari, now);
    expect(address).toMatch(/^\/dokumen\/[0-9a-f-]{36}\?sampai=\d+&t=[\w-]{32}$/);
    const opened = await viewedBy(sari, address, now);
    expect(opened?.kind).toBe("id_card");
    expect([...(opened?.bytes.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
    expect(await viewedBy(sari, address, addSeconds(now, 300))).not.toBeNull();
    expect(await viewedBy(sari, address, addSeconds(now, 301))).toBeNull();
  });

  test.each([
    ["a longer time", (address: string) => address.replace(/sampai=\d+/, "sampai=9999999999")],
    ["no time", (address: string) => address.replace(/sampai=\d+/, "sampai=")],
    ["another signature", (address: string) => address.replace(/t=.{5}/, "t=AAAAA")],
    ["no signature", (address: string) => address.replace(/&t=.*/, "")],
  ])("opens nothing with %s", async (_, changed) => {
    const { sari, id } = await theCard();
    expect(await viewedBy(sari, changed(signedDocumentAddress(id, sari, now)), now)).toBeNull();
  });

  test("of one document opens no other", async () => {
    const [one, other] = [await aKeptCard(), await aKeptCard()];
    const address = signedDocumentAddress(one.id, one.sari, now).replace(one.id, other.id);
    expect(await viewedBy(one.sari, address, now)).toBeNull();
  });

  test("opens nothing for anybody else, whether it was made for them or passed on", async () => {
    const { sari, id } = await theCard();
    const budi = await anApplicantAt("photo");
    const officer = await staff("officer");
    for (const viewer of [budi, officer, { role: "visitor" } as const]) {
      expect(await viewedBy(viewer, signedDocumentAddress(id, sari, now), now)).toBeNull();
      expect(await viewedBy(viewer, signedDocumentAddress(id, viewer, now), now)).toBeNull();
    }
  });

  test("opens it for who reviews, and the look is written down for the person to read", async () => {
    const { sari, id } = await aKeptCard();
    const reviewer = await staff("administrator");
    const opened = await viewedBy(reviewer, signedDocumentAddress(id, reviewer, now), now);
    expect(opened?.kind).toBe("id_card");
    const reads = await database().personalDataRead.findMany({
      where: { participantId: sari.participantId },
      select: { actorId: true, purpose: true, data: true },
    });
    expect(reads).toEqual([
      { actorId: reviewer.accountId, purpose: "verification-review", data: ["id-card"] },
    ]);
    expect(await viewedBy(reviewer, signedDocumentAddress(id, sari, now), now)).toBeNull();
  });

  test("opens nothing once the photo was replaced", async () => {
    const { sari, id } = await aKeptCard();
    await keep(sari, "id_card");
    expect(await viewedBy(sari, signedDocumentAddress(id, sari, now), now)).toBeNull();
  });
});

describe("a file that no document's row names", () => {
  test("is removed when its photo was replaced, and the new one stays", async () => {
    const sari = await anApplicantAt("photo");
    const [old, fresh] = [await stored("id-card"), await stored("id-card")];
    for (const photo of [old, fresh])
      await inOneTransaction(sari, (work) => keepPhoto(work, { kind: "id_card", photo }), { now });
    await removeReplacedPhotosDue(now);
    await expect(readPrivateFile(old.storageKey)).rejects.toThrow();
    expect((await readPrivateFile(fresh.storageKey)).byteLength).toBe(fresh.bytes);
    expect(await database().idDocument.count({ where: { participantId: sari.participantId } })).toBe(1);
  });

  test("is removed a day after its command was refused, and not before", async () => {
    const photo = await stored("selfie");
    const at = await programmeNow();
    await removeReplacedPhotosDue(addSeconds(at, 23 * 3600));
    expect((await readPrivateFile(photo.storageKey)).byteLength).toBe(photo.bytes);
    await removeReplacedPhotosDue(addSeconds(at, 25 * 3600));
    await expect(readPrivateFile(photo.storageKey)).rejects.toThrow();
    expect(await isNoted(photo.storageKey)).toBe(false);
  });

  test("is noted before it is written, so that a stop in between leaves nothing behind", async () => {
    const photo = await stored("selfie");
    expect(await isNoted(photo.storageKey)).toBe(true);
  });

  test("is no longer one when a row takes it, however late it is looked for", async () => {
    const { storageKey } = await aKeptCard();
    expect(await isNoted(storageKey)).toBe(false);
    await removeReplacedPhotosDue(addSeconds(now, 400 * 24 * 3600));
    expect((await readPrivateFile(storageKey)).byteLength).toBeGreaterThan(0);
  });

  test("is one however its row went", async () => {
    const { id, storageKey } = await aKeptCard();
    await database().$executeRaw`DELETE FROM id_document WHERE id = ${id}::uuid`;
    expect(await isNoted(storageKey)).toBe(true);
    await removeReplacedPhotosDue(now);
    await expect(readPrivateFile(storageKey)).rejects.toThrow();
  });
});

describe("the database", () => {
  test("lets one photo of a kind count for a person", async () => {
    const { sari, id } = await theCard();
    const another = database().$executeRaw`
      INSERT INTO id_document (id, participant_id, kind, storage_key, width, height, bytes, created_at)
      SELECT gen_random_uuid(), participant_id, kind, storage_key || '-2', width, height, bytes, created_at
      FROM id_document WHERE id = ${id}::uuid`;
    await expect(another).rejects.toThrow(/id_document_one_counts|23505/);
    expect(await findDocuments(sari.participantId)).toHaveLength(1);
  });

  test.each([
    '{"nik":"agrees","name":"agrees","birthDate":"agrees","text":"1275015705009101"}',
    '{"nik":"1275015705009101","name":"agrees","birthDate":"agrees"}',
    '{"nik":"agrees"}',
    "{}",
  ])("keeps nothing of a card's text: %s", async (reading) => {
    const { id } = await theCard();
    const write = database()
      .$executeRaw`UPDATE id_document SET reading = ${reading}::jsonb WHERE id = ${id}::uuid`;
    await expect(write).rejects.toThrow(/id_document_reading_known/);
  });

  test("keeps no words in what was measured", async () => {
    const { id } = await theCard();
    const write = database().$executeRaw`
      UPDATE id_document SET quality = '{"brightness": 1, "text": "SARI"}' WHERE id = ${id}::uuid`;
    await expect(write).rejects.toThrow(/id_document_quality_known/);
  });
});

test("a photo lies encrypted on the disk", async () => {
  const { storageKey } = await theCard();
  const { pathname } = new URL(process.env.STORAGE_URL ?? "");
  const kept = await readFile(`${pathname}/${storageKey}`);
  expect(kept.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  expect(kept.includes("JFIF")).toBe(false);
});

test("what is no photo is not kept, and leaves no file", async () => {
  expect(await storePhoto(Buffer.from("words"), "id-card/words")).toEqual(refuse("photo-wrong-kind"));
  expect(await isNoted("id-card/words")).toBe(false);
});

async function aKeptCard() {
  const sari = await anApplicantAt("photo");
  const photo = await stored("id-card");
  await inOneTransaction(sari, (work) => keepPhoto(work, { kind: "id_card", photo }), { now });
  const [document] = await findDocuments(sari.participantId);
  return { sari, id: document?.id ?? "", storageKey: photo.storageKey };
}

let card: ReturnType<typeof aKeptCard> | undefined;

/** One for all who only look. */
function theCard() {
  card ??= aKeptCard();
  return card;
}

async function isNoted(storageKey: string): Promise<boolean> {
  return (await database().unclaimedFile.count({ where: { storageKey } })) > 0;
}

async function staff(role: "officer" | "administrator"): Promise<StaffActor> {
  const email = `${role}-${randomUUID().slice(0, 8)}@example.test`;
  const id = await insertAccount({ email, name: "Petugas" }, { now, role });
  return { role, accountId: id as string as AccountId, providerSlug: null, platformSlug: null };
}
