import { createHmac } from "node:crypto";
import { request as sendRequest } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endpoints } from "#features/partner-api/endpoints.ts";
import { aClient, type Client, nowInSeconds, openDoor, providerOf } from "./calling.ts";

let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

type Raw = { readonly status: number; readonly type: string; readonly text: string };

/** Whatever may stand in a request line and its headers, which `fetch` would tidy up. */
function sendRaw(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<Raw> {
  const { hostname, port } = new URL(door.url);
  return new Promise((resolve, reject) => {
    const sent = sendRequest(
      { hostname, port, method, path, agent: false, headers: { ...headers, "content-length": body.length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers["content-type"] ?? "",
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

function expectEnvelope({ status, type, text }: Raw): void {
  expect(type).toMatch(/^application\/json/);
  const body: unknown = JSON.parse(text);
  expect(status).not.toBe(500);
  if (status === 200)
    expect(body).toEqual({ success: true, message: expect.any(String), data: expect.any(Object) });
  else
    expect(body).toEqual({
      success: false,
      message: expect.stringMatching(/\S/),
      code: expect.stringMatching(/^ERR[A-Z]{3}\d{5}$/),
    });
}

const paths = endpoints.map(({ path }) => path);
const fields = [
  "redeem_code",
  "sequence",
  "redirect_uri",
  "email",
  "scope",
  "url_file",
  "notes",
  "invoice_code",
  "transaction_code",
  "course_code",
  "schedule_code",
  "amount",
  "prakerja_id",
  "user_platform_id",
  "otp",
  "invoice_url",
  "__proto__",
];
/** Words that come near to the real ones, strange strings, and any JSON. */
const value = fc.oneof(
  fc.constantFrom(
    "PRAT-BARU",
    "PRAT-HADIR",
    "tpm",
    "uk",
    1,
    999,
    "https://lembaga.example/kembali",
    "a@example.com",
    "1000000000000001",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.bigInt().map(String),
);
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...fields), value).map((sent) => JSON.stringify(sent)),
  fc.jsonValue().map((sent) => JSON.stringify(sent)),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(
    '{"redeem_code":"\\ud800"}',
    '{"redeem_code":"\\u0000"}',
    "[".repeat(20_000),
    '{"a":'.repeat(5_000),
    '{"redeem_code":"PRAT-BARU","redeem_code":7}',
    "null",
    "1e999",
  ),
);

test("no body of a signed call makes a fault, or anything but the envelope", async () => {
  const clients: Client[] = [];
  const owner = await providerOf();
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, fc.boolean(), async (path, text, isPlatform) => {
      // A client may call 120 times; there are always fresh ones.
      if (turn++ % 50 === 0)
        clients.unshift(await aClient(owner), await aClient("platform", { kind: "platform" }));
      const client = clients[isPlatform ? 1 : 0];
      if (!client) throw new Error("no client");
      const timestamp = nowInSeconds();
      const bytes = Buffer.from(text);
      const head = `${client.code}${timestamp}POST${path}`;
      const signature = createHmac("sha1", client.key).update(head).update(bytes).digest("hex");
      const headers = { "content-type": "application/json", client_code: client.code, signature, timestamp };
      const raw = await sendRaw("POST", path, headers, bytes);
      expectEnvelope(raw);
      expect(raw.status).not.toBe(429);
    }),
    { numRuns: 200 },
  );
});

const headerText = fc.string({ unit: fc.constantFrom(..."abcXYZ0123456789 -_=;,./\"'%éÿ"), maxLength: 60 });

test("no header, method or address makes a fault, or anything but the envelope", async () => {
  const client = await aClient(await providerOf());
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("POST", "GET", "PUT", "DELETE", "PATCH", "OPTIONS"),
      fc.oneof(
        fc.constantFrom(...paths),
        fc.constantFrom(
          "/api/v1",
          "//api/v1/integration/x",
          "/api/v1/integration/%00",
          "/api/v1/integration/../x",
          "/api/v1/integration/tpm/submission/status/",
          "/api/v1/integration/?a=%ff",
        ),
      ),
      fc.record(
        {
          client_code: fc.oneof(fc.constant(client.code), headerText),
          signature: headerText,
          timestamp: fc.oneof(fc.constant(nowInSeconds()), headerText),
          "content-type": headerText,
          authorization: headerText,
          signature_v2: headerText,
          nonce: headerText,
        },
        { requiredKeys: [] },
      ),
      async (method, path, headers) => {
        expectEnvelope(await sendRaw(method, path, headers, Buffer.from(method === "GET" ? "" : "{}")));
      },
    ),
    { numRuns: 150 },
  );
});
