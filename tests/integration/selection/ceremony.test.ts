import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { publicPromise, secretPromise, valueOfTheRule } from "#features/selection/policy/promises.ts";
import { findCeremony, freshSecret } from "#features/selection/queries/ceremony.ts";
import { sha256 } from "#features/selection/queries/sha256.ts";
import { fillMissingValuesDue } from "#features/selection/use-cases/fill-missing-values.ts";
import { announcePublicValue, promiseSecret } from "#features/selection/use-cases/promise-value.ts";
import { showValue } from "#features/selection/use-cases/show-value.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";

// The promises of a draw against the real database: what the commands refuse, the database refuses too.

const NOW = new Date("2026-11-24T03:00:00Z");
const KNOWN = new Date("2026-11-25T09:15:00Z");
const SOURCE = "Penutupan indeks harga saham hari itu, tiga angka di belakang koma";

const somebody = (role: StaffActor["role"]): StaffActor => ({
  role,
  accountId: randomUUID() as AccountId,
  providerSlug: null,
  platformSlug: null,
});
const operator = somebody("administrator");
const witness = somebody("witness");
const auditor = somebody("auditor");

let waveId: string;
let number = 7_000;
let root: Uint8Array<ArrayBuffer>;

beforeEach(async () => {
  waveId = randomUUID();
  number += 1;
  root = new Uint8Array(randomBytes(32));
  await database().wave.create({
    data: {
      ...{ id: waveId, number, schemeCode: "A", quota: 5, parameters: {}, ruleVersion: 2, status: "frozen" },
      opensAt: addSeconds(NOW, -7_200),
      closesAt: addSeconds(NOW, -3_600),
      createdAt: addSeconds(NOW, -9_000),
      frozenAt: NOW,
    },
  });
  await database().drawList.create({
    data: {
      ...{ waveId, rule: 2, salt: new Uint8Array(32), entryCount: 9, refusedCount: 1, root },
      ...{ frozenAt: NOW, frozenBy: operator.accountId },
    },
  });
});

const promise = (actor: StaffActor, party: "operator" | "witness", hex: string, now = NOW) =>
  inOneTransaction(actor, (work) => promiseSecret(work, { waveId, party, promise: hex }), { now });
const announce = (actor: StaffActor, now = NOW) =>
  inOneTransaction(actor, (work) => announcePublicValue(work, { waveId, source: SOURCE, knownAt: KNOWN }), {
    now,
  });
const show = (actor: StaffActor, party: "operator" | "witness" | "public", value: Uint8Array, now: Date) =>
  inOneTransaction(actor, (work) => showValue(work, { waveId, party, value: new Uint8Array(value) }), {
    now,
  });
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

async function allPromised() {
  const mine = freshSecret(number, "operator");
  const theirs = freshSecret(number, "witness");
  expect(codeOf(await promise(operator, "operator", mine.promise))).toBe("ok");
  expect(codeOf(await promise(witness, "witness", theirs.promise))).toBe("ok");
  expect(codeOf(await announce(auditor))).toBe("ok");
  return { mine: bytes(mine.secret), theirs: bytes(theirs.secret) };
}

describe("promising and showing", () => {
  test("all three promise, show in time, and everybody can read it", async () => {
    const { mine, theirs } = await allPromised();
    expect(codeOf(await show(operator, "operator", mine, NOW))).toBe("ok");
    expect(codeOf(await show(witness, "witness", theirs, NOW))).toBe("ok");
    expect(codeOf(await show(auditor, "public", new TextEncoder().encode("7.213,450"), KNOWN))).toBe("ok");
    const ceremony = await findCeremony(waveId);
    expect(ceremony?.promised.map(({ party }) => party)).toEqual(["operator", "witness", "public"]);
    expect(ceremony?.shown.map(({ isFallback }) => isFallback)).toEqual([false, false, false]);
    const actions = await database().auditEvent.findMany({ where: { subject: `wave:${waveId}` } });
    expect(actions.map(({ action }) => action).toSorted()).toEqual([
      "draw-value-announced",
      "draw-value-promised",
      "draw-value-promised",
      "draw-value-shown",
      "draw-value-shown",
      "draw-value-shown",
    ]);
  });

  test("the secret of a promise is kept nowhere until it is shown", async () => {
    const { mine } = await allPromised();
    const [found] = await database().$queryRaw<{ kept: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM draw_reveal WHERE value = ${mine}) OR
        EXISTS (SELECT 1 FROM audit_event WHERE details::text LIKE ${`%${Buffer.from(mine).toString("hex")}%`}) OR
        EXISTS (SELECT 1 FROM draw_commitment WHERE commitment = ${mine}) AS kept`;
    expect(found?.kept).toBe(false);
  });

  test("two who press at once make one promise", async () => {
    const other = somebody("administrator");
    const answers = await Promise.all([
      promise(operator, "operator", freshSecret(number, "operator").promise),
      promise(other, "operator", freshSecret(number, "operator").promise),
    ]);
    expect(answers.map(codeOf).toSorted()).toEqual(["ceremony-promised-already", "ok"]);
  });

  test("who promised for the operator cannot be the witness", async () => {
    const { promise: hex } = freshSecret(number, "operator");
    await promise(operator, "operator", hex);
    expect(codeOf(await promise(operator, "witness", hex))).toBe("ceremony-witness-is-operator");
  });

  test("another secret, a late one and an early figure are refused", async () => {
    const { mine } = await allPromised();
    expect(codeOf(await show(operator, "operator", mine.with(0, (mine[0] ?? 0) ^ 1), NOW))).toBe(
      "ceremony-not-what-was-promised",
    );
    expect(codeOf(await show(operator, "operator", mine, KNOWN))).toBe("ceremony-too-late-to-show");
    expect(codeOf(await show(auditor, "public", new Uint8Array([1]), NOW))).toBe("ceremony-public-not-yet");
  });

  test("a list that does not exist has no promises", async () => {
    waveId = randomUUID();
    expect(codeOf(await announce(auditor))).toBe("ceremony-wave-unknown");
  });
});

describe("a party that stays silent", () => {
  test("gets the value that the rule gives, once its time is over, and the draw is never stuck", async () => {
    const { mine } = await allPromised();
    await show(operator, "operator", mine, NOW);
    const shownBy = async (now: Date) => {
      await fillMissingValuesDue(now);
      return (await findCeremony(waveId))?.shown.map(({ party }) => party);
    };
    expect(await shownBy(addSeconds(KNOWN, -1))).toEqual(["operator"]);
    expect(await shownBy(KNOWN)).toEqual(["operator", "witness"]);
    expect(await shownBy(addSeconds(KNOWN, 24 * 3_600 - 1))).toEqual(["operator", "witness"]);
    expect(await shownBy(addSeconds(KNOWN, 24 * 3_600))).toEqual(["operator", "witness", "public"]);
    const ceremony = await findCeremony(waveId);
    expect(ceremony?.shown.map(({ party, isFallback }) => [party, isFallback])).toEqual([
      ["operator", false],
      ["witness", true],
      ["public", true],
    ]);
    const promised = ceremony?.promised.find(({ party }) => party === "witness");
    const given = ceremony?.shown.find(({ party }) => party === "witness");
    if (!promised) throw new Error("no promise");
    expect(given?.value).toEqual(
      valueOfTheRule(sha256, number, "witness", { root, commitment: promised.commitment }),
    );
  });
});

describe("past the commands, the database refuses", () => {
  const secret = new Uint8Array(32).fill(5);
  const promised = (party: "operator" | "witness" | "public", changes: object = {}) =>
    database().drawCommitment.create({
      data: {
        ...{ waveId, party, committedBy: randomUUID(), committedAt: NOW },
        commitment:
          party === "public"
            ? publicPromise(sha256, number, KNOWN, SOURCE)
            : secretPromise(sha256, number, party, secret),
        ...(party === "public" ? { source: SOURCE, knownAt: KNOWN } : {}),
        ...changes,
      },
    });
  const shown = (party: "operator" | "witness" | "public", changes: object = {}) =>
    database().drawReveal.create({
      data: {
        ...{ waveId, party, value: secret, isFallback: false, revealedBy: randomUUID(), revealedAt: NOW },
        ...changes,
      },
    });

  test("the public before the others, and anybody after the public", async () => {
    await promised("operator");
    await expect(promised("public")).rejects.toThrow("announced last");
    await promised("witness");
    await promised("public");
    await expect(promised("operator")).rejects.toThrow("announced last");
  });

  test("a public promise that is not the hash of its words, or leaves no time", async () => {
    await promised("operator");
    await promised("witness");
    await expect(promised("public", { source: "ihsg hari itu" })).rejects.toThrow("leaves time");
    const soon = addSeconds(NOW, 599);
    const early = { knownAt: soon, commitment: publicPromise(sha256, number, soon, SOURCE) };
    await expect(promised("public", early)).rejects.toThrow("leaves time");
  });

  test("one person for two parties", async () => {
    await promised("operator", { committedBy: operator.accountId });
    await expect(promised("witness", { committedBy: operator.accountId })).rejects.toThrow(
      "nobody of the operator",
    );
  });

  test("a value before all three promises, another than promised, or too late", async () => {
    await promised("operator");
    await promised("witness");
    await expect(shown("operator")).rejects.toThrow("before all three");
    await promised("public");
    await expect(shown("operator", { value: new Uint8Array(32) })).rejects.toThrow("not what was promised");
    await expect(shown("operator", { revealedAt: KNOWN })).rejects.toThrow("time to show the secret is over");
    await expect(shown("public")).rejects.toThrow("cannot be known yet");
    await shown("operator");
    await expect(promised("public")).rejects.toThrow("after something was shown");
  });

  test("a value of the rule that is early, or another than the rule's", async () => {
    await promised("operator");
    const { commitment } = await promised("witness");
    await promised("public");
    const given = { isFallback: true, revealedBy: null };
    const value = valueOfTheRule(sha256, number, "witness", { root, commitment });
    await expect(shown("witness", { ...given, value })).rejects.toThrow("only this value");
    await expect(shown("witness", { ...given, revealedAt: KNOWN })).rejects.toThrow("only this value");
    await shown("witness", { ...given, value, revealedAt: KNOWN });
  });

  test("changing or removing what was promised or shown", async () => {
    await promised("operator");
    await promised("witness");
    await promised("public");
    await shown("operator");
    await expect(database().drawCommitment.deleteMany({ where: { waveId } })).rejects.toThrow("only grows");
    await expect(
      database().drawReveal.updateMany({ where: { waveId }, data: { isFallback: true } }),
    ).rejects.toThrow("only grows");
    await expect(
      database().drawList.updateMany({ where: { waveId }, data: { root: new Uint8Array(32) } }),
    ).rejects.toThrow("only grows");
  });
});
