import { describe, expect, test } from "vitest";
import { answerRecoveryReaction } from "#features/access/use-cases/answer-recovery.ts";
import { recoverByNik, requestReset } from "#features/access/use-cases/request-recovery.ts";
import { resetByCode, resetByLink } from "#features/access/use-cases/reset-password.ts";
import { lockAccountReaction } from "#features/account/use-cases/lock-account.ts";
import { addSeconds, type Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { signToken } from "#platform/db/token.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { sessionOfToken } from "#platform/web/session-token.ts";
import { nikOf } from "../../../prisma/seed/numbers.ts";
import { insertRegistration } from "../../../prisma/seed/people.ts";
import { aPerson } from "../../support/people.ts";
import { anOpenSession } from "../../support/sessions.ts";
import { asVisitor, somebody, somebodyByPhone, trySignIn } from "./people.ts";

// The worker goes by the machine's time.
const now = new Date();
const NEW = "sepeda ontel di pematang";

/** Asks, and the worker answers. */
async function ask(typed: string, at = now) {
  const kind = typed.includes("@") ? ("email" as const) : ("phone" as const);
  const result = await asVisitor((work) => requestReset(work, { identifier: { kind, value: typed } }), at);
  expect(result).toEqual(ok({ kind }));
  await answerWaiting();
}

async function askByNik(nik: string, birthDate: string) {
  const input = { nik, birthDate: birthDate as Day };
  expect(await asVisitor((work) => recoverByNik(work, input))).toEqual(ok(null));
  await answerWaiting();
}

async function answerWaiting() {
  const waiting = await database().recoveryRequest.findMany({ where: { answeredAt: null } });
  for (const { id } of waiting) await answerRecoveryReaction({ requestId: id });
}

async function linksOf(accountId: string) {
  const tokens = await database().emailToken.findMany({
    where: { accountId, purpose: "reset_password", usedAt: null },
    orderBy: { id: "asc" },
  });
  return tokens.map(({ id }) => ({ tokenId: id, token: signToken("reset_password", id) }));
}

async function codeOf(holderId: string) {
  const code = await database().oneTimeCode.findFirst({
    where: { holderId, purpose: "sign_in" },
    orderBy: { createdAt: "desc" },
  });
  return (
    code && { digits: digitsOf(code.id), to: decryptField(code.destinationCipher), channel: code.channel }
  );
}

const byLink = (link: { tokenId: string; token: string }, at = now) =>
  asVisitor((work) => resetByLink(work, { ...link, password: NEW }), at);
const byCode = (phone: string, digits: string) =>
  asVisitor((work) =>
    resetByCode(work, { identifier: { kind: "phone", value: phone }, digits, password: NEW }),
  );

describe("a forgotten password, by e-mail", () => {
  test("is replaced by the link; every session ends and the address is proved", async () => {
    const { id, email } = await somebody({ isVerified: false });
    const { token } = await anOpenSession(id);
    await ask(email);
    const [link] = await linksOf(id);
    if (!link) throw new Error("no link");
    expect(await byLink(link)).toEqual(ok(null));
    expect(await sessionOfToken(token)).toBeNull();
    expect((await trySignIn(email)).ok).toBe(false);
    expect((await trySignIn(email, NEW)).ok).toBe(true);
    expect(await byLink(link)).toEqual(refuse({ code: "link-used" }));
  });

  test("ends the pause of too many wrong tries", async () => {
    const { id, email } = await somebody();
    for (let index = 0; index < 8; index += 1) await trySignIn(email, "wrong password");
    await ask(email);
    const [link] = await linksOf(id);
    if (link) await byLink(link);
    expect((await trySignIn(email, NEW)).ok).toBe(true);
  });

  test("used twice at once counts once, and the other links of the mailbox are worth nothing", async () => {
    const { id, email } = await somebody();
    await ask(email);
    await ask(email);
    const [first, second] = await linksOf(id);
    if (!first || !second) throw new Error("no links");
    const results = await Promise.all([byLink(first), byLink(first)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await byLink(second)).toEqual(refuse({ code: "link-used" }));
  });

  test("is not replaced by one that is easily guessed, and the link can be used again", async () => {
    const { id, email } = await somebody();
    await ask(email);
    const [link] = await linksOf(id);
    if (!link) throw new Error("no link");
    const weak = asVisitor((work) => resetByLink(work, { ...link, password: "prakerja2026" }));
    expect(await weak).toEqual(refuse({ code: "password-guessable" }));
    expect(await byLink(link)).toEqual(ok(null));
  });

  test("too late, forged or for another purpose changes nothing", async () => {
    const { id, email } = await somebody();
    await ask(email);
    const [link] = await linksOf(id);
    if (!link) throw new Error("no link");
    expect(await byLink(link, addSeconds(new Date(), 3_601))).toEqual(refuse({ code: "link-expired" }));
    const forged = { ...link, token: signToken("verify_email", link.tokenId) };
    expect(await byLink(forged)).toEqual(refuse({ code: "link-unknown" }));
    expect((await trySignIn(email)).ok).toBe(true);
  });
});

describe("a forgotten password, by phone", () => {
  test("is replaced by the code of the message", async () => {
    const { id, phone } = await somebodyByPhone({ isVerified: false });
    await ask(phone);
    const code = await codeOf(id);
    expect(code).toMatchObject({ to: phone, channel: "sms" });
    expect(await byCode(phone, code?.digits ?? "")).toEqual(ok(null));
    expect((await trySignIn(phone, NEW)).ok).toBe(true);
    expect(await byCode(phone, code?.digits ?? "")).toMatchObject({ refusal: { code: "reset-code-wrong" } });
  });

  test("says the same of a wrong code, of no code and of an unknown number", async () => {
    const asked = await somebodyByPhone();
    await ask(asked.phone);
    const silent = await somebodyByPhone();
    for (const phone of [asked.phone, silent.phone, "+6281299999999"]) {
      for (let time = 0; time < 5; time += 1) {
        expect(await byCode(phone, "000000")).toMatchObject({ refusal: { code: "reset-code-wrong" } });
      }
    }
    const { digits } = (await codeOf(asked.id)) ?? { digits: "" };
    expect(await byCode(asked.phone, digits)).toMatchObject({ refusal: { code: "reset-code-wrong" } });
  });

  test("is not replaced by the code of another number", async () => {
    const [sari, budi] = [await somebodyByPhone(), await somebodyByPhone()];
    await ask(sari.phone);
    const code = await codeOf(sari.id);
    expect((await byCode(budi.phone, code?.digits ?? "")).ok).toBe(false);
  });
});

describe("asking says nothing", () => {
  test("and writes the same for a known and an unknown contact; what was typed is gone when it is answered", async () => {
    await ask("tidak-ada@example.test");
    await ask("+6281288888888");
    const rows = await database().recoveryRequest.findMany();
    expect(rows.every(({ detailsCipher, answeredAt }) => detailsCipher === null && answeredAt !== null)).toBe(
      true,
    );
  });

  test("sends nothing to an account that an office opened, nor to one that is locked", async () => {
    const untaken = await somebody();
    await database().account.update({ where: { id: untaken.id }, data: { passwordHash: null } });
    const locked = await somebody();
    await lockAccountReaction({ participantId: locked.id });
    for (const { id, email } of [untaken, locked]) {
      await ask(email);
      expect(await linksOf(id)).toEqual([]);
    }
  });

  test("is answered five times an hour for one contact", async () => {
    const { id, email } = await somebody();
    for (let time = 0; time < 7; time += 1) await ask(email, addSeconds(now, time));
    expect(await linksOf(id)).toHaveLength(5);
    await ask(email, addSeconds(now, 3_700));
    expect(await linksOf(id)).toHaveLength(6);
  });

  test("is answered once, however often the worker tries", async () => {
    const { id, email } = await somebody();
    await asVisitor((work) => requestReset(work, { identifier: { kind: "email", value: email } }));
    const { id: requestId } = await database().recoveryRequest.findFirstOrThrow({
      where: { answeredAt: null },
    });
    await Promise.all([answerRecoveryReaction({ requestId }), answerRecoveryReaction({ requestId })]);
    expect(await linksOf(id)).toHaveLength(1);
  });
});

describe("a NIK that is registered already", () => {
  async function registered() {
    const { id, email } = await somebody();
    const who = aPerson();
    await insertRegistration(id as string as ParticipantId, who, now);
    return { id, email, nik: nikOf(who), birth: who.birth as string };
  }

  test("leads its holder back by the registered contact", async () => {
    const { id, email, nik, birth } = await registered();
    await askByNik(nik, birth);
    const [link] = await linksOf(id);
    if (!link) throw new Error("no link");
    expect(await byLink(link)).toEqual(ok(null));
    expect((await trySignIn(email, NEW)).ok).toBe(true);
  });

  test("by SMS where letters come back", async () => {
    const { id, nik, birth } = await registered();
    const { id: phoneOnly } = await somebodyByPhone();
    const { phoneCipher, phoneIndex } = await database().account.findUniqueOrThrow({
      where: { id: phoneOnly },
    });
    await database().account.update({
      where: { id: phoneOnly },
      data: { phoneCipher: null, phoneIndex: null, phoneVerifiedAt: null, passwordHash: null },
    });
    const bounced = { emailBouncedAt: now, emailBounce: "mailbox unknown" };
    await database().account.update({ where: { id }, data: { phoneCipher, phoneIndex, ...bounced } });
    await askByNik(nik, birth);
    expect(await linksOf(id)).toEqual([]);
    expect(await codeOf(id)).toMatchObject({ channel: "sms" });
  });

  test("with another birth date, or one that nobody has, sends nothing", async () => {
    const { id, nik } = await registered();
    await askByNik(nik, "1999-01-01");
    await askByNik("1275014101010001", "2001-01-01");
    expect(await linksOf(id)).toEqual([]);
  });
});

test("the database keeps no question that was answered", async () => {
  await asVisitor((work) => requestReset(work, { identifier: { kind: "email", value: "a@example.test" } }));
  const { id } = await database().recoveryRequest.findFirstOrThrow({ where: { answeredAt: null } });
  await expect(
    database().recoveryRequest.update({ where: { id }, data: { answeredAt: now } }),
  ).rejects.toThrow(/recovery_request_forgets/);
});
