import { describe, expect, test } from "vitest";
import {
  demoDigits,
  findFreshCodes,
  findPendingSecret,
  viewFactor,
} from "#features/access/queries/security.ts";
import type { Holder } from "#features/access/types.ts";
import { confirmAuthenticator } from "#features/access/use-cases/confirm-authenticator.ts";
import { enterSecondStep } from "#features/access/use-cases/enter-second-step.ts";
import { keepRecoveryCodes } from "#features/access/use-cases/keep-recovery-codes.ts";
import { renewRecoveryCodes } from "#features/access/use-cases/renew-recovery-codes.ts";
import { startAuthenticator } from "#features/access/use-cases/start-authenticator.ts";
import { switchOffAuthenticator } from "#features/access/use-cases/switch-off-authenticator.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse, refuseAndKeep } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { recoveryCodeOf } from "#platform/web/recovery-code.ts";
import { actorOfToken, endSessionRow } from "#platform/web/session-token.ts";
import { DEMO_PASSWORD } from "../../../prisma/seed/people.ts";
import {
  asOfficer,
  asPerson,
  asVisitor,
  demoCode,
  earlyInTheHalfMinute,
  holderOf,
  now,
  somebody,
} from "./people.ts";

const wrong = refuseAndKeep({ code: "second-step-wrong" });
const used = refuseAndKeep({ code: "second-step-used" });

const enter = (holder: Holder | null, code: string, at = now) =>
  asVisitor((work) => enterSecondStep(work, { holder, code }), at);

async function recoveryCodes(accountId: string): Promise<string[]> {
  const { recoveryBatch } = await database().secondFactor.findUniqueOrThrow({ where: { accountId } });
  return Array.from({ length: 10 }, (_, number) => recoveryCodeOf(recoveryBatch ?? "", number));
}

/** A member of the staff who has typed the password and not yet the code. */
async function halfInside() {
  const { id } = await somebody({ role: "officer", hasFactor: true });
  return { id, holder: await holderOf(id) };
}

describe("the code after the password", () => {
  test("makes the session count", async () => {
    const { id, holder } = await halfInside();
    expect(await enter(holder, demoCode())).toEqual(ok({ role: "officer" }));
    expect(await actorOfToken(holder.token)).toMatchObject({ role: "officer", accountId: id });
  });

  test("counts once, in this session and in every other", async () => {
    const { id, holder } = await halfInside();
    await earlyInTheHalfMinute();
    const code = demoCode();
    await enter(holder, code);
    const next = await holderOf(id);
    expect(await enter(next, code)).toEqual(used);
    expect(await enter(next, demoCode(-1))).toEqual(used);
    expect(await actorOfToken(next.token)).toEqual({ role: "visitor" });
    expect((await enter(next, demoCode(1))).ok).toBe(true);
  });

  test("typed on two browsers at once opens one of them", async () => {
    const { id } = await halfInside();
    const holders = [await holderOf(id), await holderOf(id)];
    const code = demoCode();
    const results = await Promise.all(holders.map((holder) => enter(holder, code)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test.each(["000000", "ABCDE23456"])("%s is wrong", async (code) => {
    const { holder } = await halfInside();
    expect(await enter(holder, code === demoCode() ? "000001" : code)).toEqual(wrong);
    expect(await actorOfToken(holder.token)).toEqual({ role: "visitor" });
  });

  test("mistyped eight times begins a pause, in whatever session it was tried", async () => {
    const { id } = await halfInside();
    for (let index = 0; index < 8; index += 1) await enter(await holderOf(id), "ABCDE23456");
    const holder = await holderOf(id);
    expect(await enter(holder, demoCode())).toEqual(refuse({ code: "access-paused", minutes: 15 }));
    expect((await enter(holder, demoCode(), addSeconds(now, 900))).ok).toBe(true);
  });

  test("is asked of nobody who has no session, and not twice", async () => {
    expect(await enter(null, demoCode())).toEqual(refuse({ code: "session-over" }));
    const { id } = await halfInside();
    expect(await enter(await holderOf(id, true), "ABCDE23456")).toEqual(ok({ role: "officer" }));
  });

  test("helps no session that was ended in the meantime", async () => {
    const { holder } = await halfInside();
    await endSessionRow(holder.sessionId);
    await enter(holder, demoCode());
    expect(await actorOfToken(holder.token)).toEqual({ role: "visitor" });
  });
});

describe("a recovery code", () => {
  test("opens the account once", async () => {
    const { id, holder } = await halfInside();
    const [first = "", second = ""] = await recoveryCodes(id);
    expect((await enter(holder, first)).ok).toBe(true);
    expect((await viewFactor(id, now)).recoveryLeft).toBe(9);
    expect(await enter(await holderOf(id), first)).toEqual(wrong);
    expect((await enter(await holderOf(id), second)).ok).toBe(true);
  });

  test("typed twice at once opens once", async () => {
    const { id } = await halfInside();
    const [code = ""] = await recoveryCodes(id);
    const holders = [await holderOf(id), await holderOf(id)];
    const results = await Promise.all(holders.map((holder) => enter(holder, code)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test("of somebody else is wrong", async () => {
    const { holder } = await halfInside();
    const [code = ""] = await recoveryCodes((await halfInside()).id);
    expect(await enter(holder, code)).toEqual(wrong);
  });

  test("is used once for the database too, and stands nowhere in it", async () => {
    const { id, holder } = await halfInside();
    const [code = ""] = await recoveryCodes(id);
    await enter(holder, code);
    await expect(
      database().recoveryCode.updateMany({ where: { accountId: id, number: 0 }, data: { usedAt: null } }),
    ).rejects.toThrow(/used once/);
    const rows = await database().$queryRaw<{ text: string }[]>`
      SELECT row_to_json(f)::text || coalesce(string_agg(row_to_json(r)::text, ''), '') AS text
      FROM second_factor f JOIN recovery_code r USING (account_id) WHERE account_id = ${id}::uuid GROUP BY f.*`;
    expect(rows[0]?.text).not.toContain(code);
  });
});

describe("setting it up", () => {
  const start = (holder: Holder | null, proof: { password: string; code: string } | null = null) =>
    asVisitor((work) => startAuthenticator(work, { holder, proof }));
  const confirm = (holder: Holder | null, digits: string) =>
    asVisitor((work) => confirmAuthenticator(work, { holder, digits }));
  const secretOf = async (id: Holder["accountId"]) => (await findPendingSecret(id))?.secret ?? "";

  test("lets staff in who could reach nothing before", async () => {
    const { id } = await somebody({ role: "auditor" });
    const holder = await holderOf(id);
    expect(await start(holder)).toEqual(ok(null));
    expect(await confirm(holder, demoCode(0, await secretOf(id)))).toEqual(ok(null));
    expect(await actorOfToken(holder.token)).toMatchObject({ role: "auditor" });
    expect(await viewFactor(id, now)).toEqual({ isOn: true, recoveryLeft: 10, hasFreshCodes: true });
    expect(await database().auditEvent.count({ where: { subject: `account:${id}` } })).toBe(1);
  });

  test("sends a person's other browsers to the code", async () => {
    const { id } = await somebody();
    const [here, there] = [await holderOf(id), await holderOf(id)];
    await start(here);
    await confirm(here, demoCode(0, await secretOf(id)));
    expect(await actorOfToken(here.token)).toMatchObject({ participantId: id });
    expect(await actorOfToken(there.token)).toEqual({ role: "visitor" });
  });

  test("needs a code of the new secret, and that code counts once", async () => {
    const { id } = await somebody();
    const holder = await holderOf(id);
    expect(await confirm(holder, "123456")).toEqual(refuse({ code: "authenticator-not-started" }));
    await start(holder);
    const code = demoCode(0, await secretOf(id));
    expect(await confirm(holder, code === "000000" ? "000001" : "000000")).toEqual(wrong);
    await confirm(holder, code);
    expect(await enter(await holderOf(id), code)).toEqual(used);
  });

  test("shows the secret until it is confirmed and never afterwards", async () => {
    const { id } = await somebody();
    const holder = await holderOf(id);
    await start(holder);
    const secret = await secretOf(id);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await confirm(holder, demoCode(0, secret));
    expect(await findPendingSecret(id)).toBeNull();
  });

  test("is not for a session that has yet to show the old one", async () => {
    const { holder } = await halfInside();
    expect(await start(holder)).toEqual(refuse({ code: "session-over" }));
    expect(await confirm(holder, demoCode())).toEqual(refuse({ code: "session-over" }));
    expect(await start(null)).toEqual(refuse({ code: "session-over" }));
  });

  test("anew needs the password and a code; the old phone counts until the new one is confirmed", async () => {
    const { id } = await somebody({ role: "officer", hasFactor: true });
    const holder = await holderOf(id, true);
    expect(await start(holder)).toEqual(refuseAndKeep({ code: "password-not-yours" }));
    expect(await start(holder, { password: DEMO_PASSWORD, code: "ABCDE23456" })).toEqual(wrong);
    await earlyInTheHalfMinute();
    expect(await start(holder, { password: DEMO_PASSWORD, code: demoCode(-1) })).toEqual(ok(null));
    const secret = await secretOf(id);
    expect((await enter(await holderOf(id), demoCode())).ok).toBe(true);
    expect(await confirm(holder, demoCode(0, secret))).toEqual(ok(null));
    expect(await enter(await holderOf(id), demoCode(1))).toEqual(wrong);
    expect((await enter(await holderOf(id), demoCode(1, secret))).ok).toBe(true);
  });
});

describe("its recovery codes", () => {
  test("are read for half an hour, until they are kept, and renewed by password and code", async () => {
    const { id } = await somebody({ hasFactor: true });
    expect(await findFreshCodes(id, now)).toBeNull();
    const old = await recoveryCodes(id);
    const proof = { password: DEMO_PASSWORD, code: demoCode() };
    expect(await asPerson(id, (work) => renewRecoveryCodes(work, proof))).toEqual(ok(null));
    const fresh = await findFreshCodes(id, now);
    expect(fresh).toHaveLength(10);
    expect(new Set(fresh).size).toBe(10);
    expect(await findFreshCodes(id, addSeconds(now, 1_800))).toBeNull();
    await asPerson(id, keepRecoveryCodes);
    expect(await findFreshCodes(id, now)).toBeNull();
    expect(await enter(await holderOf(id), old[0] ?? "")).toEqual(wrong);
    expect((await enter(await holderOf(id), (fresh?.[0] ?? "").replace("-", ""))).ok).toBe(true);
  });
});

describe("doing without it", () => {
  test("is for people, with the password and a code", async () => {
    const { id } = await somebody({ hasFactor: true });
    const off = (proof: { password: string; code: string }) =>
      asPerson(id, (work) => switchOffAuthenticator(work, proof));
    expect(await off({ password: "not mine", code: demoCode() })).toMatchObject({
      refusal: { code: "password-not-yours" },
    });
    expect(await off({ password: DEMO_PASSWORD, code: "ABCDE23456" })).toEqual(wrong);
    expect(await off({ password: DEMO_PASSWORD, code: demoCode() })).toEqual(ok(null));
    expect((await holderOf(id)).standing).toBe("inside");
    expect(await off({ password: DEMO_PASSWORD, code: demoCode(1) })).toEqual(
      refuse({ code: "second-step-off" }),
    );
  });

  test("is not for staff", async () => {
    const { id } = await somebody({ role: "officer", hasFactor: true });
    const proof = { password: DEMO_PASSWORD, code: demoCode() };
    expect(await asOfficer(id, (work) => switchOffAuthenticator(work, proof))).toEqual(
      refuse({ code: "second-step-compulsory" }),
    );
  });
});

describe("the database", () => {
  test("takes no half minute twice and keeps no half factor", async () => {
    const { id, holder } = await halfInside();
    await enter(holder, demoCode());
    const change = (data: object) => database().secondFactor.update({ where: { accountId: id }, data });
    await expect(change({ lastStep: 1 })).rejects.toThrow(/counts once/);
    await expect(change({ lastStep: null })).rejects.toThrow(/counts once/);
    await expect(change({ secretCipher: null })).rejects.toThrow(/second_factor_whole/);
    await expect(change({ recoveryBatch: null })).rejects.toThrow(/second_factor_whole/);
  });
});

describe("in the demo", () => {
  test("the code is shown for the cast, a new one after each use, and for nobody else", async () => {
    const { id } = await somebody({ role: "officer", hasFactor: true });
    expect(await demoDigits(id)).toBeNull();
    await database().account.update({
      where: { id },
      data: { email: `petugas-${id.slice(0, 8)}@contoh.test`, emailVerifiedAt: new Date() },
    });
    for (let time = 0; time < 2; time += 1) {
      const demo = await demoDigits(id);
      expect((await enter(await holderOf(id), demo?.digits ?? "")).ok).toBe(true);
    }
    expect(await demoDigits(id)).toEqual({ digits: null });
  });
});
