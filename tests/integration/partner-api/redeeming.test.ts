import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "#platform/db/client.ts";
import {
  aClient,
  aCourseElsewhere,
  aPurchase,
  BACK,
  type Client,
  COMMIT,
  GENERATE,
  gatherRecipients,
  nowInSeconds,
  openDoor,
  providerOf,
  RESET,
  STATUS,
  send,
} from "./calling.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  door = await openDoor();
  await gatherRecipients(26);
});
afterAll(() => door.close());

const provider = async (): Promise<Client> => aClient(await providerOf());
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const email = "peserta@example.com";
const attend = (purchaseId: string, ...sequences: number[]) =>
  database().attendance.createMany({
    data: sequences.map((sequence) => ({ purchaseId, sequence, verifiedAt: new Date(), proof: "code" })),
  });

describe("the status of a code", () => {
  let redeemCode: string | undefined;

  test("tells all that the document names, with numbers as numbers", async () => {
    const client = await provider();
    const { redeemCode, purchaseId } = await aPurchase();
    const bought = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const course = await database().course.findUniqueOrThrow({ where: { id: bought.courseId } });
    const schedule = await database().courseSchedule.findUniqueOrThrow({ where: { id: bought.scheduleId } });
    const { body } = await send(door.url, STATUS, { redeem_code: redeemCode.toLowerCase() }, client);
    expect(body.data).toEqual({
      redeem_code: redeemCode,
      course_code: course.code,
      invoice_code: bought.invoiceCode,
      schedule_code: schedule.code,
      status: 0,
      attendance_status: 0,
      redeem_at: null,
      dp_platform: bought.platformSlug,
      schedule_start_end: "",
      course_type: 1,
      course_type_label: "self-paced",
      course_learning_method: "online",
      is_online_attendance: true,
      sequence: 1,
    });
  });

  test("tells presence part by part, and when the code was used", async () => {
    const client = await provider();
    const { redeemCode, purchaseId } = await aPurchase({
      status: "redeemed",
      redeemedAt: new Date("2026-11-24T01:02:03.456Z"),
    });
    await attend(purchaseId, 1, 999);
    const ask = async (sequence: unknown) =>
      (await send(door.url, STATUS, { redeem_code: redeemCode, sequence }, client)).body.data;
    expect(await ask(1)).toMatchObject({
      status: 1,
      attendance_status: 1,
      redeem_at: "2026-11-24T01:02:03Z",
    });
    expect(await ask(2)).toMatchObject({ status: 1, attendance_status: 0, sequence: 2 });
    expect(await ask(999)).toMatchObject({ attendance_status: 1, sequence: 999 });
    expect(await ask("2")).toMatchObject({ sequence: 2 });
    expect(await ask(null)).toMatchObject({ sequence: 1 });
  });

  test.each([0, -1, 11, 998, 1000, 1.5, "x", true, {}, []])("sequence %j is none", async (sequence) => {
    redeemCode ??= (await aPurchase()).redeemCode;
    const { status, body } = await send(
      door.url,
      STATUS,
      { redeem_code: redeemCode, sequence },
      await provider(),
    );
    expect([status, body.code]).toEqual([400, "ERRRDM40008"]);
  });
});

describe("every reason of the document, on each address where it can arise", () => {
  type Case = readonly [code: string, situation: string, spoil: () => Promise<{ redeemCode: string }>];
  const everywhere: readonly Case[] = [
    ["ERRRDM40001", "the code is unknown", async () => ({ redeemCode: "TIDAKADA01" })],
    ["ERRRDM40003", "the code is of another provider", async () => aPurchase({}, await aCourseElsewhere())],
    ["ERRRDM40004", "the membership was revoked", async () => aPurchase({ status: "forfeited" })],
    [
      "ERRRDM40004",
      "the provider called the schedule off",
      async () => aPurchase({ status: "cancelled", cancelledAt: new Date(), cancelCause: "schedule" }),
    ],
    [
      "ERRRDM40005",
      "the purchase was cancelled",
      async () => aPurchase({ status: "cancelled", cancelledAt: new Date(), cancelCause: "participant" }),
    ],
  ];
  test.each(everywhere)("%s: %s", async (code, _, spoil) => {
    const client = await provider();
    const { redeemCode } = await spoil();
    const body = { redeem_code: redeemCode, redirect_uri: BACK, email, sequence: 1, scope: "tpm" };
    for (const path of [STATUS, COMMIT, GENERATE, "/api/v1/integration/tpm/submission/status"]) {
      const said = await send(door.url, path, body, client);
      expect([path, said.status, said.body.code]).toEqual([path, 400, code]);
    }
  });

  test("ERRRDM40006 and 40007: a code is declared used once, in its window", async () => {
    const client = await provider();
    const { redeemCode, purchaseId } = await aPurchase();
    const commit = (code: string) =>
      send(door.url, COMMIT, { redeem_code: code }, client, {
        timestamp: String(Number(nowInSeconds()) + turn++),
      });
    let turn = 0;
    const first = await commit(redeemCode);
    const { courseId } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const { code } = await database().course.findUniqueOrThrow({ where: { id: courseId } });
    expect(first.body).toEqual({
      success: true,
      message: "OK",
      data: { redeem_code: redeemCode, course_code: code, status: 1 },
    });
    expect((await commit(redeemCode)).body.code).toBe("ERRRDM40006");
    expect((await commit((await aPurchase({ redeemFrom: hours(1) })).redeemCode)).body.code).toBe(
      "ERRRDM40007",
    );
    expect(
      (await commit((await aPurchase({ redeemFrom: hours(-3), redeemBy: hours(-1) })).redeemCode)).body.code,
    ).toBe("ERRRDM40007");
    expect((await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } })).status).toBe(
      "redeemed",
    );
  });

  test("ERRRDM40013: a real code is not set back", async () => {
    const { redeemCode } = await aPurchase();
    expect((await send(door.url, RESET, { redeem_code: redeemCode }, await provider())).body.code).toBe(
      "ERRRDM40013",
    );
  });
});

describe("an address for presence", () => {
  const generate = (client: Client, body: object) =>
    send(door.url, GENERATE, { redirect_uri: BACK, email: `${randomUUID()}@example.com`, ...body }, client);

  test("is made for the first part of a training, and leads to a page of the portal", async () => {
    const client = await provider();
    const { redeemCode, purchaseId } = await aPurchase();
    const { status, body } = await generate(client, {
      redeem_code: redeemCode,
      redirect_uri: `${BACK}?a=1%202&b=x`,
    });
    expect(status).toBe(200);
    expect(body.data.url).toBe(`${process.env.APP_URL}/kehadiran/${body.data.state}`);
    expect(body.data.course).toEqual({ type: 1, learning_method: "online" });
    const request = await database().presenceRequest.findUniqueOrThrow({ where: { id: body.data.state } });
    expect(request).toMatchObject({
      purchaseId,
      sequence: 1,
      redirectUri: `${BACK}?a=1%202&b=x`,
      usedAt: null,
    });
    expect(request.expiresAt.getTime() - request.createdAt.getTime()).toBe(900_000);
  });

  test.each([
    ["ERRRDM40008", { sequence: 11 }],
    ["ERRRDM40010", { redirect_uri: "https://lembaga.example/lain" }],
    ["ERRRDM40010", { redirect_uri: "https://lembaga.example.jahat.example/kembali" }],
    ["ERRRDM40010", { redirect_uri: `${BACK}/` }],
    ["ERRRDM40010", { redirect_uri: `${BACK}#x` }],
    ["ERRRDM40012", { sequence: 2 }],
    ["ERRRDM40012", { sequence: 999 }],
    ["ERRGEN40001", { email: "bukan e-mail" }],
    ["ERRGEN40001", { redirect_uri: "javascript:alert(1)" }],
  ])("%s: %j", async (code, spoiled) => {
    const { redeemCode } = await aPurchase();
    expect((await generate(await provider(), { redeem_code: redeemCode, ...spoiled })).body.code).toBe(code);
  });

  test("ERRRDM40007: outside the window of a code that was not used yet", async () => {
    const { redeemCode } = await aPurchase({ redeemFrom: hours(2) });
    expect((await generate(await provider(), { redeem_code: redeemCode })).body.code).toBe("ERRRDM40007");
  });

  test("ERRRDM40011: a part at which presence was shown; the next one is open, and no later one", async () => {
    const client = await provider();
    const { redeemCode, purchaseId } = await aPurchase({
      status: "redeemed",
      redeemedAt: new Date(),
      redeemBy: hours(-1),
      redeemFrom: hours(-9),
    });
    await attend(purchaseId, 1);
    const codes: unknown[] = [];
    for (const sequence of [1, 2, 3, 999])
      codes.push((await generate(client, { redeem_code: redeemCode, sequence })).body.code);
    expect(codes).toEqual(["ERRRDM40011", undefined, "ERRRDM40012", undefined]);
  });

  test("ERRRDM40009: an e-mail address serves one buyer of a training", async () => {
    const client = await provider();
    const one = await aPurchase();
    const two = await aPurchase();
    const mine = `satu-${one.redeemCode}@example.com`;
    expect((await generate(client, { redeem_code: one.redeemCode, email: mine })).status).toBe(200);
    expect((await generate(client, { redeem_code: one.redeemCode, email: mine.toUpperCase() })).status).toBe(
      200,
    );
    expect(
      (await generate(client, { redeem_code: two.redeemCode, email: ` ${mine}`.trim() })).body.code,
    ).toBe("ERRRDM40009");
  });

  test("ERRRDM40002: at a place presence is declared by the trainer, and a webinar has one part and its test", async () => {
    const client = await provider();
    const ask = async (code: string, sequence: number) =>
      (await generate(client, { redeem_code: code, sequence })).body.code;
    expect(await ask("PRAT-TATAPMUKA", 1)).toBe("ERRRDM40002");
    expect(await ask("PRAT-WEBINAR", 1)).toBeUndefined();
    expect(await ask("PRAT-WEBINAR", 2)).toBe("ERRRDM40002");
  });
});
