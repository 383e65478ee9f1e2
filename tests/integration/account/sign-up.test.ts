import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findSignUp } from "#features/account/queries/sign-up.ts";
import type { Contact } from "#features/account/types.ts";
import { changeContact } from "#features/account/use-cases/change-contact.ts";
import { resendLetter, resendSignUpCode } from "#features/account/use-cases/resend-sign-up-code.ts";
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
const _change = (signUpId: string, contact: Contact) =>
  run((work) => changeContact(work, { signUpId, contact }), soon);
const accountOf = (email: string) => database().account.findUnique({ where: { email } });
const accountOfPhone = (phone: string) =>
  database().account.findUnique({ where: { phoneIndex: blindIndex("phone", phone) } });

describe("signing up", () => {
  test("by e-mail: no account before the code, one afterwards, with the password", async () => {
    const contact = newEmail();
    const id = await aSignUp(contact);
    expect(await accountOf(contact.value)).toBeNull();
    expect(await verify(id, await rightDigits(id))).toEqual(ok(null));
    const account = await accountOf(contact.value);
    expect(account).toMatchObject({ role: "participant", emailVerifiedAt: now, phoneIndex: null });
    expect(await passwordMatches(account?.passwordHash, PASSWORD)).toBe(true);
  });

  test("by phone alone", async () => {
    const contact = newPhone();
    const id = await aSignUp(contact);
    expect(await verify(id, await rightDigits(id))).toEqual(ok(null));
    expect(await accountOfPhone(contact.value)).toMatchObject({ email: null, phoneVerifiedAt: now });
  });

  test("with a password that is easy to guess is refused, and nothing is sent", async () => {
    const contact = newEmail();
    const refused = refuse({ code: "password-guessable" });
    expect(await signUp(contact, { password: "prakerja-2026" })).toEqual(refused);
    expect(await signUp(contact, { password: contact.value })).toEqual(refused);
    expect(await database().signUp.count({ where: { email: contact.value } })).toBe(0);
  });

  test("is over once it became an account", async () => {
    const id = await aSignUp(newEmail());
    const digits = await rightDigits(id);
    await verify(id, digits);
    const over = refuse({ code: "sign-up-completed" });
    expect(await verify(id, digits)).toEqual(over);
    expect(await run((work) => resendSignUpCode(work, { signUpId: id }))).toEqual(over);
    expect(await run((work) => changeContact(work, { signUpId: id, contact: newEmail() }))).toEqual(over);
    expect(await findSignUp(id, now)).toMatchObject({ isCompleted: true });
  });

  test.each([null, randomUUID()])("does not go on without its token (%s)", async (signUpId) => {
    const unknown = refuse({ code: "sign-up-unknown" });
    expect(await run((work) => verifyByCode(work, { signUpId, digits: "123456" }))).toEqual(unknown);
    expect(await run((work) => resendSignUpCode(work, { signUpId }))).toEqual(unknown);
  });
});

describe("the link of the letter", () => {
  test("makes the account on any device, once", async () => {
    const contact = newEmail();
    const code = await lastCode(await aSignUp(contact));
    const results = await Promise.all([follow(code), follow(code)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await accountOf(contact.value)).toMatchObject({ emailVerifiedAt: now });
    expect(await follow(code)).toEqual(refuse({ code: "link-used" }));
  });

  test("outlives its code, but not its day", async () => {
    const [early, late] = [await aSignUp(newEmail()), await aSignUp(newEmail())];
    const hours = (count: number) => addSeconds(now, count * 3_600);
    expect(await follow(await lastCode(early), undefined, hours(24))).toEqual(ok(null));
    const code = await lastCode(late);
    expect(await follow(code, undefined, hours(25))).toEqual(refuse({ code: "link-expired" }));
  });

  test("with another signature, for another purpose or of another code is unknown", async () => {
    const code = await lastCode(await aSignUp(newEmail()));
    const unknown = refuse({ code: "link-unknown" });
    expect(await follow(code, signToken("verify_email", randomUUID()))).toEqual(unknown);
    expect(await follow(code, signToken("reset_password", code))).toEqual(unknown);
    expect(await follow(randomUUID())).toEqual(unknown);
    const bySms = await lastCode(await aSignUp(newPhone()));
    expect(await follow(bySms)).toEqual(unknown);
  });

  test("is asked for again from another browser, which says the same of every address", async () => {
    const contact = newEmail();
    const id = await aSignUp(contact);
    const first = await lastCode(id);
    const later = addSeconds(now, 61);
    const ask = (email: string, at = later) => run((work) => resendLetter(work, { email }), at);
    expect(await ask(newEmail().value)).toEqual(ok(null));
    expect(await ask(contact.value, now)).toEqual(ok(null));
    expect(await lastCode(id)).toBe(first);
    expect(await ask(contact.value)).toEqual(ok(null));
    expect(await lastCode(id)).not.toBe(first);
  });
});

describe("the database refuses", () => {
  const row = {
    displayName: "Wulan",
    locale: "id",
    passwordHash: "hash",
    email: "a@example.test",
    createdAt: now,
  };
  test.each([
    ["a sign-up without a contact", { email: null }],
    ["a sign-up with two", { phoneCipher: new Uint8Array(32) }],
    ["a sign-up without a password", { passwordHash: null }],
    ["one that is over and has kept its password", { completedAt: now }],
  ])("%s", async (_, change) => {
    const create = database().signUp.create({ data: { ...row, ...change, id: randomUUID() } });
    await expect(create).rejects.toThrow(/sign_up_(one_contact|password_moves)/);
  });

  test("a sign-up that becomes an account twice", async () => {
    const id = await aSignUp(newEmail());
    await verify(id, await rightDigits(id));
    const again = database().signUp.update({ where: { id }, data: { displayName: "Lain" } });
    await expect(again).rejects.toThrow(/becomes an account once/);
  });
});
