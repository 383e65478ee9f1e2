import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { visitor } from "#authorization/actor.ts";
import { findLinkToSend } from "#features/account/queries.ts";
import { registerAccount } from "#features/account/use-cases/register-account.ts";
import { requestLink } from "#features/account/use-cases/request-link.ts";
import { verifyEmail } from "#features/account/use-cases/verify-email.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { signToken } from "#platform/db/token.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { passwordMatches } from "#platform/web/password.ts";
import { anAccount } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
const PASSWORD = "kopi tubruk pagi hari";

function run<Value, Refusal>(
  command: (
    work: Work<typeof visitor>,
  ) => Promise<{ ok: true; value: Value } | { ok: false; refusal: Refusal }>,
  at = now,
) {
  return inOneTransaction(visitor, command, { now: at });
}

const newEmail = () => `wulan-${randomUUID().slice(0, 8)}@example.test`;

function register(email: string, password = PASSWORD) {
  return run((work) => registerAccount(work, { email, password, displayName: "Wulan", locale: "id" }));
}

const accountOf = (email: string) =>
  database().account.findUnique({ where: { email }, include: { tokens: true } });

async function linkOf(email: string, purpose: "verify_email" | "reset_password" = "verify_email") {
  const account = await accountOf(email);
  const token = account?.tokens.filter((one) => one.purpose === purpose).at(-1);
  if (!token) throw new Error("no link was asked for");
  return { tokenId: token.id, token: signToken(purpose, token.id) };
}

async function eventsAbout(id: string) {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT data->>'name' AS name FROM pgboss.job
    WHERE name = 'events' AND (data->'payload'->>'accountId' = ${id} OR data->'payload'->>'tokenId' IN
      (SELECT id::text FROM email_token WHERE account_id = ${id}::uuid))`;
  return rows.map(({ name }) => name);
}

async function aReader() {
  const id = await anAccount(now);
  const { email } = await database().account.findUniqueOrThrow({ where: { id } });
  return { id, email: email ?? "" };
}

describe("opening an account", () => {
  test("writes it down, without the password, and asks for the link to be sent", async () => {
    const email = newEmail();
    expect(await register(email)).toEqual(ok({ email }));
    const account = await accountOf(email);
    expect(account).toMatchObject({ role: "participant", emailVerifiedAt: null, lockedAt: null });
    expect(account?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(account?.tokens).toHaveLength(1);
    expect(await eventsAbout(account?.id ?? "")).toEqual(["email-link-wanted"]);
  });

  test("for an address that has one looks the same, and tells only its holder", async () => {
    const { id, email } = await aReader();
    const before = await accountOf(email);
    expect(await register(email)).toEqual(ok({ email }));
    expect((await accountOf(email))?.passwordHash).toBe(before?.passwordHash);
    expect(await eventsAbout(id)).toEqual(["registered-again"]);
  });

  test("twice before the link was used sends a second link and keeps the first password", async () => {
    const email = newEmail();
    await register(email);
    await register(email, "another long password");
    expect((await accountOf(email))?.tokens).toHaveLength(2);
    await run((work) => linkOf(email).then((link) => verifyEmail(work, link)));
    const { passwordHash } = await database().account.findUniqueOrThrow({ where: { email } });
    expect(await passwordMatches(passwordHash, PASSWORD)).toBe(true);
  });
});

describe("the link of the e-mail", () => {
  test("verifies the address, and is worth nothing the second time", async () => {
    const email = newEmail();
    await register(email);
    const link = await linkOf(email);
    expect(await run((work) => verifyEmail(work, link))).toEqual(ok(null));
    expect((await accountOf(email))?.emailVerifiedAt).toEqual(now);
    expect(await findLinkToSend(link.tokenId)).toBeNull();
    expect(await run((work) => verifyEmail(work, link))).toEqual(refuse({ code: "link-used" }));
  });

  test("pressed twice at once is used once", async () => {
    const email = newEmail();
    await register(email);
    const link = await linkOf(email);
    const results = await Promise.all([1, 2].map(() => run((work) => verifyEmail(work, link))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test("a day later is too old", async () => {
    const email = newEmail();
    await register(email);
    const link = await linkOf(email);
    const late = addSeconds(now, 24 * 3600 + 1);
    expect(await run((work) => verifyEmail(work, link), late)).toEqual(refuse({ code: "link-expired" }));
  });

  test("with another signature, or made for something else, is unknown", async () => {
    const email = newEmail();
    await register(email);
    const { tokenId } = await linkOf(email);
    const forged = { tokenId, token: signToken("verify_email", randomUUID()) };
    expect(await run((work) => verifyEmail(work, forged))).toEqual(refuse({ code: "link-unknown" }));
    const other = { tokenId, token: signToken("reset_password", tokenId) };
    expect(await run((work) => verifyEmail(work, other))).toEqual(refuse({ code: "link-unknown" }));
  });
});

describe("asking for a link again", () => {
  test("says the same whether the address has an account or not", async () => {
    const unknown = newEmail();
    const purpose = "reset_password" as const;
    expect(await run((work) => requestLink(work, { email: unknown, purpose }))).toEqual(
      ok({ email: unknown }),
    );
    const { id, email } = await aReader();
    expect(await run((work) => requestLink(work, { email, purpose }))).toEqual(ok({ email }));
    expect(await eventsAbout(id)).toEqual(["email-link-wanted"]);
  });

  test("sends nothing to an address that is verified already", async () => {
    const { id, email } = await aReader();
    await run((work) => requestLink(work, { email, purpose: "verify_email" }));
    expect(await eventsAbout(id)).toEqual([]);
  });
});
