import { describe, expect, test } from "vitest";
import type { ParticipantActor } from "#authorization/actor.ts";
import { findPhoneProof } from "#features/registration/queries/phone-code.ts";
import { findRegistrationStep, findRegistrationSummary } from "#features/registration/queries.ts";
import { changePhone } from "#features/registration/use-cases/change-phone.ts";
import { confirmPhone } from "#features/registration/use-cases/confirm-phone.ts";
import { fillAddress } from "#features/registration/use-cases/fill-address.ts";
import { fillIdentity } from "#features/registration/use-cases/fill-identity.ts";
import { fillPersonal } from "#features/registration/use-cases/fill-personal.ts";
import { fillSituation } from "#features/registration/use-cases/fill-situation.ts";
import { sendPhoneCode } from "#features/registration/use-cases/send-phone-code.ts";
import { submitRegistration } from "#features/registration/use-cases/submit-registration.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { announced } from "../../support/events.ts";
import {
  type Answers,
  anApplicant,
  answersOf,
  as,
  fillAll,
  lastDigits,
  now,
  provePhone,
  sendPhoto,
} from "./applicants.ts";

/** Somebody whose phone is the next thing to prove. */
async function atThePhone(answers: Answers = answersOf()): Promise<ParticipantActor> {
  const sari = await anApplicant();
  await as(sari, (work) => fillIdentity(work, answers.identity));
  await as(sari, (work) => fillPersonal(work, answers.personal));
  await as(sari, (work) => fillAddress(work, answers.address));
  await as(sari, (work) => fillSituation(work, answers.situation));
  await sendPhoto(sari, `id-card/phone-${sari.participantId}`);
  await sendPhoto(sari, `selfie/phone-${sari.participantId}`, "selfie");
  expect(await findRegistrationStep(sari.participantId)).toBe("phone");
  return sari;
}

const send = (who: ParticipantActor, at = now, channel: "sms" | "email" = "sms") =>
  as(who, (work) => sendPhoneCode(work, { channel }), at);
const type = (who: ParticipantActor, digits: string | null, at = now) =>
  as(who, (work) => confirmPhone(work, { digits }), at);
const wrong = (digits: string) => (digits === "111111" ? "222222" : "111111");

describe("the code that proves a phone", () => {
  test("goes to the number that was typed, and its digits lead on", async () => {
    const sari = await atThePhone();
    expect(await send(sari)).toEqual(ok(null));
    expect(await findPhoneProof(sari.participantId)).toMatchObject({
      isProven: false,
      pausedUntil: null,
      code: { channel: "sms", delivery: "queued" },
    });
    expect(await type(sari, await lastDigits(sari))).toEqual(ok({ step: "statements" }));
    const summary = await findRegistrationSummary(sari.participantId);
    expect(summary).toMatchObject({ step: "statements", phoneVerifiedAt: now });
    expect(await announced("phone-verified", sari.participantId)).toEqual([
      { participantId: sari.participantId },
    ]);
  });

  test("is asked for in its turn only", async () => {
    const sari = await anApplicant();
    const locked = refuse({ code: "registration-step-locked" });
    expect(await send(sari)).toEqual(locked);
    expect(await type(sari, "123456")).toEqual(locked);
    expect(await as(sari, (work) => changePhone(work, { phone: "+6281234567890" }))).toEqual(locked);
  });

  test("is refused when it is wrong, and after the fourth time for a day, which the page can say", async () => {
    const sari = await atThePhone();
    await send(sari);
    const digits = wrong(await lastDigits(sari));
    for (const left of [3, 2, 1])
      expect(await type(sari, digits)).toMatchObject({ refusal: { code: "code-wrong", left } });
    expect(await type(sari, digits)).toMatchObject({ refusal: { code: "code-blocked", minutes: 1_440 } });
    const { pausedUntil } = await findPhoneProof(sari.participantId);
    expect(pausedUntil).toEqual(addSeconds(now, 86_400));
    expect(await type(sari, await lastDigits(sari))).toMatchObject({ refusal: { code: "code-blocked" } });
    const tomorrow = addSeconds(now, 86_401);
    expect(await provePhone(sari, tomorrow)).toEqual(ok({ step: "statements" }));
  });

  test("is sent once a minute, and the last one counts", async () => {
    const sari = await atThePhone();
    await send(sari);
    const first = await lastDigits(sari);
    expect(await send(sari, addSeconds(now, 30))).toEqual(refuse({ code: "code-send-soon", seconds: 30 }));
    const later = addSeconds(now, 61);
    await send(sari, later);
    const second = await lastDigits(sari);
    if (first !== second) expect((await type(sari, first, later)).ok).toBe(false);
    expect(await type(sari, second, later)).toEqual(ok({ step: "statements" }));
  });

  test("typed twice at once leads on once, and proves one phone", async () => {
    const sari = await atThePhone();
    await send(sari);
    const digits = await lastDigits(sari);
    const results = await Promise.all([1, 2, 3].map(() => type(sari, digits)));
    expect(results.filter(({ ok: isDone }) => isDone).length).toBeGreaterThanOrEqual(1);
    expect(await findRegistrationStep(sari.participantId)).toBe("statements");
  });
});

describe("where no SMS arrives", () => {
  test("the code comes by e-mail to a verified address: the step is done, the phone itself is not proven", async () => {
    const sari = await atThePhone();
    expect(await findPhoneProof(sari.participantId)).toMatchObject({ hasEmail: true });
    expect(await send(sari, now, "email")).toEqual(ok(null));
    expect(await type(sari, await lastDigits(sari))).toEqual(ok({ step: "statements" }));
    expect((await findRegistrationSummary(sari.participantId)).phoneVerifiedAt).toBeNull();
    expect(await announced("phone-verified", sari.participantId)).toEqual([]);
  });

  test("an address that was never verified gets none", async () => {
    const sari = await atThePhone();
    await database().account.update({ where: { id: sari.participantId }, data: { emailVerifiedAt: null } });
    expect(await findPhoneProof(sari.participantId)).toMatchObject({ hasEmail: false });
    expect(await send(sari, now, "email")).toEqual(refuse({ code: "registration-no-contact" }));
  });
});

test("a number that the account has proven needs no code", async () => {
  const answers = answersOf();
  const sari = await atThePhone(answers);
  const { phone } = answers.personal;
  expect((await type(sari, null)).ok).toBe(false);
  await database().account.update({
    where: { id: sari.participantId },
    data: { phoneCipher: encryptField(phone), phoneIndex: blindIndex("phone", phone), phoneVerifiedAt: now },
  });
  expect(await findPhoneProof(sari.participantId)).toMatchObject({ isProven: true });
  expect(await type(sari, null)).toEqual(ok({ step: "statements" }));
  expect((await findRegistrationSummary(sari.participantId)).phoneVerifiedAt).toEqual(now);
});

describe("another number", () => {
  test("is taken where it is proven, and the code to the old one proves nothing", async () => {
    const sari = await atThePhone();
    await send(sari);
    const digits = await lastDigits(sari);
    const { phone } = answersOf().personal;
    expect(await as(sari, (work) => changePhone(work, { phone }))).toEqual(ok({ step: "phone" }));
    expect(await type(sari, digits)).toEqual(refuse({ code: "code-expired" }));
    expect(await provePhone(sari, addSeconds(now, 61))).toEqual(ok({ step: "statements" }));
    expect((await findRegistrationSummary(sari.participantId)).phone).toBe(phone);
  });

  test("that serves somebody else is refused, also when two want it at once", async () => {
    const { phone } = answersOf().personal;
    const people = await Promise.all([atThePhone(), atThePhone()]);
    const results = await Promise.all(people.map((who) => as(who, (work) => changePhone(work, { phone }))));
    expect(results.filter(({ ok: isDone }) => isDone)).toHaveLength(1);
    expect(results).toContainEqual(refuse({ code: "registration-phone-taken" }));
  });

  test("typed on the page of names, from the review, has to be proven before anything is sent", async () => {
    const sari = await anApplicant();
    const answers = answersOf();
    await fillAll(sari, answers);
    const { phone } = answersOf().personal;
    const changed = await as(sari, (work) => fillPersonal(work, { ...answers.personal, phone }));
    expect(changed).toEqual(ok({ step: "phone" }));
    expect(await as(sari, submitRegistration)).toEqual(refuse({ code: "registration-incomplete" }));
    expect(await provePhone(sari, addSeconds(now, 90))).toEqual(ok({ step: "statements" }));
    expect(await findRegistrationStep(sari.participantId)).toBe("review");
    expect(await as(sari, submitRegistration)).toEqual(ok(null));
  });
});

test("the database itself refuses a proof of no phone", async () => {
  const sari = await atThePhone();
  const spoil = database().$executeRaw`
    UPDATE registration SET phone_index = NULL, phone_cipher = NULL, phone_verified_at = ${now}
    WHERE participant_id = ${sari.participantId}::uuid`;
  await expect(spoil).rejects.toThrow(/registration_phone_verified/);
});
