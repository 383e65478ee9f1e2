import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoints } from "#features/partner-api/endpoints.ts";
import { describeInterface } from "#features/partner-api/queries/openapi.ts";
import { listCodes, listOperations } from "#features/partner-api/queries/operations.ts";
import { aClient, type Client, openDoor, providerOf, STATUS, send } from "../calling.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
let client: Client;

beforeAll(async () => {
  door = await openDoor();
  client = await aClient(await providerOf());
});

afterAll(() => door.close());

describe("the interface as OpenAPI", () => {
  const written = z
    .looseObject({ paths: z.record(z.string(), z.looseObject({})) })
    .parse(JSON.parse(JSON.stringify(describeInterface("https://portal.example"))));

  test("is OpenAPI 3.1 with every address that is answered, and those of the sign-in", () => {
    expect(written).toMatchObject({ openapi: "3.1.0", servers: [{ url: "https://portal.example" }] });
    const paths = Object.keys(written.paths);
    for (const { path } of endpoints) expect(paths).toContain(path);
    expect(paths).toContain("/api/v1/oauth/token/refresh");
    expect(paths).toHaveLength(endpoints.length + 4);
  });

  test("describes what is really answered", async () => {
    const { body } = await send(door.url, STATUS, { redeem_code: "PRAT-BARU", sequence: 1 }, client);
    const fields = listOperations()
      .find(({ path }) => path === STATUS)
      ?.reply.map(({ name }) => name);
    expect(Object.keys(body.data).toSorted()).toEqual([...(fields ?? [])].toSorted());
  });

  test("gives every operation a name of its own and every field a type", () => {
    const operations = listOperations();
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    for (const { request, reply } of operations) {
      for (const { name, type } of [...request, ...reply]) expect(`${name} ${type}`).not.toMatch(/ any$/);
    }
  });

  test("names every code with the sentence that is answered", async () => {
    const { body } = await send(door.url, STATUS, { redeem_code: "PRAT-TIDAKADA", sequence: 1 }, client);
    expect(listCodes()).toContainEqual({ code: body.code, message: body.message, status: 400 });
  });
});

const run = promisify(execFile);
const examples = [
  { language: "sh", file: "status.sh", needs: ["curl", "openssl"] },
  { language: process.execPath, file: "status.mjs", needs: [] },
  { language: "python3", file: "status.py", needs: ["python3"] },
  { language: "php", file: "status.php", needs: ["php"] },
];
const runnable = examples.filter(({ needs }) =>
  needs.every((program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0),
);
const left = examples.filter((example) => !runnable.includes(example)).map(({ file }) => file);
if (left.length > 0) process.stderr.write(`\nQUICK START EXAMPLES SKIPPED: ${left.join(", ")}\n\n`);

test.each(runnable)("the example $file of the quick start runs as it stands", async ({ language, file }) => {
  const env = { ...process.env, ALAMAT: door.url, CLIENT_CODE: client.code, SIGN_KEY: client.key };
  const { stdout } = await run(language, [`public/contoh-mitra/${file}`], { env });
  expect(JSON.parse(stdout)).toMatchObject({
    success: true,
    data: { redeem_code: "PRAT-BARU", status: 0 },
  });
});
