import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { aClient, type Client, nowInSeconds, openDoor, post, send } from "../calling.ts";
import { AUTHORIZE, aBuyer, aCourse, balance, OTP, otpOf, PAYMENT, QUOTA, VOID } from "./sale.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
let course: Awaited<ReturnType<typeof aCourse>>;
let platform: Client;
/** Somebody who buys nothing, for what is refused. */
let visitor: Awaited<ReturnType<typeof aBuyer>>;

beforeAll(async () => {
  door = await openDoor();
  course = await aCourse();
  platform = await aClient(course.platformSlug, { kind: "platform" });
  visitor = await aBuyer();
});

afterAll(() => door.close());

const codes = () => ({ course_code: course.courseCode, schedule_code: course.scheduleCode });
const ask = (path: string, body: object, client = platform) => send(door.url, path, body, client);

function wanted(card: string, changes: object = {}) {
  return { prakerja_id: card, user_platform_id: "17", ...codes(), amount: course.amount, ...changes };
}

/** Authorize is signed with the value of its Authorization header, before the body. */
function authorize(token: string, body: object, { client = platform, signsToken = true } = {}) {
  const text = JSON.stringify(body);
  const timestamp = nowInSeconds();
  const value = `Payment ${token}`;
  const raw = `${client.code}${timestamp}POST${AUTHORIZE}${signsToken ? value : ""}${text}`;
  const signature = createHmac("sha1", client.key).update(raw).digest("hex");
  const headers = { client_code: client.code, signature, timestamp, authorization: value };
  return post(door.url + AUTHORIZE, text, { "content-type": "application/json", ...headers });
}

const invoice = () => `INV/${randomUUID()}`;

async function sold() {
  const buyer = await aBuyer();
  const { body } = await ask(OTP, wanted(buyer.card));
  const code = invoice();
  const answer = await authorize(body.data.payment_token, {
    ...{ otp: await otpOf(buyer.id), invoice_code: code },
    invoice_url: "https://platform.example/invoice/1",
  });
  expect(answer.body).toMatchObject({ success: true, message: "Pelatihan berhasil dibeli." });
  return { buyer, code, data: answer.body.data, token: body.data.payment_token as string };
}

describe("the quota of a schedule", () => {
  test("is the seats that are left, and one less after a sale", async () => {
    const before = await ask(QUOTA, codes());
    expect(before.body).toEqual({
      ...{ success: true, message: "OK" },
      data: { ...codes(), quota: expect.any(Number) },
    });
    await sold();
    expect((await ask(QUOTA, codes())).body.data.quota).toBe(before.body.data.quota - 1);
  });

  test.each([
    ["without a course", { course_code: "" }, "ERRPLT40036"],
    ["without a schedule", { schedule_code: undefined }, "ERRPLT40036"],
    ["with codes that do not belong together", { schedule_code: "JDW-XXXXXX" }, "ERRPLT40037"],
  ])("%s is refused", async (_, changes, code) => {
    expect(await ask(QUOTA, { ...codes(), ...changes })).toMatchObject({
      ...{ status: 400, body: { code, success: false } },
    });
  });

  test("is none of another platform's business, nor of a provider's", async () => {
    const { slug } = await database().platform.findFirstOrThrow({
      where: { slug: { not: course.platformSlug } },
    });
    const other = await aClient(slug, { kind: "platform" });
    const provider = await aClient(course.providerSlug);
    expect((await ask(QUOTA, codes(), other)).body.code).toBe("ERRPLT40037");
    expect((await ask(QUOTA, codes(), provider)).status).toBe(401);
  });
});

describe("a sale", () => {
  test("takes the price from the balance, once, and can be asked for by its invoice", async () => {
    const { buyer, code, data } = await sold();
    expect(data).toEqual({
      ...{ invoice_code: code, transaction_code: expect.stringMatching(/^TRX-/) },
      ...{ amount: course.amount, status: "SUCCESS", prakerja_name: "Sari Simulasi" },
    });
    expect(await balance(buyer.id)).toBe(1_000_000n - course.price);
    const status = await ask(PAYMENT, { invoice_code: code });
    expect(status.body.data).toEqual({
      ...data,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  test("that is confirmed again, because the answer was lost, is the same sale", async () => {
    const { buyer, code, data, token } = await sold();
    const again = await authorize(token, { otp: "000000", invoice_code: code, invoice_url: "" });
    expect(again.body.data).toEqual(data);
    expect(await balance(buyer.id)).toBe(1_000_000n - course.price);
  });

  test("that is confirmed twice at once takes the price once", async () => {
    const buyer = await aBuyer();
    const { body } = await ask(OTP, wanted(buyer.card));
    const sent = { otp: await otpOf(buyer.id), invoice_code: invoice(), invoice_url: "" };
    const answers = await Promise.all([
      authorize(body.data.payment_token, sent),
      authorize(body.data.payment_token, sent),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await balance(buyer.id)).toBe(1_000_000n - course.price);
  });

  test("is taken with a signature over the body alone, as some clients write it", async () => {
    const buyer = await aBuyer();
    const { body } = await ask(OTP, wanted(buyer.card));
    const sent = { otp: await otpOf(buyer.id), invoice_code: invoice(), invoice_url: "" };
    const answer = await authorize(body.data.payment_token, sent, { signsToken: false });
    expect(answer.status).toBe(200);
  });

  test.each([
    ["another price than it has", { amount: 1 }, "ERRPLT40011"],
    ["a card that nobody has", { prakerja_id: "9999999999999999" }, "ERRPLT40001"],
    ["a schedule of nobody", { schedule_code: "JDW-XXXXXX" }, "ERRPLT40037"],
    ["no course", { course_code: null }, "ERRPLT40036"],
    ["a price that is no number", { amount: "seratus" }, "ERRGEN40001"],
  ])("with %s is refused", async (_, changes, code) => {
    expect((await ask(OTP, wanted(visitor.card, changes))).body).toMatchObject({ code, success: false });
  });

  test("to somebody who has not finished what they bought is refused", async () => {
    const { buyer } = await sold();
    // Another body than before: the same call within one second would be answered by its receipt.
    const again = wanted(buyer.card, { user_platform_id: "18" });
    expect((await ask(OTP, again)).body.code).toBe("ERRPLT40003");
  });

  test("of the last seat to the second who asks is refused", async () => {
    const { seatsTaken, seats } = await database().courseSchedule.findUniqueOrThrow({
      where: { id: course.scheduleId },
    });
    const id = course.scheduleId;
    await database().courseSchedule.update({ where: { id }, data: { seatsTaken: seats } });
    expect((await ask(OTP, wanted(visitor.card))).body.code).toBe("ERRPLT40009");
    await database().courseSchedule.update({ where: { id }, data: { seatsTaken } });
  });

  test("a number written as text and a card written in fours are understood", async () => {
    const { card } = await aBuyer();
    const spaced = card.replace(/(\d{4})(?=\d)/g, "$1 ");
    const { status } = await ask(OTP, wanted(spaced, { amount: String(course.amount) }));
    expect(status).toBe(200);
  });
});

describe("the code from the phone", () => {
  test("that is wrong is counted, and after too many nothing helps", async () => {
    const buyer = await aBuyer();
    const { body } = await ask(OTP, wanted(buyer.card));
    const right = await otpOf(buyer.id);
    const wrong = right === "000000" ? "000001" : "000000";
    const seen: unknown[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const sent = { otp: wrong, invoice_code: invoice(), invoice_url: "" };
      seen.push((await authorize(body.data.payment_token, sent)).body.code);
    }
    expect(seen).toEqual(["ERRPLT40014", "ERRPLT40014", "ERRPLT40014", "ERRPLT40016"]);
    const late = await authorize(body.data.payment_token, {
      otp: right,
      invoice_code: invoice(),
      invoice_url: "",
    });
    expect(late.body.code).toBe("ERRPLT40016");
    expect(await balance(buyer.id)).toBe(1_000_000n);
  });

  test("is worth nothing without its token, or with another client's", async () => {
    const buyer = await aBuyer();
    const { body } = await ask(OTP, wanted(buyer.card));
    const sent = { otp: await otpOf(buyer.id), invoice_code: invoice(), invoice_url: "" };
    const other = await aClient(course.platformSlug, { kind: "platform" });
    expect((await ask(AUTHORIZE, sent)).body.code).toBe("ERRPLT40018");
    expect((await authorize("salah", sent)).body.code).toBe("ERRPLT40018");
    expect((await authorize(body.data.payment_token, sent, { client: other })).body.code).toBe("ERRPLT40018");
    expect((await authorize(body.data.payment_token, sent)).status).toBe(200);
  });

  test("is over after five minutes", async () => {
    const buyer = await aBuyer();
    const { body } = await ask(OTP, wanted(buyer.card));
    const past = addSeconds(new Date(), -1);
    await database().purchaseIntent.updateMany({
      where: { participantId: buyer.id },
      data: { createdAt: addSeconds(past, -300), expiresAt: past },
    });
    const sent = { otp: await otpOf(buyer.id), invoice_code: invoice(), invoice_url: "" };
    expect((await authorize(body.data.payment_token, sent)).body.code).toBe("ERRPLT40020");
  });

  test("does not sell under an invoice that was used", async () => {
    const { code } = await sold();
    const buyer = await aBuyer();
    const { body } = await ask(OTP, wanted(buyer.card));
    const sent = { otp: await otpOf(buyer.id), invoice_code: code, invoice_url: "" };
    expect((await authorize(body.data.payment_token, sent)).body.code).toBe("ERRPLT40021");
    expect(await balance(buyer.id)).toBe(1_000_000n);
  });
});

describe("a sale that is undone", () => {
  test("gives the money and the seat back at once, and says so by its invoice", async () => {
    const { buyer, code, data } = await sold();
    const before = await ask(QUOTA, codes());
    const voided = await ask(VOID, { invoice_code: code, transaction_code: data.transaction_code });
    expect(voided.body).toMatchObject({ success: true, message: "Transaksi berhasil dibatalkan." });
    expect(await balance(buyer.id)).toBe(1_000_000n);
    expect((await ask(QUOTA, codes())).body.data.quota).toBe(before.body.data.quota + 1);
    expect((await ask(PAYMENT, { invoice_code: code })).body.data.status).toBe("VOID");
  });

  test("twice is refused with the published words", async () => {
    const { code, data } = await sold();
    const sent = { invoice_code: code, transaction_code: data.transaction_code };
    await ask(VOID, sent);
    // A second later: the same call in the same second would be the same call.
    const again = await send(door.url, VOID, { ...sent, note: "lagi" }, platform);
    expect(again.body).toEqual({
      ...{ code: "ERRPLT40028", success: false },
      message: "Transaksi sudah dibatalkan sebelumnya.",
    });
  });

  test.each([
    ["an unknown transaction", { transaction_code: "TRX-TIDAKADA" }],
    ["an unknown invoice", { invoice_code: "INV-TIDAKADA" }],
  ])("with %s is refused with the published words", async (_, changes) => {
    const { code, data } = await sold();
    const answer = await ask(VOID, {
      ...{ invoice_code: code, transaction_code: data.transaction_code },
      ...changes,
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: "ERRVOD40001", message: "Kode transaksi tidak ditemukan." },
    });
  });

  test("after the code was used is refused", async () => {
    const { code, data } = await sold();
    await database().purchase.updateMany({
      where: { invoiceCode: code },
      data: { status: "redeemed", redeemedAt: new Date() },
    });
    const answer = await ask(VOID, { invoice_code: code, transaction_code: data.transaction_code });
    expect(answer.body.code).toBe("ERRPLT40030");
  });
});

test("an invoice of nobody is refused", async () => {
  expect((await ask(PAYMENT, { invoice_code: "INV-TIDAKADA" })).body.code).toBe("ERRPLT40027");
});
