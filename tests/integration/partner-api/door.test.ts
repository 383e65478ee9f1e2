import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetClients } from "#features/partner-api/queries/clients.ts";
import { database } from "#platform/db/client.ts";
import {
  aClient,
  aPurchase,
  type Client,
  COMMIT,
  callsOf,
  GENERATE,
  gatherRecipients,
  nowInSeconds,
  openDoor,
  post,
  providerOf,
  RESET,
  STATUS,
  send,
  sendStrong,
} from "./calling.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
let client: Client;
beforeAll(async () => {
  door = await openDoor();
  await gatherRecipients(4);
});
afterAll(() => door.close());

async function aProvider(): Promise<Client> {
  return aClient(await providerOf());
}
const shifted = (seconds: number) => String(Number(nowInSeconds()) + seconds);

describe("a call that is in order", () => {
  test("is answered in the envelope, and written into the log without personal data", async () => {
    client = await aProvider();
    const { redeemCode } = await aPurchase();
    const said = await send(door.url, STATUS, { redeem_code: redeemCode, sequence: 1 }, client);
    expect(said.status).toBe(200);
    expect(said.body).toMatchObject({
      success: true,
      message: "OK",
      data: { redeem_code: redeemCode, status: 0 },
    });
    const [call, ...more] = await callsOf(client.code);
    expect(more).toEqual([]);
    expect(call).toMatchObject({ path: STATUS, status: 200, code: "OK", message: "OK", subject: redeemCode });
  });

  test("may come with two slashes in front and a query behind", async () => {
    client = await aProvider();
    const text = '{"redeem_code":"PRAT-BARU"}';
    const timestamp = nowInSeconds();
    const signed = await send(door.url, STATUS, text, client, { timestamp });
    expect(signed.status).toBe(200);
    const { createHmac } = await import("node:crypto");
    const signature = createHmac("sha1", client.key)
      .update(`${client.code}${timestamp}POST${STATUS}${text}`)
      .digest("hex");
    const headers = {
      "Content-Type": "application/json; charset=utf-8",
      Client_Code: client.code,
      SIGNATURE: signature,
      Timestamp: timestamp,
    };
    expect((await post(`${door.url}/${STATUS}?x=1`, text, headers)).status).toBe(200);
  });

  test("counts by the key before until that ends", async () => {
    const owner = await providerOf();
    const soon = await aClient(owner, {
      former: { key: "kunci-lama", until: new Date(Date.now() + 60_000) },
    });
    expect(
      (await send(door.url, STATUS, { redeem_code: "PRAT-BARU" }, soon, { key: "kunci-lama" })).status,
    ).toBe(200);
    const over = await aClient(owner, {
      former: { key: "kunci-lama", until: new Date(Date.now() - 60_000) },
    });
    expect(
      (await send(door.url, STATUS, { redeem_code: "PRAT-BARU" }, over, { key: "kunci-lama" })).body.code,
    ).toBe("ERRGEN40102");
  });
});

describe("a call that is not in order is refused as JSON with its code", () => {
  const good = { redeem_code: "PRAT-BARU" };
  const over = `{"redeem_code":"PRAT-BARU","x":"${"x".repeat(70_000)}"}`;

  test.each([
    ["of nobody known", 401, "ERRGEN40101", () => send(door.url, STATUS, good, { ...client, code: "siapa" })],
    [
      "that does not say who calls",
      401,
      "ERRGEN40101",
      () => send(door.url, STATUS, good, client, { without: ["client_code"] }),
    ],
    ["signed with another key", 401, "ERRGEN40102", () => send(door.url, STATUS, good, client, { key: "x" })],
    [
      "without a signature",
      401,
      "ERRGEN40102",
      () => send(door.url, STATUS, good, client, { without: ["signature"] }),
    ],
    [
      "from six minutes ago",
      401,
      "ERRGEN40103",
      () => send(door.url, STATUS, good, client, { timestamp: shifted(-360) }),
    ],
    [
      "from six minutes ahead",
      401,
      "ERRGEN40103",
      () => send(door.url, STATUS, good, client, { timestamp: shifted(360) }),
    ],
    [
      "dated in milliseconds",
      401,
      "ERRGEN40103",
      () => send(door.url, STATUS, good, client, { timestamp: String(Date.now()) }),
    ],
    [
      "without a timestamp",
      401,
      "ERRGEN40103",
      () => send(door.url, STATUS, good, client, { without: ["timestamp"] }),
    ],
    ["that is no JSON", 400, "ERRGEN40001", () => send(door.url, STATUS, "{redeem_code", client)],
    ["that is a list", 400, "ERRGEN40001", () => send(door.url, STATUS, "[]", client)],
    ["without a body", 400, "ERRGEN40001", () => send(door.url, STATUS, "", client)],
    ["without its field", 400, "ERRGEN40001", () => send(door.url, STATUS, {}, client)],
    [
      "with a number for a code",
      400,
      "ERRGEN40001",
      () => send(door.url, STATUS, { redeem_code: 7 }, client),
    ],
    [
      "with a zero byte in it",
      400,
      "ERRGEN40001",
      () => send(door.url, STATUS, '{"redeem_code":"a\\u0000"}', client),
    ],
    [
      "as a form",
      415,
      "ERRGEN40001",
      () =>
        send(door.url, STATUS, good, client, {
          headers: { "content-type": "application/x-www-form-urlencoded" },
        }),
    ],
    ["by GET", 405, "ERRGEN40001", () => send(door.url, STATUS, good, client, { method: "GET" })],
    ["by PUT", 405, "ERRGEN40001", () => send(door.url, STATUS, good, client, { method: "PUT" })],
    [
      "to an address that is none",
      404,
      "ERRGEN40001",
      () => send(door.url, "/api/v1/integration/nothing", good, client),
    ],
    ["longer than 64 KiB", 413, "ERRGEN40001", () => send(door.url, STATUS, over, client)],
  ] as const)("%s", async (_, status, code, call) => {
    client = await aProvider();
    const said = await call();
    expect(said.status).toBe(status);
    expect(said.body).toEqual({ success: false, code, message: expect.stringMatching(/\S/) });
    expect(said.headers.get("content-type")).toMatch(/^application\/json/);
  });

  test("a field that is missing is named", async () => {
    client = await aProvider();
    expect(
      (await send(door.url, GENERATE, { redeem_code: "PRAT-BARU", email: "a@example.com" }, client)).body
        .message,
    ).toContain("redirect_uri");
  });

  test("a platform's system may not ask for what providers ask", async () => {
    const platform = await aClient("any", { kind: "platform" });
    expect((await send(door.url, STATUS, good, platform)).body.code).toBe("ERRGEN40101");
  });

  test("a client whose keys were taken back is nobody any more", async () => {
    client = await aProvider();
    await database().partnerClient.update({ where: { code: client.code }, data: { revokedAt: new Date() } });
    forgetClients();
    expect((await send(door.url, STATUS, good, client)).body.code).toBe("ERRGEN40101");
  });

  test("a refused call stands in the log with its reason", async () => {
    client = await aProvider();
    await send(door.url, STATUS, good, client, { key: "x" });
    expect(await callsOf(client.code)).toMatchObject([{ status: 401, code: "ERRGEN40102", subject: null }]);
  });
});

describe("a call that changes something and comes again", () => {
  test("is answered from the first result, as many as come at once", async () => {
    client = await aProvider();
    const { redeemCode, purchaseId } = await aPurchase();
    const timestamp = nowInSeconds();
    const commit = () => send(door.url, COMMIT, { redeem_code: redeemCode }, client, { timestamp });
    const answers = await Promise.all(Array.from({ length: 6 }, commit));
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect(answers[0]?.status).toBe(200);
    expect((await commit()).body).toEqual(answers[0]?.body);
    const later = await send(door.url, COMMIT, { redeem_code: redeemCode }, client, {
      timestamp: shifted(1),
    });
    expect(later.body.code).toBe("ERRRDM40006");
    const bought = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    expect(bought.status).toBe("redeemed");
  });

  test("keeps its refusal too", async () => {
    client = await aProvider();
    const { redeemCode, purchaseId } = await aPurchase({ redeemFrom: new Date(Date.now() + 3_600_000) });
    const timestamp = nowInSeconds();
    const commit = () => send(door.url, COMMIT, { redeem_code: redeemCode }, client, { timestamp });
    expect((await commit()).body.code).toBe("ERRRDM40007");
    await database().purchase.update({ where: { id: purchaseId }, data: { redeemFrom: new Date(0) } });
    expect((await commit()).body.code).toBe("ERRRDM40007");
  });

  test("of another client with the same moment is another call", async () => {
    const owner = await providerOf();
    const [one, two] = [await aClient(owner), await aClient(owner)];
    const timestamp = nowInSeconds();
    const body = { redeem_code: "PRAT-BARU" };
    expect((await send(door.url, COMMIT, body, one, { timestamp })).status).toBe(200);
    expect((await send(door.url, COMMIT, body, two, { timestamp })).status).toBe(200);
  });

  test("is written into the audit once", async () => {
    client = await aProvider();
    const timestamp = nowInSeconds();
    for (let turn = 0; turn < 2; turn += 1)
      await send(door.url, RESET, { redeem_code: "PRAT-BARU" }, client, { timestamp });
    const rows = await database().auditEvent.findMany({
      where: { subject: `partner-client:${client.code}` },
    });
    expect(rows).toMatchObject([{ action: "partner-call", details: { path: RESET, code: "PRAT-BARU" } }]);
  });
});

describe("the stronger scheme", () => {
  test("tells two calls of one second apart, and answers a nonce that comes again from the first result", async () => {
    client = await aProvider();
    const body = { redeem_code: "PRAT-BARU" };
    const [one, two] = [randomUUID(), randomUUID()];
    expect((await sendStrong(door.url, COMMIT, body, client, one)).status).toBe(200);
    expect((await sendStrong(door.url, COMMIT, body, client, two)).body.code).toBe("ERRRDM40006");
  });

  test("refuses a nonce that was used for something else, and one that is too short", async () => {
    client = await aProvider();
    const nonce = randomUUID();
    expect((await sendStrong(door.url, COMMIT, { redeem_code: "PRAT-SATU" }, client, nonce)).status).toBe(
      200,
    );
    expect((await sendStrong(door.url, COMMIT, { redeem_code: "PRAT-DUA" }, client, nonce)).body.code).toBe(
      "ERRGEN40102",
    );
    expect((await sendStrong(door.url, COMMIT, { redeem_code: "PRAT-DUA" }, client, "short")).body.code).toBe(
      "ERRGEN40102",
    );
  });
});

test("a client may call 60 times a minute and as often again at a burst, then it is told when to come back", async () => {
  client = await aProvider();
  const other = await aProvider();
  const statuses: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(door.url, STATUS, { redeem_code: "PRAT-BARU" }, client)),
    );
    statuses.push(...answers.map(({ status }) => status));
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  const over = await send(door.url, STATUS, { redeem_code: "PRAT-BARU" }, client);
  expect(over.status).toBe(429);
  expect(over.body.code).toBe("ERRGEN42901");
  expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await send(door.url, STATUS, { redeem_code: "PRAT-BARU" }, other)).status).toBe(200);
  expect((await callsOf(client.code)).length).toBe(121);
});
