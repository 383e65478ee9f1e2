import { describe, expect, test } from "vitest";
import { findSessions } from "#features/access/queries/security.ts";
import { changePassword } from "#features/access/use-cases/change-password.ts";
import { endEverySession, endOneSession } from "#features/access/use-cases/end-sessions.ts";
import { forgetAttemptsDue } from "#features/access/use-cases/forget-attempts.ts";
import { ok, refuse, refuseAndKeep } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { authOptions } from "#platform/web/next-auth.ts";
import { sessionToken } from "#platform/web/session.ts";
import { actorOfToken, endSessionRow, sessionOfToken } from "#platform/web/session-token.ts";
import { DEMO_PASSWORD } from "../../../prisma/seed/people.ts";
import { anOpenSession } from "../../support/sessions.ts";
import { asPerson, holderOf, somebody, trySignIn } from "./people.ts";

const nobody = { role: "visitor" };
const STAFF = ["administrator", "officer", "provider", "auditor"] as const;

async function age(sessionId: string, started: string, seen = started) {
  await database().$executeRaw`
    UPDATE session SET started_at = now() - ${started}::interval, last_seen_at = now() - ${seen}::interval
    WHERE id = ${sessionId}::uuid`;
}

describe("a session", () => {
  test("of a person is that person, half a day long", async () => {
    const { id } = await somebody();
    const { token, sessionId } = await anOpenSession(id);
    await age(sessionId, "11 hours 59 minutes");
    expect(await actorOfToken(token)).toEqual({ role: "participant", participantId: id });
    await age(sessionId, "12 hours 1 minute", "0 minutes");
    expect(await actorOfToken(token)).toEqual(nobody);
  });

  test("of staff is over after two idle hours", async () => {
    const { id } = await somebody({ role: "officer", hasFactor: true });
    const { token, sessionId } = await anOpenSession(id, { hasShownBoth: true });
    await age(sessionId, "5 hours", "1 hour 59 minutes");
    expect(await actorOfToken(token)).toMatchObject({ role: "officer", accountId: id });
    await age(sessionId, "5 hours", "2 hours 1 minute");
    expect(await actorOfToken(token)).toEqual(nobody);
  });

  test("writes that it was seen at most once in ten minutes", async () => {
    const { token, sessionId } = await anOpenSession((await somebody()).id);
    const seen = async () =>
      (await database().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt.getTime();
    await age(sessionId, "1 hour", "9 minutes");
    const before = await seen();
    await actorOfToken(token);
    expect(await seen()).toBe(before);
    await age(sessionId, "1 hour", "11 minutes");
    await actorOfToken(token);
    expect(await seen()).toBeGreaterThan(before);
  });

  test("that was ended elsewhere counts nowhere, and a lock or a new version ends it too", async () => {
    const { id } = await somebody();
    const left = await anOpenSession(id);
    await endSessionRow(left.sessionId);
    expect(await sessionOfToken(left.token)).toBeNull();
    const old = await anOpenSession(id);
    await database().account.update({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    expect(await sessionOfToken(old.token)).toBeNull();
    const locked = await anOpenSession(id);
    await database().account.update({ where: { id }, data: { lockedAt: new Date() } });
    expect(await sessionOfToken(locked.token)).toBeNull();
  });

  test("is its own account's: another account's row opens nothing", async () => {
    const [sari, budi] = [await somebody(), await somebody()];
    const { sessionId } = await anOpenSession(budi.id);
    const mixed = { id: sari.id, role: "participant", sessionVersion: 1, sessionId };
    expect(await sessionOfToken(await sessionToken(mixed))).toBeNull();
  });

  test.each(["", "x.y.z", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c"])(
    "made up as %j is none",
    async (token) => {
      expect(await sessionOfToken(token)).toBeNull();
    },
  );

  test("without a row, as they were before, is none", async () => {
    const { id } = await somebody();
    const old = { id, role: "participant", sessionVersion: 1, sessionId: "" };
    expect(await sessionOfToken(await sessionToken(old))).toBeNull();
  });
});

describe("half a session is nobody's", () => {
  test.each(STAFF)("of %s without a second step", async (role) => {
    const { id } = await somebody({ role });
    const { token, standing } = await holderOf(id);
    expect(standing).toBe("needs-set-up");
    expect(await actorOfToken(token)).toEqual(nobody);
  });

  test.each([...STAFF, "participant"] as const)("of %s who has not typed the code", async (role) => {
    const { id } = await somebody({ role, hasFactor: true });
    const { token, standing } = await holderOf(id);
    expect(standing).toBe("needs-code");
    expect(await actorOfToken(token)).toEqual(nobody);
    const { decode } = authOptions().jwt ?? {};
    expect(await decode?.({ token, secret: "", salt: "" })).toBeNull();
  });

  test("and signing in says so", async () => {
    const fresh = await somebody({ role: "officer" });
    expect(await trySignIn(fresh.email)).toMatchObject(ok({ standing: "needs-set-up" }));
    const set = await somebody({ role: "officer", hasFactor: true });
    expect(await trySignIn(set.email)).toMatchObject(ok({ standing: "needs-code" }));
  });
});

test("next-auth opens no session by itself: there is no way around the form", () => {
  expect(authOptions().providers).toEqual([]);
});

describe("whoever looks after their devices", () => {
  test("sees each of them, and this one marked", async () => {
    const { id } = await somebody();
    const [here, there] = [await anOpenSession(id), await anOpenSession(id)];
    const ended = await anOpenSession(id);
    await endSessionRow(ended.sessionId);
    const lines = await findSessions(id, here.sessionId);
    expect(lines.map((line) => [line.id, line.isThis, line.network]).toSorted()).toEqual(
      [
        [here.sessionId, true, "36.80.12.x"],
        [there.sessionId, false, "36.80.12.x"],
      ].toSorted(),
    );
  });

  test("ends one of them, once, and never another person's", async () => {
    const { id } = await somebody();
    const { sessionId, token } = await anOpenSession(id);
    const theirs = await anOpenSession((await somebody()).id);
    const end = (which: string) => asPerson(id, (work) => endOneSession(work, { id: which }));
    expect(await end(theirs.sessionId)).toEqual(refuse({ code: "session-unknown" }));
    expect(await sessionOfToken(theirs.token)).not.toBeNull();
    const results = await Promise.all([end(sessionId), end(sessionId)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await sessionOfToken(token)).toBeNull();
  });

  test("leaves all of them at once", async () => {
    const { id } = await somebody();
    const open = [await anOpenSession(id), await anOpenSession(id)];
    expect(await asPerson(id, endEverySession)).toEqual(ok(null));
    for (const { token } of open) expect(await sessionOfToken(token)).toBeNull();
  });

  test("changes the password, stays, and everybody else is out", async () => {
    const { id, email } = await somebody();
    const [here, there] = [await anOpenSession(id), await anOpenSession(id)];
    const change = (password: string) =>
      asPerson(id, (work) =>
        changePassword(work, {
          password,
          newPassword: "sepeda ontel di pematang",
          sessionId: here.sessionId,
        }),
      );
    expect(await change("not my password")).toEqual(refuseAndKeep({ code: "password-not-yours" }));
    const weak = { password: DEMO_PASSWORD, newPassword: "wulan-wulan", sessionId: here.sessionId };
    expect(await asPerson(id, (work) => changePassword(work, weak))).toEqual(
      refuse({ code: "password-guessable" }),
    );
    expect(await change(DEMO_PASSWORD)).toEqual(ok(null));
    expect(await sessionOfToken(here.token)).not.toBeNull();
    expect(await sessionOfToken(there.token)).toBeNull();
    expect((await trySignIn(email)).ok).toBe(false);
    expect((await trySignIn(email, "sepeda ontel di pematang")).ok).toBe(true);
  });

  test("cannot be guessed at from an open browser: wrong passwords are counted", async () => {
    const { id } = await somebody();
    const { sessionId } = await anOpenSession(id);
    const guess = (password: string) =>
      asPerson(id, (work) =>
        changePassword(work, { password, newPassword: "sepeda ontel di pematang", sessionId }),
      );
    for (let index = 0; index < 8; index += 1) await guess("not my password");
    expect(await guess(DEMO_PASSWORD)).toMatchObject({ refusal: { code: "access-paused" } });
  });
});

describe("the database", () => {
  test("never opens a session again", async () => {
    const { sessionId } = await anOpenSession((await somebody()).id);
    await endSessionRow(sessionId);
    await expect(
      database().session.update({ where: { id: sessionId }, data: { endedAt: null } }),
    ).rejects.toThrow(/stays ended/);
  });

  test("forgets sessions of long ago and failures of yesterday", async () => {
    const { id, email } = await somebody();
    const { sessionId } = await anOpenSession(id);
    await age(sessionId, "91 days");
    await trySignIn(email, "wrong password", new Date("2026-11-20T03:00:00Z"));
    expect(await forgetAttemptsDue(new Date("2026-11-24T03:00:00Z"))).toBeGreaterThanOrEqual(2);
    expect(await database().session.findUnique({ where: { id: sessionId } })).toBeNull();
  });
});
