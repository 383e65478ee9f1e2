import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkTaskFilesDue } from "#features/partner-api/use-cases/check-task-files.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import {
  aClient,
  aPurchase,
  type Client,
  FEEDBACK,
  gatherRecipients,
  openDoor,
  providerOf,
  SUBMIT,
  send,
  TASK_STATUS,
} from "./calling.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
let client: Client;
let redeemCode: string;
let files: string;
const asked: string[] = [];

/** The provider's store of files, on this machine as in the demo. */
const store: RequestListener = (request, response) => {
  const path = request.url ?? "";
  asked.push(path);
  const answers: Readonly<Record<string, () => void>> = {
    "/tugas.pdf": () => void response.end("%PDF-1.7"),
    "/pindah": () => void response.writeHead(302, { location: "/tugas.pdf" }).end(),
    "/pindah-ke-dalam": () => void response.writeHead(302, { location: "http://10.0.0.7/rahasia" }).end(),
    "/berputar": () => void response.writeHead(302, { location: "/berputar" }).end(),
    "/kosong": () => void response.end(),
    "/besar": () => void response.writeHead(200, { "content-length": 11_000_000 }).end(),
    "/sakit": () => void response.writeHead(503).end(),
  };
  (answers[path.split("?", 1)[0] ?? ""] ?? (() => void response.writeHead(404).end()))();
};
const server = createServer(store);

beforeAll(async () => {
  door = await openDoor();
  await gatherRecipients(20);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  files = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await door.close();
});

/** Another person's training; what other tests left waiting for the worker waits no longer. */
async function begin() {
  const left = { status: 3, failure: "left", checkedAt: new Date() };
  await database().taskRecord.updateMany({ where: { status: 1 }, data: left });
  client = await aClient(await providerOf());
  ({ redeemCode } = await aPurchase({ status: "redeemed", redeemedAt: new Date() }));
}
const place = (changes: object = {}) => ({ redeem_code: redeemCode, scope: "tpm", sequence: 1, ...changes });
const statusOf = async (changes: object = {}) =>
  (await send(door.url, TASK_STATUS, place(changes), client)).body.data;
const work = (now = new Date()) => checkTaskFilesDue(now, { allowsLoopback: true });

describe("a task", () => {
  test("is pending until the worker has fetched its file, then it succeeded", async () => {
    await begin();
    expect(await statusOf()).toEqual({
      assignment: { redeem_code: redeemCode, scope: "tpm", sequence: 1, status: 0 },
      feedback: { redeem_code: redeemCode, scope: "tpm", sequence: 1, status: 0 },
    });
    const url = `${files}/tugas.pdf?kunci=${"x".repeat(900)}`;
    const { status, body } = await send(door.url, SUBMIT, place({ url_file: url }), client);
    expect(status).toBe(200);
    expect(body.data).toEqual({ ...place(), id: expect.any(String), url_file: url, status: 1 });
    expect((await statusOf()).assignment.status).toBe(1);
    expect(await work()).toBe(1);
    expect((await statusOf()).assignment.status).toBe(2);
    expect(await work()).toBe(0);
  });

  test.each([
    ["/pindah", 2],
    ["/tidak-ada", 3],
    ["/kosong", 3],
    ["/besar", 3],
    ["/pindah-ke-dalam", 3],
    ["/berputar", 3],
  ])("whose file is at %s ends as %i", async (path, status) => {
    await begin();
    await send(door.url, SUBMIT, place({ url_file: files + path }), client);
    await work();
    expect((await statusOf()).assignment.status).toBe(status);
  });

  test("whose file is away for a moment is tried again, and fails after a quarter of an hour", async () => {
    await begin();
    await send(door.url, SUBMIT, place({ url_file: `${files}/sakit` }), client);
    const now = new Date();
    expect(await work(now)).toBe(1);
    expect(await work(addSeconds(now, 30))).toBe(0);
    expect(await work(addSeconds(now, 90))).toBe(1);
    expect((await statusOf()).assignment.status).toBe(1);
    expect(await work(addSeconds(now, 1_000))).toBe(1);
    expect((await statusOf()).assignment.status).toBe(3);
    const [row] = await database().taskRecord.findMany({ where: { redeemCode } });
    expect(row?.failure).toBe("status-503");
  });

  test("is fetched by one worker only", async () => {
    await begin();
    await send(door.url, SUBMIT, place({ url_file: `${files}/tugas.pdf?satu` }), client);
    const counts = await Promise.all([work(), work(), work()]);
    expect(counts.toSorted()).toEqual([0, 0, 1]);
    expect(asked.filter((path) => path === "/tugas.pdf?satu")).toHaveLength(1);
  });

  test("counts by its latest, and the showcase is 999 of its own scope", async () => {
    await begin();
    await send(
      door.url,
      SUBMIT,
      place({ scope: "uk", sequence: 999, url_file: `${files}/tidak-ada` }),
      client,
    );
    await work();
    expect((await statusOf({ scope: "uk", sequence: 999 })).assignment.status).toBe(3);
    await send(
      door.url,
      SUBMIT,
      place({ scope: "uk", sequence: 999, url_file: `${files}/tugas.pdf` }),
      client,
    );
    await work();
    expect((await statusOf({ scope: "uk", sequence: "999" })).assignment.status).toBe(2);
    expect((await statusOf()).assignment.status).toBe(0);
  });
});

describe("feedback", () => {
  test("follows a task, needs notes, and a file only where one is sent", async () => {
    await begin();
    const feedback = (body: object) => send(door.url, FEEDBACK, place(body), client);
    expect((await feedback({ notes: "Bagus." })).body.code).toBe("ERRTPM40003");
    await send(door.url, SUBMIT, place({ url_file: `${files}/tugas.pdf` }), client);
    expect((await feedback({})).body.code).toBe("ERRTPM40004");
    expect((await feedback({ notes: "   " })).body.code).toBe("ERRTPM40004");
    expect((await feedback({ notes: "x".repeat(5_001) })).body).toMatchObject({
      code: "ERRGEN40001",
      message: expect.stringContaining("notes"),
    });
    const plain = await feedback({ notes: "Bagus & <rapi>." });
    expect(plain.body.data).toEqual({
      ...place(),
      id: expect.any(String),
      notes: "Bagus & <rapi>.",
      url_file: null,
      status: 2,
    });
    expect((await statusOf()).feedback.status).toBe(2);
    expect(
      (await feedback({ notes: "Lihat berkas.", url_file: `${files}/tugas.pdf` })).body.data.status,
    ).toBe(1);
    expect((await statusOf()).feedback.status).toBe(1);
  });
});

describe("a task is refused", () => {
  beforeAll(begin);

  test.each([
    ["ERRTPM40001", { scope: "tpm", sequence: 999 }],
    ["ERRTPM40001", { scope: "uk", sequence: 1 }],
    ["ERRTPM40001", { scope: "tpm", sequence: 0 }],
    ["ERRTPM40001", { scope: "tpm", sequence: 1.5 }],
    ["ERRGEN40001", { scope: "tpm", sequence: undefined }],
    ["ERRTPM40001", { scope: "tugas", sequence: 1 }],
    ["ERRTPM40002", { url_file: "http://10.0.0.7/x" }],
    ["ERRTPM40002", { url_file: "https://169.254.169.254/latest" }],
    ["ERRTPM40002", { url_file: "https://[::1]:80/x".replace("[::1]", "[fd00::1]") }],
    ["ERRTPM40002", { url_file: "ftp://lembaga.example/x" }],
    ["ERRTPM40002", { url_file: "bukan alamat" }],
    ["ERRTPM40002", { url_file: "" }],
    ["ERRGEN40001", { url_file: 7 }],
  ] as const)("%s: with %j", async (code, spoiled) => {
    const body = place({ url_file: `${files}/tugas.pdf`, ...spoiled });
    expect((await send(door.url, SUBMIT, body, client)).body.code).toBe(code);
  });
});

test("ERRRDM40012: nothing is handed in for a training that nobody began", async () => {
  await begin();
  ({ redeemCode } = await aPurchase());
  const { body } = await send(door.url, SUBMIT, place({ url_file: `${files}/tugas.pdf` }), client);
  expect(body.code).toBe("ERRRDM40012");
});

test("what was found out about a task stays, whatever a program does", async () => {
  await begin();
  await send(door.url, SUBMIT, place({ url_file: `${files}/tidak-ada` }), client);
  await work();
  await expect(
    database().taskRecord.updateMany({ where: { redeemCode }, data: { status: 2 } }),
  ).rejects.toThrow(/as it was handed in/);
  await expect(database().taskRecord.deleteMany({ where: { redeemCode } })).rejects.toThrow(
    /as it was handed in/,
  );
});
