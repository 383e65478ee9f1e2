import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lockAccountReaction } from "#features/account/use-cases/lock-account.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse, refuseAndKeep } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { sessionToken } from "#platform/web/session.ts";
import { actorOfToken } from "#platform/web/session-token.ts";
import { now, somebody, somebodyByPhone, trySignIn } from "./people.ts";

const wrong = refuseAndKeep({ code: "sign-in-wrong" });
const stranger = () => `tidak-ada-${randomUUID().slice(0, 8)}@example.test`;

async function failTimes(typed: string, times: number, at = now) {
  const results = [];
  for (let index = 0; index < times; index += 1) results.push(await trySignIn(typed, "wrong password", at));
  return results;
}

describe("signing in", () => {
  test("opens a session that is somebody", async () => {
    const { id, email } = await somebody();
    const result = await trySignIn(email);
    expect(result).toMatchObject({ ok: true, value: { id, role: "participant", standing: "inside" } });
    if (!result.ok) return;
    expect(await actorOfToken(await sessionToken(result.value))).toEqual({
      role: "participant",
      participantId: id,
    });
    const session = await database().session.findUniqueOrThrow({ where: { id: result.value.sessionId } });
    expect(session).toMatchObject({ accountId: id, browser: "Chrome", system: "Android", endedAt: null });
    expect(Buffer.from(session.networkCipher).includes("36.80")).toBe(false);
  });

  test("works by phone for somebody without e-mail", async () => {
    const { id, phone } = await somebodyByPhone();
    expect(await trySignIn(phone)).toMatchObject({ ok: true, value: { id } });
  });

  test("on a browser that was signed in ends the session of before", async () => {
    const { email } = await somebody();
    const first = await trySignIn(email);
    if (!first.ok) throw new Error("not signed in");
    await trySignIn(email, undefined, now, first.value.sessionId);
    expect(await actorOfToken(await sessionToken(first.value))).toEqual({ role: "visitor" });
  });

  test("never ends somebody else's session", async () => {
    const sari = await somebody();
    const first = await trySignIn(sari.email);
    if (!first.ok) throw new Error("not signed in");
    await trySignIn((await somebody()).email, undefined, now, first.value.sessionId);
    expect(await actorOfToken(await sessionToken(first.value))).toMatchObject({ participantId: sari.id });
  });
});

describe("nobody learns who has an account", () => {
  async function everyKind() {
    const plain = await somebody();
    const locked = await somebody();
    await lockAccountReaction({ participantId: locked.id });
    const untaken = await somebody();
    await database().account.update({ where: { id: untaken.id }, data: { passwordHash: null } });
    const unverified = await somebody({ isVerified: false });
    const staff = await somebody({ role: "administrator", hasFactor: true });
    return [plain, locked, untaken, unverified, staff].map(({ email }) => email).concat(stranger());
  }

  test("by the words: a wrong password is a wrong password, whoever it is", async () => {
    for (const email of await everyKind()) expect(await trySignIn(email, "wrong password")).toEqual(wrong);
  });

  test("by the pause: an unknown contact is paused like a known one", async () => {
    for (const email of [(await somebody()).email, stranger()]) {
      expect(await failTimes(email, 8)).toEqual(Array.from({ length: 8 }, () => wrong));
      expect(await trySignIn(email)).toEqual(refuse({ code: "access-paused", minutes: 15 }));
    }
  });

  test("by the clock: an unknown contact takes as long as a known one", async () => {
    const contacts = [(await somebody()).email, stranger()] as const;
    const took: [number[], number[]] = [[], []];
    for (let round = 0; round < 7; round += 1) {
      for (const which of [0, 1] as const) {
        const start = performance.now();
        await trySignIn(contacts[which], "wrong password");
        took[which].push(performance.now() - start);
      }
    }
    const [known, unknown] = took.map((times) => times.toSorted((a, b) => a - b)[3] ?? 0);
    expect(Math.min(known ?? 0, unknown ?? 0)).toBeGreaterThan(Math.max(known ?? 0, unknown ?? 0) / 3);
  });

  test("the right password says what is the matter", async () => {
    const locked = await somebody();
    await lockAccountReaction({ participantId: locked.id });
    expect(await trySignIn(locked.email)).toEqual(refuse({ code: "account-locked" }));
    const unverified = await somebody({ isVerified: false });
    expect(await trySignIn(unverified.email)).toEqual(refuse({ code: "contact-not-verified" }));
    const { phone } = await somebodyByPhone({ isVerified: false });
    expect(await trySignIn(phone)).toEqual(refuse({ code: "contact-not-verified" }));
  });
});

describe("too many wrong tries", () => {
  test("begin a pause that even the right password waits out", async () => {
    const { email } = await somebody();
    await failTimes(email, 8);
    expect(await trySignIn(email)).toMatchObject({ refusal: { code: "access-paused" } });
    expect((await trySignIn(email, undefined, addSeconds(now, 15 * 60))).ok).toBe(true);
  });

  test("a right one in between starts the count again", async () => {
    const { email } = await somebody();
    await failTimes(email, 7);
    expect((await trySignIn(email)).ok).toBe(true);
    await failTimes(email, 7);
    expect((await trySignIn(email)).ok).toBe(true);
  });

  test("sent at once are each counted", async () => {
    const { email } = await somebody();
    await Promise.all(Array.from({ length: 8 }, () => trySignIn(email, "wrong password")));
    expect(await trySignIn(email)).toMatchObject({ refusal: { code: "access-paused" } });
  });

  test("of one person are nobody else's", async () => {
    await failTimes((await somebody()).email, 8);
    expect(await trySignIn((await somebody()).email)).toMatchObject(ok({}));
  });

  test("leave no contact in the books", async () => {
    const { email } = await somebody();
    await failTimes(email, 1);
    const guards = await database().accessGuard.findMany();
    expect(guards.length).toBeGreaterThan(0);
    expect(JSON.stringify(guards)).not.toContain("@");
  });
});
