import { randomUUID } from "node:crypto";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { findSignUp } from "#features/account/queries/sign-up.ts";
import type { Contact } from "#features/account/types.ts";
import { verifyByCode } from "#features/account/use-cases/verify-contact.ts";
import { followCodesDue } from "#features/notifications/use-cases/follow-codes.ts";
import { sendCodeReaction } from "#features/notifications/use-cases/send-code.ts";
import { sendEmailsDue } from "#features/notifications/use-cases/send-emails.ts";
import {
  tellBalanceOpenedReaction,
  tellMembershipCompletedReaction,
} from "#features/notifications/use-cases/tell-participant.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { isSignedToken } from "#platform/db/token.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import { anAccount } from "../../support/people.ts";
import { startSmtpSink } from "../../support/smtp-sink.ts";
import { aSignUp, lastCode, newEmail, newPhone, rightDigits, run } from "../account/newcomers.ts";
import { startSmsGateway } from "./sms-gateway.ts";

const sink = await startSmtpSink();
const gateway = await startSmsGateway();
process.env.SMTP_URL = sink.url;
process.env.SMS_URL = gateway.url;
afterAll(() => Promise.all([sink.close(), gateway.stop()]));
afterEach(async () => {
  sink.letters.length = 0;
  sink.mode = "accept";
  await gateway.fault({ mode: "none" });
  await database().oneTimeCode.updateMany({ where: { delivery: "sent" }, data: { delivery: "delivered" } });
});

const now = new Date(Math.floor(Date.now() / 1000) * 1000);
/** Late enough for whatever a busy machine does between. */
const later = addSeconds(now, 120);

/** A sign-up whose code the worker has sent. */
async function sent(contact: Contact): Promise<string> {
  const id = await aSignUp(contact, now);
  await sendCodeReaction({ codeId: await lastCode(id) });
  return id;
}

async function stateOf(signUpId: string) {
  const code = (await findSignUp(signUpId, later))?.code;
  return [code?.delivery, code?.deliveryReason];
}

async function somebodyWith(contact: Contact): Promise<void> {
  const id = await aSignUp(contact, now);
  await run(async (work) => verifyByCode(work, { signUpId: id, digits: await rightDigits(id) }), later);
}

describe("a code by SMS", () => {
  test("reaches the phone, and the person sees it on its way", async () => {
    const contact = newPhone();
    const id = await aSignUp(contact, now);
    expect(await stateOf(id)).toEqual(["queued", null]);
    await sendCodeReaction({ codeId: await lastCode(id) });
    expect(await stateOf(id)).toEqual(["sent", null]);
    expect(await gateway.inboxOf(contact.value)).toEqual([expect.stringContaining(await rightDigits(id))]);
    expect(await followCodesDue(later)).toBe(1);
    expect(await stateOf(id)).toEqual(["delivered", null]);
    expect(await followCodesDue(later)).toBe(0);
  });

  test("to a number that is not active fails, with the reason", async () => {
    expect(await stateOf(await sent(newPhone("97")))).toEqual(["failed", "number-not-active"]);
  });

  test("that never says that it arrived stays where it is, and is asked about for a quarter of an hour", async () => {
    const id = await sent(newPhone("98"));
    expect(await followCodesDue(later)).toBe(0);
    expect(await stateOf(id)).toEqual(["sent", null]);
  });

  test("that the gateway cannot deliver fails", async () => {
    await gateway.fault({ mode: "undeliverable", count: 1 });
    expect(await stateOf(await sent(newPhone()))).toEqual(["failed", "not-possible"]);
  });

  test.each(["timeout-after-effect", "duplicate", "error"] as const)(
    "whose fate is unknown (%s) is sent again under its reference, and arrives once",
    async (mode) => {
      const contact = newPhone();
      await gateway.fault({ mode, count: mode === "duplicate" ? 1 : 2 });
      await expect(sent(contact)).rejects.toThrow(/did not take a code/);
      await gateway.fault({ mode: "none" });
      const { holderId } = await database().oneTimeCode.findFirstOrThrow({
        where: { destinationIndex: blindIndex("phone", contact.value) },
      });
      expect(await stateOf(holderId)).toEqual(["queued", null]);
      await sendCodeReaction({ codeId: await lastCode(holderId) });
      await sendCodeReaction({ codeId: await lastCode(holderId) });
      expect(await gateway.inboxOf(contact.value)).toHaveLength(1);
    },
  );

  test("that waited too long is not sent any more", async () => {
    const contact = newPhone();
    const id = await aSignUp(contact, addSeconds(now, -400));
    await sendCodeReaction({ codeId: await lastCode(id) });
    expect(await stateOf(id)).toEqual(["failed", "too-late"]);
    expect(await gateway.inboxOf(contact.value)).toEqual([]);
  });

  test("of whoever has an account speaks their language", async () => {
    const holderId = await anAccount(now);
    await database().account.update({ where: { id: holderId }, data: { locale: "en" } });
    const { value: destination } = newPhone();
    const wanted = { holderId, purpose: "registration_phone", channel: "sms", destination } as const;
    const issued = await run((work) => issueCode(work, wanted), now);
    if (!issued.ok) throw new Error("not issued");
    await sendCodeReaction(issued.value);
    expect(await gateway.inboxOf(destination)).toEqual([expect.stringContaining("confirm your phone")]);
  });
});

describe("a code by e-mail", () => {
  test("comes with a link, and greets nobody by the name that was typed", async () => {
    const contact = newEmail();
    const id = await sent(contact);
    const [letter] = sink.letters;
    expect(letter?.to).toBe(contact.value);
    expect(letter?.text).toContain(await rightDigits(id));
    expect(letter?.text).not.toContain("Wulan");
    const [, codeId = "", token = ""] =
      /\/verifikasi-email\?id=([0-9a-f-]+)&t=([\w-]+)/.exec(letter?.text ?? "") ?? [];
    expect(codeId).toBe(await lastCode(id));
    expect(isSignedToken(token, "verify_email", codeId)).toBe(true);
    expect(await stateOf(id)).toEqual(["sent", null]);
  });

  test.each([
    ["refuse", "address-unknown"],
    ["full", "mailbox-full"],
    ["forbidden", "not-possible"],
  ] as const)("that comes back (%s) is shown to the person with the reason", async (mode, reason) => {
    sink.mode = mode;
    expect(await stateOf(await sent(newEmail()))).toEqual(["failed", reason]);
  });

  test("to a box that is full for now is tried again, and the person knows why it waits", async () => {
    sink.mode = "full for now";
    const contact = newEmail();
    await expect(sent(contact)).rejects.toThrow(/452/);
    const { holderId } = await database().oneTimeCode.findFirstOrThrow({
      where: { destinationIndex: blindIndex("email", contact.value) },
    });
    expect(await stateOf(holderId)).toEqual(["queued", "mailbox-full"]);
    sink.mode = "accept";
    await sendCodeReaction({ codeId: await lastCode(holderId) });
    expect(await stateOf(holderId)).toEqual(["sent", null]);
  });
});

describe("a contact that has an account is sent no code but a warning", () => {
  test("by SMS", async () => {
    const contact = newPhone();
    await somebodyWith(contact);
    const id = await aSignUp(contact, later);
    await sendCodeReaction({ codeId: await lastCode(id) });
    const [warning] = await gateway.inboxOf(contact.value);
    expect(warning).toContain("sudah ada akunnya");
    expect(warning).not.toContain(await rightDigits(id));
    expect(await stateOf(id)).toEqual(["sent", null]);
  });

  test("by e-mail, in the language of its holder, without a link that could verify anything", async () => {
    const contact = newEmail();
    await somebodyWith(contact);
    await database().account.update({ where: { email: contact.value }, data: { locale: "en" } });
    const id = await aSignUp(contact, later);
    await sendCodeReaction({ codeId: await lastCode(id) });
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]?.text).toContain("Subject: This e-mail address has an account already");
    expect(sink.letters[0]?.text).not.toMatch(/verifikasi-email|masuk\?/);
    expect(sink.letters[0]?.text).not.toContain(await rightDigits(id));
  });

  test("which names the way to take it over, where an office opened it", async () => {
    const contact = newEmail();
    await database().account.create({
      data: {
        id: randomUUID(),
        role: "participant",
        displayName: "Sari",
        email: contact.value,
        createdAt: now,
      },
    });
    await sent(contact);
    expect(sink.letters[0]?.text).toContain("/ambil-alih");
  });
});

describe("news for somebody without an e-mail address", () => {
  async function aPhoneOwner(): Promise<{ id: string; phone: string }> {
    const { value: phone } = newPhone();
    const id = await anAccount(now);
    await database().account.update({
      where: { id },
      data: {
        email: null,
        emailVerifiedAt: null,
        phoneCipher: encryptField(phone),
        phoneIndex: blindIndex("phone", phone),
        phoneVerifiedAt: now,
      },
    });
    return { id, phone };
  }

  test("is one short message, which tells nobody else what it is about", async () => {
    const { id, phone } = await aPhoneOwner();
    await tellBalanceOpenedReaction({ participantId: id, until: "2026-12-23T16:59:59.000Z" });
    expect(await sendEmailsDue(later)).toBe(1);
    expect(await sendEmailsDue(addSeconds(later, 86_400))).toBe(0);
    expect(await gateway.inboxOf(phone)).toEqual([expect.stringContaining("ada kabar baru")]);
  });

  test("that can wait is only on the page", async () => {
    const { id, phone } = await aPhoneOwner();
    await tellMembershipCompletedReaction({ participantId: id });
    expect(await sendEmailsDue(later)).toBe(0);
    expect(await gateway.inboxOf(phone)).toEqual([]);
    expect(await database().notification.count({ where: { participantId: id, emailDueAt: null } })).toBe(1);
  });

  test("waits while the gateway is away, and letters of others leave", async () => {
    const { id, phone } = await aPhoneOwner();
    await tellBalanceOpenedReaction({ participantId: id, until: "2026-12-23T16:59:59.000Z" });
    await tellBalanceOpenedReaction({
      participantId: await anAccount(now),
      until: "2026-12-23T16:59:59.000Z",
    });
    await gateway.fault({ mode: "error", count: 2 });
    expect(await sendEmailsDue(later)).toBe(1);
    expect(sink.letters).toHaveLength(1);
    expect(await sendEmailsDue(addSeconds(later, 61))).toBe(1);
    expect(await gateway.inboxOf(phone)).toHaveLength(1);
  });
});
