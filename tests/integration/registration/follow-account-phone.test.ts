import { expect, test } from "vitest";
import { findRegistrationSummary } from "#features/registration/queries.ts";
import { fillIdentity } from "#features/registration/use-cases/fill-identity.ts";
import { fillPersonal } from "#features/registration/use-cases/fill-personal.ts";
import { followAccountPhoneReaction } from "#features/registration/use-cases/follow-account-phone.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { announced } from "../../support/events.ts";
import { anApplicant, answersOf, aSentRegistration, as, now } from "./applicants.ts";

/** The phone that was proven for the account, as the change of the account leaves it. */
async function proveForAccount(id: ParticipantId, phone: string): Promise<void> {
  const proven = { phoneCipher: encryptField(phone), phoneIndex: blindIndex("phone", phone) };
  await database().account.update({ where: { id }, data: { ...proven, phoneVerifiedAt: now } });
}

const follow = (participantId: ParticipantId, kind: "email" | "phone" = "phone") =>
  followAccountPhoneReaction({ participantId, kind });
const told = async (id: ParticipantId) => (await announced("registration-submitted", id)).slice(1);

test("a registration that was sent takes the account's new phone, proven, and says so once", async () => {
  const id = await aSentRegistration();
  const { phone } = answersOf().personal;
  await proveForAccount(id, phone);
  await follow(id);
  await follow(id);
  const summary = await findRegistrationSummary(id);
  expect(summary).toMatchObject({ phone, step: "submitted" });
  expect(summary.phoneVerifiedAt).not.toBeNull();
  expect(await told(id)).toEqual([{ participantId: id, changed: ["contact"] }]);
});

test("another address changes nothing in the registration", async () => {
  const answers = answersOf();
  const id = await aSentRegistration(answers);
  await proveForAccount(id, answersOf().personal.phone);
  await follow(id, "email");
  expect((await findRegistrationSummary(id)).phone).toBe(answers.personal.phone);
});

test("a number that serves somebody else's registration is left to them", async () => {
  const [answers, others] = [answersOf(), answersOf()];
  await aSentRegistration(others);
  const id = await aSentRegistration(answers);
  await proveForAccount(id, others.personal.phone);
  await follow(id);
  expect((await findRegistrationSummary(id)).phone).toBe(answers.personal.phone);
});

test("a registration under way takes it without being announced; one that has not asked yet asks in its turn", async () => {
  const answers = answersOf();
  const sari = await anApplicant();
  const { phone } = answersOf().personal;
  await proveForAccount(sari.participantId, phone);
  await as(sari, (work) => fillIdentity(work, answers.identity));
  await follow(sari.participantId);
  expect((await findRegistrationSummary(sari.participantId)).phone).toBeNull();
  await as(sari, (work) => fillPersonal(work, answers.personal));
  await follow(sari.participantId);
  expect((await findRegistrationSummary(sari.participantId)).phone).toBe(phone);
  expect(await announced("registration-submitted", sari.participantId)).toEqual([]);
});
