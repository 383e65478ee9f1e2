import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitor } from "#authorization/actor.ts";
import { findPresencePage } from "#features/partner-api/queries/presence.ts";
import { confirmPresence, confirmSandboxPresence } from "#features/partner-api/use-cases/confirm-presence.ts";
import { sendPresenceCode } from "#features/partner-api/use-cases/send-presence-code.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import {
  aClient,
  aPurchase,
  BACK,
  type Client,
  GENERATE,
  gatherRecipients,
  openDoor,
  providerOf,
  STATUS,
  send,
} from "./calling.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
let client: Client;
beforeAll(async () => {
  door = await openDoor();
  await gatherRecipients(16);
});
afterAll(() => door.close());

type Asked = {
  readonly state: string;
  readonly participantId: ParticipantId;
  readonly redeemCode: string;
  readonly purchaseId: string;
};

/** A provider asked a buyer to show presence at the first part. */
async function anAddress(changes: object = {}): Promise<Asked> {
  client = await aClient(await providerOf());
  const bought = await aPurchase();
  const email = `${bought.redeemCode}@example.com`;
  const body = { redeem_code: bought.redeemCode, redirect_uri: `${BACK}?kelas=7`, email, ...changes };
  const { body: said } = await send(door.url, GENERATE, body, client);
  return { ...bought, state: String(said.data.state) };
}

const as = (participantId: ParticipantId) => ({ role: "participant", participantId }) as const;
const at = (moment?: Date) => (moment ? { now: moment } : {});
const ask = ({ state, participantId }: Asked, now?: Date) =>
  inOneTransaction(as(participantId), (work) => sendPresenceCode(work, { state }), at(now));
const confirm = ({ state, participantId }: Asked, digits: string, now?: Date) =>
  inOneTransaction(as(participantId), (work) => confirmPresence(work, { state, digits }), at(now));
const page = (state: string, participantId: ParticipantId | null, changes: object = {}) =>
  findPresencePage(state, { participantId, hasJustConfirmed: false, now: new Date(), ...changes });
async function lastDigits(holderId: string): Promise<string> {
  const code = await database().oneTimeCode.findFirstOrThrow({
    where: { holderId, purpose: "presence" },
    orderBy: { createdAt: "desc" },
  });
  return digitsOf(code.id);
}
const status = async (redeem_code: string, sequence = 1) =>
  (await send(door.url, STATUS, { redeem_code, sequence }, client)).body.data;

describe("a participant who shows presence", () => {
  test("signs in, types the code that came, is present, and the code of the training is used", async () => {
    const asked = await anAddress();
    expect(await page(asked.state, null)).toEqual({ kind: "sign-in" });
    expect(await page(asked.state, asked.participantId)).toMatchObject({
      kind: "open",
      isSandbox: false,
      sequence: 1,
      channel: "email",
    });
    expect((await ask(asked)).ok).toBe(true);
    expect(await confirm(asked, await lastDigits(asked.participantId))).toMatchObject({ ok: true });
    expect(await status(asked.redeemCode)).toMatchObject({ status: 1, attendance_status: 1 });
    const done = await page(asked.state, asked.participantId, { hasJustConfirmed: true });
    expect(done).toEqual({
      kind: "done",
      isPresent: true,
      goOn: `${BACK}?kelas=7&state=${asked.state}&redeem_code=${asked.redeemCode}&sequence=1&status=1`,
    });
  });

  test("and comes to the next part keeps the moment at which the code was used", async () => {
    const first = await anAddress();
    await ask(first);
    await confirm(first, await lastDigits(first.participantId));
    const { redeem_at } = await status(first.redeemCode);
    const body = {
      redeem_code: first.redeemCode,
      redirect_uri: BACK,
      email: `${first.redeemCode}@example.com`,
      sequence: 2,
    };
    const state = String((await send(door.url, GENERATE, body, client)).body.data.state);
    const second = { ...first, state };
    const later = addSeconds(new Date(), 120);
    await ask(second, later);
    expect((await confirm(second, await lastDigits(first.participantId), later)).ok).toBe(true);
    expect(await status(first.redeemCode, 2)).toMatchObject({ attendance_status: 1, redeem_at });
  });
});

describe("presence is not shown", () => {
  test("by a wrong code, which is counted", async () => {
    const asked = await anAddress();
    await ask(asked);
    const right = await lastDigits(asked.participantId);
    const wrong = right === "000000" ? "000001" : "000000";
    expect(await confirm(asked, wrong)).toMatchObject({
      ok: false,
      refusal: { code: "code-wrong", left: 3 },
    });
    expect(await confirm(asked, wrong)).toMatchObject({ refusal: { code: "code-wrong", left: 2 } });
    expect(await status(asked.redeemCode)).toMatchObject({ status: 0, attendance_status: 0 });
    expect((await confirm(asked, right)).ok).toBe(true);
  });

  test("without a code", async () => {
    expect(await confirm(await anAddress(), "123456")).toMatchObject({ refusal: { code: "code-expired" } });
  });

  test("by somebody else who is signed in", async () => {
    const asked = await anAddress();
    const other = await aPurchase();
    expect(await page(asked.state, other.participantId)).toEqual({
      kind: "closed",
      reason: "foreign",
      back: null,
    });
    const foreign = { ...asked, participantId: other.participantId };
    expect(await ask(foreign)).toMatchObject({ refusal: { code: "presence-foreign" } });
    expect(await confirm(foreign, "123456")).toMatchObject({ refusal: { code: "presence-foreign" } });
  });

  test("after a quarter of an hour", async () => {
    const asked = await anAddress();
    const late = addSeconds(new Date(), 901);
    expect(await page(asked.state, asked.participantId, { now: late })).toMatchObject({
      kind: "closed",
      reason: "expired",
    });
    expect(await ask(asked, late)).toMatchObject({ refusal: { code: "presence-expired" } });
    expect(await confirm(asked, "123456", late)).toMatchObject({ refusal: { code: "presence-expired" } });
  });

  test("twice at one address, nor twice at one part by two addresses at once", async () => {
    const asked = await anAddress();
    const body = {
      redeem_code: asked.redeemCode,
      redirect_uri: BACK,
      email: `${asked.redeemCode}@example.com`,
      sequence: 1,
    };
    const other = { ...asked, state: String((await send(door.url, GENERATE, body, client)).body.data.state) };
    await ask(asked);
    const digits = await lastDigits(asked.participantId);
    const both = await Promise.all([confirm(asked, digits), confirm(other, digits)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [used, open] = both[0].ok ? [asked, other] : [other, asked];
    expect(await confirm(used, digits)).toMatchObject({ refusal: { code: "presence-used" } });
    expect(await confirm(open, digits)).toMatchObject({ refusal: { code: "ERRRDM40011" } });
    expect(await page(used.state, asked.participantId)).toMatchObject({ kind: "closed", reason: "used" });
    expect(await database().attendance.count({ where: { purchaseId: asked.purchaseId } })).toBe(1);
  });

  test("once the purchase was cancelled meanwhile", async () => {
    const asked = await anAddress();
    await database().purchase.update({
      where: { id: asked.purchaseId },
      data: { status: "cancelled", cancelledAt: new Date(), cancelCause: "participant" },
    });
    expect(await confirm(asked, "123456")).toMatchObject({ refusal: { code: "ERRRDM40005" } });
  });

  test.each(["bukan", "018f0000-0000-7000-8000-000000000000"])("at the address %s", async (state) => {
    expect(await page(state, null)).toEqual({ kind: "closed", reason: "unknown", back: null });
  });
});

describe("a training code", () => {
  async function aTraining(code: string): Promise<string> {
    client = await aClient(await providerOf());
    const body = { redeem_code: code, redirect_uri: BACK, email: "coba@example.com" };
    return String((await send(door.url, GENERATE, body, client)).body.data.state);
  }
  const press = (state: string) =>
    inOneTransaction(visitor, (work) => confirmSandboxPresence(work, { state }));

  test("asks nobody to sign in, and shows presence by one press", async () => {
    const state = await aTraining("PRAT-BARU");
    expect(await page(state, null)).toMatchObject({
      kind: "open",
      isSandbox: true,
      training: null,
      channel: null,
    });
    expect((await press(state)).ok).toBe(true);
    expect(await status("PRAT-BARU")).toMatchObject({ status: 1, attendance_status: 1 });
    expect(await page(state, null, { hasJustConfirmed: true })).toMatchObject({
      kind: "done",
      isPresent: true,
    });
    expect(await press(state)).toMatchObject({ refusal: { code: "presence-used" } });
  });

  test("PRAT-BELUM leads back with status 0", async () => {
    const state = await aTraining("PRAT-BELUM");
    await press(state);
    expect(await status("PRAT-BELUM")).toMatchObject({ status: 0, attendance_status: 0 });
    expect(await page(state, null, { hasJustConfirmed: true })).toMatchObject({
      kind: "done",
      isPresent: false,
      goOn: expect.stringContaining("status=0"),
    });
  });

  test("is no way to somebody's presence", async () => {
    const asked = await anAddress();
    expect(await press(asked.state)).toMatchObject({ refusal: { code: "presence-foreign" } });
    expect(await status(asked.redeemCode)).toMatchObject({ attendance_status: 0 });
  });
});

test("an address that was used is used for ever, whatever a program does", async () => {
  const asked = await anAddress();
  await database().presenceRequest.update({
    where: { id: asked.state },
    data: { usedAt: addSeconds(new Date(), 1) },
  });
  await expect(
    database().presenceRequest.update({ where: { id: asked.state }, data: { usedAt: null } }),
  ).rejects.toThrow(/used once/);
});
