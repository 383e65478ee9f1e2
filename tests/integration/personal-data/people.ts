import { randomUUID } from "node:crypto";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { writePrivateFile } from "#platform/storage/private-files.ts";
import { anApplicantReadyToJoin } from "../../support/people.ts";
import { anOpenSession } from "../../support/sessions.ts";

export const now = new Date("2026-11-24T03:00:00Z");

/** Every table that has a column for a person, with the name of that column, from the database's own catalogue. */
export async function tablesAboutPeople(): Promise<
  readonly { readonly table: string; readonly column: string }[]
> {
  return database().$queryRaw`
    SELECT c.table_name::text AS table, c.column_name::text AS column
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND NOT EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhrelid = format('%I', c.table_name)::regclass)
      AND c.column_name IN ('participant_id', 'account_id', 'holder_id')
    ORDER BY 1, 2`;
}

/** A file of a KTP and its row. */
export async function keepPhoto(participantId: ParticipantId, createdAt = now): Promise<string> {
  const storageKey = `documents/${randomUUID()}`;
  await writePrivateFile(storageKey, new Uint8Array([255, 216, 255, 1]));
  await database().idDocument.create({
    data: {
      id: randomUUID(),
      participantId,
      kind: "id_card",
      storageKey,
      width: 1,
      height: 1,
      bytes: 4,
      createdAt,
    },
  });
  return storageKey;
}

/** Somebody of whom there is something nearly everywhere that a person without a wave can be. */
export async function somebodyKnown(): Promise<ParticipantId> {
  const id = await anApplicantReadyToJoin(now);
  const db = database();
  await keepPhoto(id);
  const cipher = encryptField("apa saja");
  const attempt = await db.testAttempt.findFirstOrThrow({ where: { participantId: id } });
  const item = await db.testItem.findFirstOrThrow();
  await db.testAnswer.create({
    data: {
      attemptId: attempt.id,
      position: 1,
      itemId: item.id,
      optionOrder: [0, 1],
      choice: 0,
      answeredAt: now,
    },
  });
  await db.registerAnswer.create({
    data: {
      participantId: id,
      register: "education",
      status: "answered",
      answer: { entry: null },
      inputFingerprint: new Uint8Array(32),
      attempts: 1,
      askedAt: now,
      answeredAt: now,
      expiresAt: new Date("2026-12-24T03:00:00Z"),
    },
  });
  await db.notification.create({
    data: { id: randomUUID(), participantId: id, kind: "x", parameters: {}, createdAt: now },
  });
  await anOpenSession(id);
  await db.passkey.create({
    data: { id: randomUUID(), accountId: id, publicKey: cipher, counter: 0n, label: "HP", createdAt: now },
  });
  await db.passkeyChallenge.create({ data: { id: randomUUID(), accountId: id, challenge: "x" } });
  const codes = { create: { batch: randomUUID(), number: 0 } };
  await db.secondFactor.create({ data: { accountId: id, pendingCipher: cipher, codes } });
  await db.oneTimeCode.create({
    data: {
      id: randomUUID(),
      holderId: id,
      purpose: "account_phone",
      channel: "sms",
      destinationCipher: cipher,
      destinationIndex: new Uint8Array(32),
      createdAt: now,
      expiresAt: new Date("2026-11-24T03:05:00Z"),
    },
  });
  await db.codeGuard.create({ data: { holderId: id, purpose: "account_phone", wrong: 1 } });
  const contactCipher = encryptField("baru@example.test");
  const change = { id: randomUUID(), kind: "email", contactCipher, startedAt: now } as const;
  await db.contactChange.create({ data: { ...change, accountId: id } });
  await db.partnerClient.upsert({
    where: { code: "lembaga-lain" },
    create: {
      ...{ code: "lembaga-lain", kind: "provider", ownerSlug: "lembaga-lain" },
      signKeyCipher: cipher,
      createdAt: now,
    },
    update: {},
  });
  await db.ssoGrant.create({
    data: {
      id: randomUUID(),
      participantId: id,
      clientCode: "lembaga-lain",
      scopes: ["name"],
      grantedAt: now,
    },
  });
  await db.emailToken.create({
    data: {
      id: randomUUID(),
      accountId: id,
      purpose: "reset_password",
      createdAt: now,
      expiresAt: new Date("2026-11-25T03:00:00Z"),
    },
  });
  return id;
}
