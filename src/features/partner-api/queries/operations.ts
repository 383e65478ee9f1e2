import { z } from "zod";
import { messagesFor } from "#i18n/messages.ts";
import { endpoints } from "../endpoints.ts";
import { statusOf } from "../policy/door.ts";
import { fieldLines, tidySchema } from "../policy/reference.ts";
import { authorizeAnswer, profileAnswer, tokenAnswer } from "../schema/sso.ts";
import type { CodeLine, Json, JsonObject, OperationLine } from "../types/reference.ts";

/** The JSON Schema of what may be sent (or is answered), as clients write it. */
export function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const made = z.toJSONSchema(schema, { io, target: "draft-2020-12", unrepresentable: "any" });
  const { $schema: _, ...plain } = z.record(z.string(), z.json()).parse(structuredClone(made));
  return tidySchema(plain as Record<string, Json>);
}

type SignIn = Pick<OperationLine, "id" | "method" | "path" | "summary"> & {
  readonly sends: z.ZodType;
  readonly answers: z.ZodType;
};

const text = (description: string) => z.string().meta({ description });

/** The addresses of "Masuk dengan Prakerja", which have headers of their own. */
export const signInOperations: readonly SignIn[] = [
  {
    ...{ id: "authorize", method: "GET", path: "/api/v1/oauth/authorize" },
    summary: "Meminta alamat masuk untuk peserta",
    sends: z.object({
      scope: text("name email prakerjaid notelp, dipisah spasi"),
      state: text("Nilai acak dari mitra; kembali apa adanya"),
      redirect_uri: text("Alamat terdaftar tempat peserta kembali"),
      login_uri: text("Alamat bila peserta tidak setuju; host-nya terdaftar").optional(),
      client_id: text("client_code"),
    }),
    answers: authorizeAnswer,
  },
  {
    ...{ id: "token", method: "POST", path: "/api/v1/oauth/token" },
    summary: "Menukar code dengan token",
    sends: z.object({ code: text("Dari alamat redirect_uri; berlaku dua menit, satu kali") }),
    answers: tokenAnswer,
  },
  {
    ...{ id: "token-refresh", method: "POST", path: "/api/v1/oauth/token/refresh" },
    summary: "Memperbarui token",
    sends: z.object({ token: text("refresh_token yang terakhir") }),
    answers: tokenAnswer,
  },
  {
    ...{ id: "user-profile", method: "GET", path: "/api/v1/resource/user_profile" },
    summary: "Membaca data yang disetujui peserta",
    sends: z.object({}),
    answers: profileAnswer,
  },
];

/** Every address of the interface with its fields, in the order of the reference. */
export function listOperations(): readonly OperationLine[] {
  const signed = endpoints.map(({ path, kind, summary, input, output }) => ({
    ...{ id: path.split("/").slice(4).join("-"), method: "POST" as const },
    ...{ path, kind, summary, group: groupOf(path) },
    request: fieldLines(schemaOf(input, "input")),
    reply: fieldLines(schemaOf(output, "output")),
  }));
  const signIn = signInOperations.map(({ sends, answers, ...operation }) => ({
    ...operation,
    ...{ kind: "any" as const, group: "sign-in" as const },
    request: fieldLines(schemaOf(sends, "input")),
    reply: fieldLines(schemaOf(answers, "output")),
  }));
  return [...signed, ...signIn];
}

/** Every code that may be answered, with its sentence in Bahasa Indonesia. */
export function listCodes(): readonly CodeLine[] {
  const messages = messagesFor("id");
  const sentences = { ...messages["partner-api"].refusals, ...messages["partner-docs"].refusals };
  return Object.entries(sentences)
    .filter(([code]) => code.startsWith("ERR"))
    .map(([code, message]) => ({ code, message, status: code.startsWith("ERROAUTH") ? 400 : statusOf(code) }))
    .toSorted((one, other) => one.code.localeCompare(other.code, "en"));
}

function groupOf(path: string): OperationLine["group"] {
  if (path.includes("/tpm/")) return "tasks";
  return path.includes("/redeem-code/") || path.includes("/oauth/") ? "attendance" : "payments";
}
