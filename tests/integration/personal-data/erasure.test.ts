import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { findErasureObstacle } from "#features/personal-data/queries/erasure.ts";
import { askErasure } from "#features/personal-data/use-cases/ask-erasure.ts";
import { eraseAccountReaction } from "#features/personal-data/use-cases/erase-account.ts";
import { joinWave } from "#features/waves/use-cases/join-wave.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField, encryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { DEMO_PASSWORD, insertEntry, insertWave } from "../../../prisma/seed/people.ts";
import { announced } from "../../support/events.ts";
import { anAdministrator, recipients } from "../../support/people.ts";
import { now, somebodyKnown, tablesAboutPeople } from "./people.ts";

let sari: ParticipantId;
let wave = 500;

beforeEach(async () => {
  sari = await somebodyKnown();
  wave += 1;
});

const erased = [
  "code_guard",
  "contact_change",
  "email_token",
  "id_document",
  "notification",
  "one_time_code",
  "passkey",
  "passkey_challenge",
  "recovery_code",
  "register_answer",
  "registration",
  "second_factor",
  "session",
  "sso_grant",
  "test_attempt",
  "verification",
];

const ofRecipients = "only recipients have it, and they stay";
const stays = {
  account_erasure: "that it was asked for, by id",
  assisted_registration: "the consent, without the witness",
  bulk_row: "by id; the list itself is removed by its own rule",
  draw_leaf: "draws can be repeated, by id",
  frozen_entry: "draws can be repeated, by id",
  wave_exclusion: "why somebody was taken out, by id",
  wave_objection: "that somebody objected, without the words",
  wave_entry: "draws can be repeated, by id",
  personal_data_read: "who looked, by id",
  review_case: "what the staff decided, without words",
  office_region: "staff",
  ledger_head_letter: "auditors",
  ledger_account_day: "sums of partners",
  partner_application: "of an organisation, which stays",
  certificate: ofRecipients,
  checkpoint_answer: ofRecipients,
  deadline_reminder: ofRecipients,
  freed_place: ofRecipients,
  determination: ofRecipients,
  incentive_payment: ofRecipients,
  ledger_entry: ofRecipients,
  membership: ofRecipients,
  payout_account: ofRecipients,
  card_showing: ofRecipients,
  induction: ofRecipients,
  purchase: ofRecipients,
  purchase_intent: ofRecipients,
  quiz_submission: ofRecipients,
  recipient_card: ofRecipients,
  review: ofRecipients,
  survey_round: ofRecipients,
  training_completion: ofRecipients,
  watch_clock: ofRecipients,
  watch_progress: ofRecipients,
};

/** The tables with a row of this person, beside the account itself. */
async function tablesWith(participantId: ParticipantId): Promise<string[]> {
  const found = new Set<string>();
  for (const { table, column } of await tablesAboutPeople()) {
    const sql = `SELECT 1 FROM "${table}" WHERE "${column}" = $1::uuid`;
    if ((await database().$queryRawUnsafe<unknown[]>(sql, participantId)).length > 0) found.add(table);
  }
  return [...found];
}

const ask = (participantId: ParticipantId, password = DEMO_PASSWORD) =>
  inOneTransaction({ role: "participant", participantId }, (work) => askErasure(work, { password }), { now });

async function erase(participantId: ParticipantId): Promise<void> {
  expect((await ask(participantId)).ok).toBe(true);
  await eraseAccountReaction({ participantId });
}

describe("whoever asks to be forgotten", () => {
  test("is let out at once, and it is announced and written down once", async () => {
    const before = await database().account.findUniqueOrThrow({ where: { id: sari } });
    expect(await ask(sari)).toEqual({ ok: true, value: null });
    expect(await announced("erasure-decided", sari)).toEqual([{ participantId: sari }]);
    const after = await database().account.findUniqueOrThrow({ where: { id: sari } });
    expect(after.lockedAt).toEqual(now);
    expect(after.sessionVersion).toBe(before.sessionVersion + 1);
    const subject = `participant:${sari}`;
    expect(await database().auditEvent.findMany({ where: { subject } })).toMatchObject([
      { action: "erasure-asked", details: {} },
    ]);
  });

  test("twice at once is forgotten once", async () => {
    const both = await Promise.all([ask(sari), ask(sari)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await announced("erasure-decided", sari)).toHaveLength(1);
  });

  test("leaves a row in none of the tables that are erased", async () => {
    expect(await tablesWith(sari)).toEqual(erased);
    await erase(sari);
    expect(await tablesWith(sari)).toEqual(["account_erasure"]);
  });

  test("has no table with people in it forgotten: each is erased, or stays for a reason", async () => {
    const decided = [...erased, ...Object.keys(stays)];
    const there = (await tablesAboutPeople()).map(({ table }) => table);
    expect(there.filter((table) => !decided.includes(table))).toEqual([]);
  });

  test("is nobody in the row of the account, whose contact anybody may sign up with again", async () => {
    const { email } = await database().account.findUniqueOrThrow({ where: { id: sari } });
    await erase(sari);
    expect(await database().account.findUniqueOrThrow({ where: { id: sari } })).toMatchObject({
      email: null,
      emailVerifiedAt: null,
      phoneCipher: null,
      phoneIndex: null,
      passwordHash: null,
      displayName: "-",
      lockedAt: now,
    });
    expect(await database().account.count({ where: { email } })).toBe(0);
  });

  test("has the files of their photos swept away", async () => {
    const { storageKey } = await database().idDocument.findFirstOrThrow({ where: { participantId: sari } });
    await erase(sari);
    expect(await database().unclaimedFile.count({ where: { storageKey } })).toBe(1);
  });

  test("is erased once, however often it is announced", async () => {
    await erase(sari);
    const first = await database().accountErasure.findUniqueOrThrow({ where: { participantId: sari } });
    await eraseAccountReaction({ participantId: sari });
    expect(await database().accountErasure.findUniqueOrThrow({ where: { participantId: sari } })).toEqual(
      first,
    );
  });

  test("keeps the decisions of the staff without their words, and the record of the help without the witness", async () => {
    const by = await anAdministrator(now);
    const id = randomUUID();
    await database().reviewCase.create({
      data: {
        id,
        participantId: sari,
        kind: "appeal",
        reason: "verification-in-education",
        openedAt: now,
        dueAt: new Date("2026-11-30T16:59:59Z"),
        against: now,
        statementCipher: encryptField("Saya sudah lulus tahun lalu."),
        assignedTo: by,
        assignedAt: now,
        decision: "verified",
        decidedBy: by,
        decidedAt: now,
        noteCipher: encryptField("ijazah"),
      },
    });
    await database().assistedRegistration.create({
      data: {
        participantId: sari,
        officerId: by,
        regencyCode: "12.75",
        consentVersion: 1,
        consentMethod: "spoken_with_witness",
        witnessNameCipher: encryptField("Wati Saksi"),
        consentAt: now,
        source: "form",
        createdAt: now,
        submittedAt: now,
      },
    });
    await erase(sari);
    expect(await database().reviewCase.findUniqueOrThrow({ where: { id } })).toMatchObject({
      decision: "verified",
      decidedBy: by,
      statementCipher: null,
      noteCipher: null,
    });
    const help = await database().assistedRegistration.findUniqueOrThrow({ where: { participantId: sari } });
    expect(decryptField(help.witnessNameCipher ?? new Uint8Array())).toBe("-");
  });

  test("leaves a barred NIK barred: the list knows its keyed hash and nothing else", async () => {
    const { nikIndex } = await database().registration.findUniqueOrThrow({ where: { participantId: sari } });
    const index = nikIndex ?? new Uint8Array();
    await database().blacklistEntry.create({ data: { nikIndex: index, reason: "cheating", since: now } });
    await erase(sari);
    expect(await database().blacklistEntry.count({ where: { nikIndex: index } })).toBe(1);
  });
});

describe("it is refused", () => {
  test("with a wrong password, and nothing happens", async () => {
    expect(await ask(sari, "bukan ini")).toEqual({ ok: false, refusal: { code: "erasure-password-wrong" } });
    expect(await database().accountErasure.count({ where: { participantId: sari } })).toBe(0);
  });

  test("to a recipient, on the page and in the command", async () => {
    const [budi] = await recipients(now, 1, wave);
    if (!budi) throw new Error("nobody");
    const refusal = { code: "erasure-recipient" };
    expect(await findErasureObstacle(budi)).toEqual(refusal);
    expect(await ask(budi)).toEqual({ ok: false, refusal });
  });

  test("to who joined a wave that is not decided, and not any more when it is", async () => {
    const waveId = await insertWave(wave, 10, now);
    await insertEntry(sari, waveId, now);
    const refusal = { code: "erasure-wave-undecided", wave };
    expect(await findErasureObstacle(sari)).toEqual(refusal);
    expect(await ask(sari)).toEqual({ ok: false, refusal });
    await database().$transaction(async (tx) => {
      // Past the rules of a wave's life, which are not what this is about.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.wave.update({ where: { id: waveId }, data: { status: "published", publishedAt: now } });
    });
    expect(await findErasureObstacle(sari)).toBeNull();
  });

  test("to who has no password", async () => {
    await database().account.update({ where: { id: sari }, data: { passwordHash: null } });
    expect(await ask(sari)).toEqual({ ok: false, refusal: { code: "erasure-no-password" } });
  });
});

test("an erasure and the joining of a wave at once: one of them, never both", async () => {
  const waveId = await insertWave(wave, 10, now);
  const join = inOneTransaction(
    { role: "participant", participantId: sari },
    (work) => joinWave(work, { waveId } as Parameters<typeof joinWave>[1]),
    { now },
  ).then(
    ({ ok }) => ok,
    () => false,
  );
  const [asked, joined] = await Promise.all([ask(sari).then(({ ok }) => ok), join]);
  expect([asked, joined].filter(Boolean)).toHaveLength(1);
});

describe("the database", () => {
  const asked = (participantId: ParticipantId) =>
    database().accountErasure.create({ data: { participantId, askedAt: now } });

  test("erases no recipient, and nobody who waits for a wave", async () => {
    const [budi] = await recipients(now, 1, wave);
    if (!budi) throw new Error("nobody");
    await expect(asked(budi)).rejects.toThrow("stays");
    await insertEntry(sari, await insertWave(wave + 200, 10, now), now);
    await expect(asked(sari)).rejects.toThrow("stays");
  });

  test("lets nobody join who is erased", async () => {
    await asked(sari);
    await expect(insertEntry(sari, await insertWave(wave, 10, now), now)).rejects.toThrow("joins no wave");
  });

  test("takes no erasure back", async () => {
    await asked(sari);
    const where = { participantId: sari };
    await expect(database().accountErasure.delete({ where })).rejects.toThrow("only grows");
    await expect(
      database().accountErasure.update({ where, data: { askedAt: new Date("2026-11-25T03:00:00Z") } }),
    ).rejects.toThrow("never taken back");
    await database().accountErasure.update({ where, data: { finishedAt: now } });
    await expect(database().accountErasure.update({ where, data: { finishedAt: null } })).rejects.toThrow(
      "ends once",
    );
    await expect(database().$executeRaw`TRUNCATE account_erasure`).rejects.toThrow("only grows");
  });
});
