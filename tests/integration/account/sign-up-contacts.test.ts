import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findSignUp } from "#features/account/queries/sign-up.ts";
import type { Contact } from "#features/account/types.ts";
import { changeContact, settleAddress } from "#features/account/use-cases/change-contact.ts";
import { forgetSignUpsDue } from "#features/account/use-cases/forget-sign-ups.ts";
import { resendSignUpCode } from "#features/account/use-cases/resend-sign-up-code.ts";
import { verifyByCode, verifyByLink } from "#features/account/use-cases/verify-contact.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import { signToken } from "#platform/db/token.ts";
import { passwordMatches } from "#platform/web/password.ts";
import {
  aSignUp,
  lastCode,
  newEmail,
  newPhone,
  now,
  otherThan,
  PASSWORD,
  rightDigits,
  run,
  signUp,
} from "./newcomers.ts";

const verify = (signUpId: string, digits: string, at = now) =>
  run((work) => verifyByCode(work, { signUpId, digits }), at);
const follow = (codeId: string, token = signToken("verify_email", codeId), at = now) =>
  run((work) => verifyByLink(work, { codeId, token }), at);
/** A moment after the first code. */
const soon = addSeconds(now, 1);
const change = (signUpId: string, contact: Contact) =>
  run((work) => changeContact(work, { signUpId, contact }), soon);
const accountOf = (email: string) => database().account.findUnique({ where: { email } });
const accountOfPhone = (phone: string) =>
  database().account.findUnique({ where: { phoneIndex: blindIndex("phone", phone) } });

describe("a contact that was mistyped", () => {
  test("is asked about before anything is sent; the suggested address is one press away", async () => {
    const local = `ani-${randomUUID().slice(0, 8)}`;
    const id = await aSignUp({ kind: "email", value: `${local}@gmial.com` });
    expect(await findSignUp(id, now)).toMatchObject({ suggestion: `${local}@gmail.com`, code: null });
    await run((work) => settleAddress(work, { signUpId: id, choice: "suggested" }));
    expect(await findSignUp(id, now)).toMatchObject({
      contact: { kind: "email", value: `${local}@gmail.com` },
      suggestion: null,
      code: { delivery: "queued" },
    });
  });

  test("and is right all the same is kept, and not asked about again", async () => {
    const typed = `ani-${randomUUID().slice(0, 8)}@gmial.com`;
    const id = await aSignUp({ kind: "email", value: typed });
    await run((work) => settleAddress(work, { signUpId: id, choice: "typed" }));
    expect(await findSignUp(id, now)).toMatchObject({ contact: { value: typed }, suggestion: null });
  });

  test("is changed without waiting, and the old code and link are worth nothing", async () => {
    const id = await aSignUp(newEmail());
    const [code, digits] = [await lastCode(id), await rightDigits(id)];
    const contact = newEmail();
    expect(await change(id, contact)).toEqual(ok({ kind: "email" }));
    expect(await follow(code)).toEqual(refuse({ code: "link-unknown" }));
    expect(await verify(id, digits, soon)).toMatchObject(refuse({ code: "code-wrong", left: 3 }));
    expect(await verify(id, await rightDigits(id), soon)).toEqual(ok(null));
    expect(await accountOf(contact.value)).not.toBeNull();
  });

  test("is changed to another that looks like a slip: the old code does not verify it", async () => {
    const id = await aSignUp(newEmail());
    const digits = await rightDigits(id);
    const contact = { kind: "email", value: `ani-${randomUUID().slice(0, 8)}@yaho.com` } as const;
    await change(id, contact);
    expect(await findSignUp(id, soon)).toMatchObject({ suggestion: contact.value.replace("yaho", "yahoo") });
    expect(await verify(id, digits, soon)).toEqual(refuse({ code: "code-expired" }));
    expect(await accountOf(contact.value)).toBeNull();
  });

  test("gives way to the other channel", async () => {
    const id = await aSignUp(newPhone("97"));
    const contact = newEmail();
    await change(id, contact);
    expect(await verify(id, await rightDigits(id), soon)).toEqual(ok(null));
    expect(await accountOf(contact.value)).toMatchObject({ phoneIndex: null });
  });
});

describe("a contact that has an account", () => {
  test("goes the same way, and no code is ever right", async () => {
    for (const contact of [newEmail(), newPhone()]) {
      const holder = await aSignUp(contact);
      await verify(holder, await rightDigits(holder));
      const later = addSeconds(now, 60);
      const id = await aSignUp(contact, later);
      expect(await findSignUp(id, later)).toMatchObject({ contact, code: { delivery: "queued" } });
      const guess = await verify(id, await rightDigits(id), later);
      expect(guess).toMatchObject(refuse({ code: "code-wrong", left: 3 }));
    }
  });

  test("is one account, although two people had a right code for it", async () => {
    const contact = newPhone();
    const ids = await Promise.all([aSignUp(contact), aSignUp(contact)]);
    const digits = await Promise.all(ids.map(rightDigits));
    const results = await Promise.all(ids.map((id, index) => verify(id, digits[index] ?? "")));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results).toContainEqual(refuse({ code: "sign-up-has-account" }));
    expect(await accountOfPhone(contact.value)).not.toBeNull();
  });

  test("keeps its password, whatever the other one chose", async () => {
    const contact = newEmail();
    const [thief, owner] = [await aSignUp(contact), await aSignUp(contact)];
    await verify(owner, await rightDigits(owner));
    const result = await verify(thief, otherThan(await rightDigits(thief)));
    expect(result.ok).toBe(false);
    expect(await passwordMatches((await accountOf(contact.value))?.passwordHash, PASSWORD)).toBe(true);
  });
});

describe("limits", () => {
  test("the fourth wrong code begins a day of pause; the other channel still goes", async () => {
    const id = await aSignUp(newPhone());
    const wrong = otherThan(await rightDigits(id));
    const refusals = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const result = await verify(id, wrong);
      if (!result.ok) refusals.push(result.refusal);
    }
    const blocked = { code: "code-blocked", minutes: 1_440 };
    expect(refusals).toEqual([...[3, 2, 1].map((left) => ({ code: "code-wrong", left })), blocked]);
    expect(await verify(id, await rightDigits(id))).toEqual(refuse(blocked));
    await change(id, newEmail());
    expect(await verify(id, await rightDigits(id), soon)).toEqual(ok(null));
  });

  test("a code is too late after five minutes, and a new one helps", async () => {
    const id = await aSignUp(newPhone());
    const late = addSeconds(now, 301);
    expect(await verify(id, await rightDigits(id), late)).toEqual(refuse({ code: "code-expired" }));
    expect((await run((work) => resendSignUpCode(work, { signUpId: id }), late)).ok).toBe(true);
    expect(await verify(id, await rightDigits(id), late)).toEqual(ok(null));
  });

  test.each([newEmail, newPhone])("five more are sent, then two hours none", async (contact) => {
    const id = await aSignUp(contact());
    const resend = (minute: number) =>
      run((work) => resendSignUpCode(work, { signUpId: id }), addSeconds(now, minute * 60));
    expect(await resend(0)).toEqual(refuse({ code: "code-send-soon", seconds: 60 }));
    for (const minute of [1, 2, 3, 4, 5]) expect((await resend(minute)).ok).toBe(true);
    expect(await resend(6)).toEqual(refuse({ code: "code-send-blocked", minutes: 119 }));
    expect((await resend(125)).ok).toBe(true);
  });

  test("a phone is spared, however many start a sign-up with it, also at once", async () => {
    const contact = newPhone();
    const results = await Promise.all(Array.from({ length: 8 }, () => signUp(contact)));
    expect(results.filter((result) => result.ok)).toHaveLength(6);
    expect(await signUp(contact)).toEqual(refuse({ code: "code-send-blocked", minutes: 120 }));
    expect((await signUp(contact, { at: addSeconds(now, 7_200) })).ok).toBe(true);
  });
});

test("a sign-up is forgotten after a week, with all that was sent for it", async () => {
  const old = await aSignUp(newEmail(), addSeconds(now, -8 * 86_400));
  const young = await aSignUp(newEmail());
  expect(await forgetSignUpsDue(now)).toBe(1);
  expect(await findSignUp(old, now)).toBeNull();
  expect(await database().oneTimeCode.count({ where: { holderId: old } })).toBe(0);
  expect(await findSignUp(young, now)).not.toBeNull();
});
