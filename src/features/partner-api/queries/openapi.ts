import { endpoints } from "../endpoints.ts";
import { webhookBodySchema } from "../schema/webhooks.ts";
import type { Json, JsonObject } from "../types/reference.ts";
import { listCodes, schemaOf, signInOperations } from "./operations.ts";

const header = (name: string, description: string, isRequired = true): JsonObject => ({
  ...{ name, description, in: "header", required: isRequired },
  schema: { type: "string" },
});

/** HMAC-SHA1 as published, or the stronger scheme of ours beside it. */
const securitySchemes: JsonObject = {
  client_code: { type: "apiKey", in: "header", name: "client_code" },
  timestamp: {
    type: "apiKey",
    in: "header",
    name: "timestamp",
    description: "Detik Unix, paling jauh 300 detik.",
  },
  signature: {
    ...{ type: "apiKey", in: "header", name: "signature" },
    description: "hex(HMAC-SHA1(sign_key, client_code + timestamp + 'POST' + path + [Authorization] + body))",
  },
  nonce: {
    type: "apiKey",
    in: "header",
    name: "nonce",
    description: "16 sampai 64 huruf, angka, - atau _; sekali pakai.",
  },
  signature_v2: {
    ...{ type: "apiKey", in: "header", name: "signature_v2" },
    description:
      "hex(HMAC-SHA256(sign_key, baris v2, client_code, timestamp, nonce, POST, path, Authorization atau kosong, hex(SHA-256(body)), digabung dengan \\n))",
  },
};
const security: Json = [
  { client_code: [], timestamp: [], signature: [] },
  { client_code: [], timestamp: [], nonce: [], signature_v2: [] },
];

/** The interface as OpenAPI 3.1, made from the very schemas that read the calls. `portal`: where it is served. */
export function describeInterface(portal: string): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: "API Mitra Portal Prakerja (simulasi)",
      version: "1",
      description:
        "Untuk lembaga pelatihan dan platform digital. Panduan: /mitra/mulai. Kode kesalahan: x-error-codes.",
    },
    servers: [{ url: portal }],
    paths: { ...signedPaths(), ...signInPaths() },
    webhooks: { partner: { post: webhookOperation() } },
    components: {
      securitySchemes,
      schemas: { Error: errorSchema() },
    },
    "x-error-codes": listCodes().map(({ code, status, message }) => ({ code, status, message })),
  };
}

function signedPaths(): JsonObject {
  return Object.fromEntries(
    endpoints.map(({ path, kind, summary, input, output }) => {
      const isAuthorize = path.endsWith("/payment/authorize");
      const operation: JsonObject = {
        ...{ operationId: path.split("/").slice(4).join("-"), summary, tags: [kind], security },
        ...(isAuthorize ? { parameters: [header("Authorization", "Payment <payment_token>")] } : {}),
        requestBody: { required: true, content: json(schemaOf(input, "input")) },
        responses: { "200": reply("Berhasil", envelopeOf(schemaOf(output, "output"))), ...errors() },
      };
      return [path, { post: operation }];
    }),
  );
}

function signInPaths(): JsonObject {
  return Object.fromEntries(
    signInOperations.map(({ id, method, path, summary, sends, answers }) => {
      const isAuthorize = id === "authorize";
      const parameters = [
        header("X-Client-Id", "client_code"),
        header("X-Timestamp", "Detik Unix", isAuthorize),
        header(
          "X-Signature",
          "hex(HMAC-SHA1(sign_key, client_code + timestamp + method + path + body))",
          isAuthorize,
        ),
        ...(id === "user-profile" ? [header("Authorization", "access_token, boleh didahului Bearer")] : []),
      ];
      const sent = schemaOf(sends, "input");
      const data = envelopeOf(schemaOf(answers, "output"), { errorCode: { const: "0" } });
      const operation: JsonObject = {
        ...{ operationId: id, summary, tags: ["sign-in"] },
        parameters: isAuthorize ? [...parameters, ...queryParameters(sent)] : parameters,
        ...(method === "POST" ? { requestBody: { required: true, content: json(sent) } } : {}),
        responses: { "200": reply("Berhasil, message: no error", data), ...errors() },
      };
      return [path, { [method.toLowerCase()]: operation }];
    }),
  );
}

function queryParameters(schema: JsonObject): readonly Json[] {
  const { properties, required } = schema;
  const names = Array.isArray(required) ? required : [];
  return Object.entries(properties ?? {}).map(([name, field]: readonly [string, Json]) => ({
    ...{ name, in: "query", required: names.includes(name) },
    schema: field,
  }));
}

function webhookOperation(): JsonObject {
  return {
    summary: "Kabar dari portal ke alamat webhook mitra",
    parameters: [
      header("webhook-id", "Tetap sama pada setiap percobaan"),
      header("webhook-timestamp", "Detik Unix"),
      header("webhook-signature", "v1=hex(HMAC-SHA256(kunci webhook, id + '.' + timestamp + '.' + body))"),
    ],
    requestBody: { required: true, content: json(schemaOf(webhookBodySchema, "output")) },
    responses: { "2XX": { description: "Diterima" }, "410": { description: "Jangan dikirim lagi" } },
  };
}

function envelopeOf(data: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    type: "object",
    required: ["success", "message", "data"],
    properties: { success: { const: true }, message: { type: "string" }, ...more, data },
  };
}

function errors(): JsonObject {
  const schema = { $ref: "#/components/schemas/Error" };
  return {
    "400": reply("Ditolak; lihat code", schema),
    "401": reply("Klien, tanda tangan, atau waktu tidak benar", schema),
    "429": reply("Terlalu banyak panggilan; lihat Retry-After", schema),
    "500": reply("Gangguan di portal", schema),
  };
}

function errorSchema(): JsonObject {
  return {
    type: "object",
    required: ["code", "message", "success"],
    properties: {
      code: { type: "string", enum: listCodes().map(({ code }) => code) },
      message: { type: "string" },
      success: { const: false },
    },
  };
}

function json(schema: JsonObject): JsonObject {
  return { "application/json": { schema } };
}

function reply(description: string, schema: JsonObject): JsonObject {
  return { description, content: json(schema) };
}
