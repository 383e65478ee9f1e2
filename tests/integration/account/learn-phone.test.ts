import { expect, test } from "vitest";
import { findAddressee } from "#features/account/queries.ts";
import { learnPhoneReaction } from "#features/account/use-cases/learn-phone.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { anAccount } from "../../support/people.ts";
import { newPhone, now } from "./newcomers.ts";

const columns = (phone: string) => ({
  phoneCipher: encryptField(phone),
  phoneIndex: blindIndex("phone", phone),
  phoneVerifiedAt: now,
});
const phoneOf = async (id: ParticipantId) => (await findAddressee(id))?.phone;

/** Somebody whose registration has proven this phone. */
async function registeredWith(phone: string): Promise<ParticipantId> {
  const participantId = await anAccount(now);
  await database().registration.create({
    data: { participantId, step: "statements", startedAt: now, updatedAt: now, ...columns(phone) },
  });
  return participantId;
}

test("the phone that a registration proved becomes the account's where it had none", async () => {
  const { value: phone } = newPhone();
  const participantId = await registeredWith(phone);
  await learnPhoneReaction({ participantId });
  expect(await phoneOf(participantId)).toBe(phone);
});

test("an account with a proven phone keeps it: an open browser takes nobody's account over", async () => {
  const [own, other] = [newPhone().value, newPhone().value];
  const participantId = await registeredWith(other);
  await database().account.update({ where: { id: participantId }, data: columns(own) });
  await learnPhoneReaction({ participantId });
  expect(await phoneOf(participantId)).toBe(own);
});

test("a phone of another account stays theirs", async () => {
  const { value: phone } = newPhone();
  const holder = await anAccount(now);
  await database().account.update({ where: { id: holder }, data: columns(phone) });
  const participantId = await registeredWith(phone);
  await learnPhoneReaction({ participantId });
  expect(await phoneOf(participantId)).toBeNull();
});
