import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { issueCode, takeCode } from "#platform/one-time-code/code.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";

const now = new Date("2026-11-24T03:00:00Z");
const purpose = "registration_phone";

function run<Value, Refusal>(command: (work: Work) => Promise<Result<Value, Refusal>>, at = now) {
  return inOneTransaction<typeof system, Value, Refusal>(system, command, { now: at });
}

const issue = (holderId: string, at = now, destination = "+6281234567890") =>
  run((work) => issueCode(work, { holderId, purpose, channel: "sms", destination }), at);
const take = (holderId: string, digits: string, at = now) =>
  run((work) => takeCode(work, { holderId, purpose, digits }), at);

async function aCode(at = now) {
  const holderId = randomUUID();
  const issued = await issue(holderId, at);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const digits = digitsOf(issued.value.codeId);
  return { holderId, digits, wrong: digits === "000000" ? "000001" : "000000", ...issued.value };
}

const guardOf = (holderId: string) =>
  database().codeGuard.findUniqueOrThrow({ where: { holderId_purpose: { holderId, purpose } } });

describe("a code", () => {
  test("is announced to be sent, and its digits are nowhere written", async () => {
    const { codeId, digits } = await aCode();
    const rows = await database().$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'events' AND data->'payload'->>'codeId' = ${codeId}`;
    expect(rows).toHaveLength(1);
    const row = await database().oneTimeCode.findUniqueOrThrow({ where: { id: codeId } });
    const { id: _, destinationCipher, destinationIndex, ...rest } = row;
    expect(JSON.stringify(rest)).not.toContain(digits);
    expect(Buffer.from(destinationCipher).toString("latin1")).not.toContain("81234567890");
  });

  test("is used once, and tells where it went", async () => {
    const { holderId, digits } = await aCode();
    expect(await take(holderId, digits)).toEqual(ok({ channel: "sms", destination: "+6281234567890" }));
    expect(await take(holderId, digits)).toMatchObject(refuse({ code: "code-expired" }));
  });

  test("tried twice at once is used once", async () => {
    const { holderId, digits } = await aCode();
    const results = await Promise.all([take(holderId, digits), take(holderId, digits)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test("on paper is not announced", async () => {
    const holderId = randomUUID();
    const wanted = { holderId, purpose: "take_over", channel: "paper", destination: holderId } as const;
    const issued = await run((work) => issueCode(work, wanted));
    if (!issued.ok) throw new Error(issued.refusal.code);
    const rows = await database().$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE data->'payload'->>'codeId' = ${issued.value.codeId}`;
    expect(rows).toHaveLength(0);
  });

  test("of one purpose does not count for another", async () => {
    const { holderId, digits } = await aCode();
    const other = await run((work) => takeCode(work, { holderId, purpose: "sign_in", digits }));
    expect(other).toMatchObject(refuse({ code: "code-expired" }));
  });

  test("that was replaced counts no more", async () => {
    const { holderId, digits } = await aCode();
    const later = addSeconds(now, 60);
    const second = await issue(holderId, later);
    expect(second.ok).toBe(true);
    expect(await take(holderId, digits, later)).toMatchObject({ ok: false });
    if (second.ok) expect((await take(holderId, digitsOf(second.value.codeId), later)).ok).toBe(true);
  });
});

describe("wrong digits", () => {
  test("are counted although the command is refused", async () => {
    const { holderId, wrong } = await aCode();
    expect(await take(holderId, wrong)).toMatchObject(refuse({ code: "code-wrong", left: 3 }));
    expect(await guardOf(holderId)).toMatchObject({ wrong: 1 });
  });

  test("typed many times at once are all counted: the pause begins, and the right ones wait too", async () => {
    const { holderId, digits, wrong } = await aCode();
    await Promise.all(Array.from({ length: 6 }, () => take(holderId, wrong)));
    expect(await take(holderId, digits)).toEqual({
      ...refuse({ code: "code-blocked", minutes: 1_440 }),
    });
    const dayLater = addSeconds(now, 86_401);
    expect(await take(holderId, digits, dayLater)).toMatchObject(refuse({ code: "code-expired" }));
  });

  test("are forgotten after right ones", async () => {
    const { holderId, digits, wrong } = await aCode();
    await take(holderId, wrong);
    await take(holderId, digits);
    expect(await guardOf(holderId)).toMatchObject({ wrong: 0, sends: 0 });
  });
});

describe("sending again", () => {
  test("waits a minute for the same phone, and not for another one", async () => {
    const { holderId } = await aCode();
    const soon = addSeconds(now, 10);
    expect(await issue(holderId, soon)).toEqual(refuse({ code: "code-send-soon", seconds: 50 }));
    expect((await issue(holderId, soon, "+6281298765432")).ok).toBe(true);
  });

  test("twice at once sends one", async () => {
    const holderId = randomUUID();
    const results = await Promise.all([issue(holderId), issue(holderId)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test("to a phone that many share is counted by who asks, once they are known", async () => {
    for (let person = 0; person < 8; person += 1) expect((await issue(randomUUID())).ok).toBe(true);
  });
});

describe("the database refuses", () => {
  const change = (id: string, data: { usedAt?: Date | null; expiresAt?: Date }) =>
    database().oneTimeCode.update({ where: { id }, data });

  test("a code that is used after its time, or never lived", async () => {
    const { codeId, expiresAt } = await aCode();
    await expect(change(codeId, { usedAt: addSeconds(expiresAt, 1) })).rejects.toThrow(/one_time_code_times/);
    await expect(change(codeId, { expiresAt: now })).rejects.toThrow(/one_time_code_times/);
  });

  test("a code that is used again, or unused", async () => {
    const { codeId } = await aCode();
    await change(codeId, { usedAt: now });
    await expect(change(codeId, { usedAt: addSeconds(now, 1) })).rejects.toThrow(/used once/);
    await expect(change(codeId, { usedAt: null })).rejects.toThrow(/used once/);
  });

  test("a guard that counts below nothing", async () => {
    const { holderId } = await aCode();
    const update = database().codeGuard.updateMany({ where: { holderId }, data: { wrong: -1 } });
    await expect(update).rejects.toThrow(/code_guard_counts/);
  });
});
