import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findFormerContact, findPendingContact } from "#features/access/queries/contact-change.ts";
import type { Identifier } from "#features/access/types.ts";
import { answerRecoveryReaction } from "#features/access/use-cases/answer-recovery.ts";
import { forgetAttemptsDue } from "#features/access/use-cases/forget-attempts.ts";
import { requestReset } from "#features/access/use-cases/request-recovery.ts";
import { resetByLink } from "#features/access/use-cases/reset-password.ts";
import { resendContactCode } from "#features/access/use-cases/start-contact-change.ts";
import { findCodeReader } from "#features/account/queries/sign-up.ts";
import { findAddressee } from "#features/account/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok, refuse, refuseAndKeep } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { signToken } from "#platform/db/token.ts";
import { sessionOfToken } from "#platform/web/session-token.ts";
import { announced } from "../../support/events.ts";
import { anOpenSession } from "../../support/sessions.ts";
import { anEmail, aPhone, change, confirm, later, other, rightDigits, start } from "./changing-contacts.ts";
import { asPerson, asVisitor, demoCode, now, somebody, somebodyByPhone, trySignIn } from "./people.ts";

const contactsOf = async (id: AccountId) => {
  const who = await findAddressee(id);
  return { email: who?.email ?? null, phone: who?.phone ?? null };
};
const lastChange = (accountId: AccountId) =>
  database().contactChange.findFirstOrThrow({ where: { accountId }, orderBy: { startedAt: "desc" } });
const readerOf = (holderId: string, { kind, value }: Identifier) =>
  findCodeReader({ holderId, purpose: `account_${kind}`, destination: value });

describe("another address or phone", () => {
  test.each([
    ["address", anEmail],
    ["phone", aPhone],
  ])("is theirs when its code comes back, and not before (%s)", async (_, contact) => {
    const { id, email } = await somebody();
    const wanted = contact();
    expect(await start(id, wanted)).toEqual(ok(null));
    expect(await contactsOf(id)).toEqual({ email, phone: null });
    expect(await findPendingContact(id, later)).toMatchObject({
      contact: wanted,
      code: { delivery: "queued", isExpired: false },
    });
    expect(await confirm(id, await rightDigits(id))).toEqual(ok(null));
    expect((await contactsOf(id))[wanted.kind]).toBe(wanted.value);
    expect(await findPendingContact(id, later)).toBeNull();
    expect(await trySignIn(wanted.value, undefined, later)).toMatchObject({ ok: true, value: { id } });
  });

  test("signs in from then on; the old one signs nobody in", async () => {
    const { id, email } = await somebody();
    await change(id, anEmail());
    expect(await trySignIn(email, undefined, later)).toMatchObject(refuseAndKeep({ code: "sign-in-wrong" }));
  });

  test("mends an address whose letters came back", async () => {
    const { id } = await somebody();
    await database().account.update({
      where: { id },
      data: { emailBouncedAt: now, emailBounce: "address-unknown" },
    });
    await change(id, anEmail());
    expect(await findAddressee(id)).toMatchObject({ isEmailBroken: false });
  });

  test("is announced with ids only, and recorded without the contact", async () => {
    const { id } = await somebodyByPhone();
    const contact = aPhone();
    await change(id, contact);
    const { id: changeId } = await lastChange(id);
    expect(await announced("contact-changed", id)).toEqual([{ participantId: id, changeId, kind: "phone" }]);
    const rows = await database().auditEvent.findMany({ where: { subject: `account:${id}` } });
    expect(rows).toMatchObject([{ action: "contact-changed", details: { kind: "phone" } }]);
    expect(JSON.stringify(rows)).not.toContain(contact.value);
  });

  test("leaves the old one to be told, for a week", async () => {
    const { id, email } = await somebody();
    await change(id, anEmail());
    const { id: changeId } = await lastChange(id);
    expect(await findFormerContact(changeId)).toMatchObject({
      contact: { kind: "email", value: email },
      changedAt: later,
    });
    await forgetAttemptsDue(addSeconds(later, 8 * 86_400));
    expect(await findFormerContact(changeId)).toBeNull();
  });

  test("where there was none before, nobody is told", async () => {
    const { id } = await somebody();
    await change(id, aPhone());
    expect(await findFormerContact((await lastChange(id)).id)).toBeNull();
  });

  test("that the account has and has not proven may be proven; the proven one is no other", async () => {
    const { id, email } = await somebody({ isVerified: false });
    expect(await change(id, { kind: "email", value: email })).toEqual(ok(null));
    expect(await findFormerContact((await lastChange(id)).id)).toBeNull();
    expect(await start(id, { kind: "email", value: email })).toEqual(refuse({ code: "contact-same" }));
  });
});

describe("whoever changes a contact", () => {
  test("shows the password again; a wrong one is counted and sends nothing", async () => {
    const { id } = await somebody();
    const wrong = await start(id, anEmail(), { password: "bukan-kata-sandinya" });
    expect(wrong).toEqual(refuseAndKeep({ code: "password-not-yours" }));
    expect(await database().oneTimeCode.count({ where: { holderId: id } })).toBe(0);
    for (let tries = 0; tries < 7; tries += 1) await start(id, anEmail(), { password: "bukan-ini-juga" });
    expect(await start(id, anEmail())).toMatchObject(refuse({ code: "access-paused", minutes: 15 }));
  });

  test("shows the second step too, where the account has one", async () => {
    const { id } = await somebody({ hasFactor: true });
    const contact = anEmail();
    expect(await start(id, contact)).toEqual(refuse({ code: "second-step-wrong" }));
    expect(await start(id, contact, { code: other(demoCode()) })).toEqual(
      refuseAndKeep({ code: "second-step-wrong" }),
    );
    expect(await start(id, contact, { code: demoCode() })).toEqual(ok(null));
  });

  test("stays inside; every other device is signed out", async () => {
    const { id } = await somebody();
    const [here, elsewhere] = [await anOpenSession(id), await anOpenSession(id)];
    await start(id, anEmail());
    await confirm(id, await rightDigits(id), here.sessionId);
    expect(await sessionOfToken(here.token)).not.toBeNull();
    expect(await sessionOfToken(elsewhere.token)).toBeNull();
  });

  test("makes a link to a new password that waits in the old mailbox worthless", async () => {
    const { id, email } = await somebody();
    await asVisitor((work) => requestReset(work, { identifier: { kind: "email", value: email } }));
    const request = await database().recoveryRequest.findFirstOrThrow({
      where: { answeredAt: null },
      orderBy: { askedAt: "desc" },
    });
    await answerRecoveryReaction({ requestId: request.id });
    const link = await database().emailToken.findFirstOrThrow({ where: { accountId: id } });
    await change(id, anEmail());
    const token = signToken("reset_password", link.id);
    const password = "kopi-hangat-di-teras-88";
    expect(
      await asVisitor((work) => resetByLink(work, { tokenId: link.id, token, password }), later),
    ).toEqual(refuse({ code: "link-used" }));
  });
});

describe("the code", () => {
  test("that is wrong is counted; after the fourth the right one waits a day, and the change is over by then", async () => {
    const { id } = await somebody();
    await start(id, aPhone());
    const digits = await rightDigits(id);
    for (const left of [3, 2, 1])
      expect(await confirm(id, other(digits))).toMatchObject({ refusal: { code: "code-wrong", left } });
    const blocked = { refusal: { code: "code-blocked", minutes: 1_440 } };
    expect(await confirm(id, other(digits))).toMatchObject(blocked);
    expect(await confirm(id, digits)).toMatchObject({ refusal: { code: "code-blocked" } });
    expect(await start(id, aPhone())).toMatchObject({ refusal: { code: "code-blocked" } });
    const tomorrow = addSeconds(later, 86_400);
    expect(await confirm(id, digits, undefined, tomorrow)).toEqual(refuse({ code: "contact-change-over" }));
    expect(await change(id, aPhone(), tomorrow)).toEqual(ok(null));
  });

  test("lives five minutes and is sent again once a minute", async () => {
    const { id } = await somebody();
    await start(id, aPhone());
    const again = (at: Date) => asPerson(id, resendContactCode, at);
    expect(await again(addSeconds(later, 30))).toEqual(refuse({ code: "code-send-soon", seconds: 30 }));
    const late = addSeconds(later, 301);
    expect(await confirm(id, await rightDigits(id), undefined, late)).toEqual(
      refuse({ code: "code-expired" }),
    );
    expect(await again(late)).toEqual(ok(null));
    expect(await confirm(id, await rightDigits(id), undefined, late)).toEqual(ok(null));
    expect(await again(late)).toEqual(refuse({ code: "contact-change-over" }));
  });

  test("to a contact that gave way to another proves neither", async () => {
    const { id, email } = await somebody();
    await start(id, anEmail());
    const digits = await rightDigits(id);
    const [wanted, soon] = [anEmail(), addSeconds(later, 1)];
    await start(id, wanted, {}, soon);
    const last = await rightDigits(id);
    expect(await findPendingContact(id, soon)).toMatchObject({ contact: wanted });
    if (digits !== last) expect((await confirm(id, digits, undefined, soon)).ok).toBe(false);
    expect((await contactsOf(id)).email).toBe(email);
    expect(await confirm(id, last, undefined, soon)).toEqual(ok(null));
    expect(await database().contactChange.count({ where: { accountId: id } })).toBe(1);
  });

  test("typed twice at once changes once", async () => {
    const { id } = await somebody();
    await start(id, anEmail());
    const digits = await rightDigits(id);
    const results = await Promise.all([confirm(id, digits), confirm(id, digits)]);
    expect(results).toContainEqual(ok(null));
    expect(results).toContainEqual(refuse({ code: "contact-change-over" }));
    expect(await announced("contact-changed", id)).toHaveLength(1);
  });

  test("asked for twice at once leaves one change that waits", async () => {
    const { id } = await somebody();
    const results = await Promise.all([start(id, anEmail()), start(id, aPhone())]);
    expect(results).toEqual([ok(null), ok(null)]);
    expect(await database().contactChange.count({ where: { accountId: id } })).toBe(1);
  });
});

describe("a contact that somebody has", () => {
  test.each([
    ["address", async () => (await somebody()).email],
    ["phone", async () => (await somebodyByPhone()).phone],
  ])("takes the same way: its holder is warned and no digits are right (%s)", async (kind, holder) => {
    const { id } = await somebody();
    const contact: Identifier = { kind: kind === "phone" ? "phone" : "email", value: await holder() };
    expect(await start(id, contact)).toEqual(ok(null));
    expect(await findPendingContact(id, later)).toMatchObject({ contact, code: { delivery: "queued" } });
    expect(await readerOf(id, contact)).toMatchObject({ standing: "has-account", isChange: true });
    expect(await confirm(id, await rightDigits(id))).toMatchObject({
      refusal: { code: "code-wrong", left: 3 },
    });
    expect((await contactsOf(id))[contact.kind]).not.toBe(contact.value);
  });

  test("of an account that an office opened warns of that", async () => {
    const { id } = await somebody();
    const untaken = await somebody();
    await database().account.update({ where: { id: untaken.id }, data: { passwordHash: null } });
    const contact = { kind: "email", value: untaken.email } as const;
    await start(id, contact);
    expect(await readerOf(id, contact)).toMatchObject({ standing: "has-untaken-account" });
  });

  test("is read in the language of whoever reads it", async () => {
    const [sari, holder] = [await somebody(), await somebody()];
    await database().account.update({ where: { id: holder.id }, data: { locale: "en" } });
    const taken = { kind: "email", value: holder.email } as const;
    expect(await readerOf(sari.id, taken)).toMatchObject({ locale: "en" });
    expect(await readerOf(sari.id, anEmail())).toEqual({ locale: "id", standing: "holder", isChange: true });
    expect(await readerOf(randomUUID(), anEmail())).toBeNull();
  });

  test.each([
    ["address", anEmail],
    ["phone", aPhone],
  ])("goes to one of two who prove it at once; the other is told (%s)", async (_, contact) => {
    const people = [await somebody(), await somebody()];
    const wanted = contact();
    for (const { id } of people) await start(id, wanted);
    const digits = await Promise.all(people.map(({ id }) => rightDigits(id)));
    const results = await Promise.all(people.map(({ id }, index) => confirm(id, digits[index] ?? "")));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refused = results.find((result) => !result.ok);
    expect(["contact-taken", "code-wrong"]).toContain(refused?.ok === false && refused.refusal.code);
  });
});

describe("the database refuses", () => {
  const aChange = async (changes: object = {}) => {
    const { id: accountId } = await somebody();
    const row = { accountId, kind: "email" as const, contactCipher: encryptField("x@example.test") };
    return { ...row, id: randomUUID(), startedAt: now, ...changes };
  };

  test.each([
    ["an old contact before the new one counts", { formerCipher: encryptField("a@example.test") }],
    ["a change that is completed before it begins", { completedAt: addSeconds(now, -1) }],
  ])("%s", async (_, changes) => {
    const create = database().contactChange.create({ data: await aChange(changes) });
    await expect(create).rejects.toThrow(/contact_change_(former|order)/);
  });

  test("two changes of one account that wait", async () => {
    const first = await aChange();
    await database().contactChange.create({ data: first });
    const second = database().contactChange.create({ data: { ...first, id: randomUUID() } });
    await expect(second).rejects.toThrow(/Unique constraint/);
  });

  test("a change that becomes another, or counts twice", async () => {
    const data = await aChange();
    await database().contactChange.create({ data });
    const update = (changes: object) =>
      database().contactChange.update({ where: { id: data.id }, data: changes });
    await expect(update({ contactCipher: encryptField("y@example.test") })).rejects.toThrow("completes once");
    await update({ completedAt: now });
    await expect(update({ completedAt: later })).rejects.toThrow("completes once");
  });

  test.each([
    ["address", { email: `lain-${randomUUID()}@example.test` }],
    ["address that was not proven", { email: `lain-${randomUUID()}@example.test`, emailVerifiedAt: null }],
  ])("another %s in the place of a proven one", async (_, changes) => {
    const { id } = await somebody();
    await expect(database().account.update({ where: { id }, data: changes })).rejects.toThrow(
      "gives way to a proven one",
    );
  });

  test("another phone in the place of a proven one", async () => {
    const { id } = await somebodyByPhone();
    const phone = { phoneIndex: Buffer.from(randomUUID()), phoneCipher: encryptField("+6281") };
    await expect(database().account.update({ where: { id }, data: phone })).rejects.toThrow(
      "gives way to a proven one",
    );
  });
});
