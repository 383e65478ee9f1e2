import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandboxCases } from "#features/partner-api/policy/sandbox.ts";
import { database } from "#platform/db/client.ts";
import {
  aClient,
  BACK,
  type Client,
  COMMIT,
  FEEDBACK,
  GENERATE,
  nowInSeconds,
  openDoor,
  RESET,
  STATUS,
  SUBMIT,
  send,
  TASK_STATUS,
} from "./calling.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
let client: Client;
let turn = 0;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

/** Each call a second apart, as if the partner's system had taken its time. */
const call = (path: string, body: object, by = client) =>
  send(door.url, path, body, by, { timestamp: String(Number(nowInSeconds()) + turn++) });
const file = "https://lembaga.example/tugas.pdf";

/** Where each named case shows what it is there for. */
const shown: Readonly<Record<string, readonly [path: string, changes: object, sees: unknown]>> = {
  "PRAT-BARU": [COMMIT, {}, "OK"],
  "PRAT-WEBINAR": [GENERATE, {}, "OK"],
  "PRAT-TATAPMUKA": [GENERATE, {}, "ERRRDM40002"],
  "PRAT-TIDAKADA": [STATUS, {}, "ERRRDM40001"],
  "PRAT-TIPE": [GENERATE, {}, "ERRRDM40002"],
  "PRAT-LAIN": [STATUS, {}, "ERRRDM40003"],
  "PRAT-BATAL": [STATUS, {}, "ERRRDM40004"],
  "PRAT-TRXBATAL": [STATUS, {}, "ERRRDM40005"],
  "PRAT-TERPAKAI": [COMMIT, {}, "ERRRDM40006"],
  "PRAT-WAKTU": [COMMIT, {}, "ERRRDM40007"],
  "PRAT-EMAIL": [GENERATE, {}, "ERRRDM40009"],
  "PRAT-HADIR": [GENERATE, {}, "ERRRDM40011"],
  "PRAT-BELUM": [STATUS, {}, "OK"],
  "PRAT-FILE": [SUBMIT, {}, "ERRTPM40002"],
  "PRAT-GAGAL": [SUBMIT, {}, "OK"],
  "PRAT-PROSES": [SUBMIT, {}, "OK"],
};

test("every named case is shown here", () => {
  expect(Object.keys(shown)).toEqual(Object.keys(sandboxCases));
});

test.each(Object.entries(shown))("%s", async (code, [path, changes, sees]) => {
  client = await aClient("lembaga-coba");
  const body = {
    redeem_code: code,
    redirect_uri: BACK,
    email: "coba@example.com",
    scope: "tpm",
    sequence: 1,
    url_file: file,
    ...changes,
  };
  const said = await call(path, body);
  expect(said.body.success ? said.body.message : said.body.code).toBe(sees);
});

describe("codes of the situations that need no case of their own", () => {
  test.each([
    ["ERRRDM40008", STATUS, { sequence: 12 }],
    ["ERRRDM40010", GENERATE, { redirect_uri: "https://lain.example/" }],
    ["ERRRDM40012", GENERATE, { sequence: 2 }],
    ["ERRRDM40012", SUBMIT, { scope: "tpm" }],
    ["ERRTPM40001", TASK_STATUS, { scope: "uk", sequence: 1 }],
  ])("%s at %s", async (code, path, changes) => {
    client = await aClient("lembaga-coba");
    const body = {
      redeem_code: "PRAT-APASAJA",
      redirect_uri: BACK,
      email: "coba@example.com",
      sequence: 1,
      url_file: file,
      ...changes,
    };
    expect((await call(path, body)).body.code).toBe(code);
  });
});

test("a whole training is tried without a person, and set back to its beginning", async () => {
  client = await aClient("lembaga-coba");
  const code = { redeem_code: "PRAT-UJ0EEQ" };
  const uk = { ...code, scope: "uk", sequence: 999 };
  expect((await call(TASK_STATUS, uk)).body.data).toEqual({
    assignment: { ...uk, status: 0 },
    feedback: { ...uk, status: 0 },
  });
  expect((await call(COMMIT, code)).status).toBe(200);
  expect((await call(FEEDBACK, { ...uk, notes: "Bagus." })).body.code).toBe("ERRTPM40003");
  expect((await call(SUBMIT, { ...uk, url_file: file })).body.data).toMatchObject({ status: 1 });
  expect((await call(FEEDBACK, { ...uk, notes: "Bagus." })).body.data).toMatchObject({ status: 2 });
  expect((await call(TASK_STATUS, uk)).body.data).toMatchObject({
    assignment: { status: 2 },
    feedback: { status: 2 },
  });
  expect((await call(RESET, code)).body.data).toMatchObject({
    status: 0,
    attendance_status: 0,
    redeem_at: null,
  });
  expect((await call(TASK_STATUS, uk)).body.data).toMatchObject({ assignment: { status: 0 } });
});

test.each([
  ["PRAT-GAGAL", 3],
  ["PRAT-PROSES", 1],
])("a task of %s stands at %i", async (redeem_code, status) => {
  client = await aClient("lembaga-coba");
  const tpm = { redeem_code, scope: "tpm", sequence: 1 };
  await call(SUBMIT, { ...tpm, url_file: file });
  expect((await call(TASK_STATUS, tpm)).body.data.assignment.status).toBe(status);
});

test("each client has training codes of its own, and none is anybody's purchase", async () => {
  const [one, two] = [await aClient("lembaga-satu"), await aClient("lembaga-dua")];
  await call(COMMIT, { redeem_code: "PRAT-BARU" }, one);
  expect((await call(STATUS, { redeem_code: "PRAT-BARU" }, one)).body.data.status).toBe(1);
  expect((await call(STATUS, { redeem_code: "PRAT-BARU" }, two)).body.data.status).toBe(0);
  expect(await database().purchase.count({ where: { redeemCode: { startsWith: "PRAT" } } })).toBe(0);
});
