import { z } from "zod";
import { ssoScopes } from "../types/sso.ts";

const address = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((text) => !text.includes("#"));

/** `name email` and `name+email` are both written in the field; a scope that nobody knows is refused. */
const scopes = z
  .string()
  .max(200)
  .transform((text) => [...new Set(text.split(/[\s+,]+/).filter(Boolean))])
  .pipe(z.array(z.enum(ssoScopes)).min(1));

/** The query of `GET /api/v1/oauth/authorize` and of the page `/consent-sso`; `client_name` is sent too and not believed. */
export const consentQuery = z
  .object({
    client_id: z.string().min(1).max(100),
    scope: scopes,
    state: z.string().min(1).max(500),
    redirect_uri: address,
    login_uri: address.optional().catch(undefined),
  })
  .transform(({ client_id, scope, state, redirect_uri, login_uri }) => ({
    clientCode: client_id,
    scopes: scope,
    state,
    redirectUri: redirect_uri,
    loginUri: login_uri ?? null,
  }));

/** The person's answer on the consent page: what was asked travels in the form and is checked again. */
export const consentAnswer = z.object({
  client_id: z.string(),
  scope: z.string(),
  state: z.string(),
  redirect_uri: z.string(),
  login_uri: z.string().optional(),
});

export const endAccessInput = z.object({ id: z.uuid("not-valid") });

const secret = z.string().min(1).max(500);
/** `{"code"}` buys tokens; `{"token"}` is a refresh token, at either address (the published example sends it to the first). */
export const tokenBody = z.union([z.object({ code: secret }), z.object({ token: secret })]);

export const returnQuery = z.object({ kode: z.uuid() });

// What the sign-in answers, for the reference.

export const authorizeAnswer = z.object({
  redirect_url: z.string().meta({ description: "Alamat tempat peserta dibawa" }),
});
export const tokenAnswer = z.object({
  access_token: z.string(),
  expires_in: z.string().meta({ description: "Saat access_token berakhir, detik Unix, sebagai teks" }),
  refresh_token: z.string().meta({ description: "Sekali pakai; setiap pemakaian memberi yang baru" }),
  scope: z.string(),
  token_type: z.literal("Bearer"),
});
export const profileAnswer = z.object({
  dp_user_id: z.string().meta({ description: "Sama dengan user_id" }),
  email: z.string().meta({ description: "Kosong bila scope email tidak disetujui" }),
  name: z.string().meta({ description: "Kosong bila scope name tidak disetujui" }),
  no_prakerja: z.string().meta({ description: "Nomor kartu; kosong bila belum ada atau tidak disetujui" }),
  phone_number: z.string().meta({ description: "Kosong bila scope notelp tidak disetujui" }),
  user_id: z
    .string()
    .meta({ description: "Nomor tetap peserta bagi mitra ini; mitra lain melihat nomor lain" }),
});
