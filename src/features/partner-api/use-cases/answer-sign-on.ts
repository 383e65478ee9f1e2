import { createHmac, timingSafeEqual } from "node:crypto";
import { visitor } from "#authorization/actor.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { secondsBetween } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { type RateLimit, takePoint } from "#platform/web/rate-limit.ts";
import { findSignKeys, findSsoClient, machineTime, readConsent } from "../queries/sso.ts";
import type { GeneralRefusal } from "../refusals/codes.ts";
import type { ConsentRefusal, SignOnCode, SsoRefusal } from "../refusals/sso.ts";
import { tokenBody } from "../schema/sso.ts";
import { exchangeCode, renewTokens } from "./exchange-code.ts";
import { noteCall } from "./note-call.ts";
import { readProfile } from "./read-profile.ts";

/** A call of a partner's server to the sign-in, as it came over HTTP. */
export type SignOnCall = {
  readonly method: string;
  /** From /api/v1, without the query. */
  readonly path: string;
  /** As it was sent, without "?". */
  readonly query: string;
  header(name: string): string | null;
  readonly body: string;
  /** The portal's own address. */
  readonly portal: string;
  /** Milliseconds since the call came in. */
  readonly elapsed: () => number;
};

export type SignOnAnswer = {
  readonly status: number;
  readonly body:
    | { readonly success: true; readonly message: string; readonly errorCode: "0"; readonly data: object }
    | { readonly success: false; readonly message: string; readonly code: string };
};

const TOLERANCE_SECONDS = 300;
const LIMIT: RateLimit = { points: 300, seconds: 60 };

/** The situations of docs/partners.md, each with the code that clients know. */
const codes = {
  "client-missing": { code: "ERROAUTH4024" },
  "client-unknown": { code: "ERROAUTH4029" },
  "sso-client-unknown": { code: "ERROAUTH4029" },
  "sso-token-not-valid": { code: "ERROAUTH4030" },
  "sso-code-not-valid": { code: "ERROAUTH4031" },
  "signature-wrong": { code: "ERRGEN40102" },
  "timestamp-off": { code: "ERRGEN40103" },
  "sso-request-broken": { code: "ERRGEN40001", field: "scope, state, redirect_uri" },
  "sso-address-foreign": { code: "ERRGEN40001", field: "redirect_uri" },
  "body-broken": { code: "ERRGEN40001", field: "code" },
  "too-many": { code: "ERRGEN42901" },
} as const satisfies Record<string, GeneralRefusal | { readonly code: SignOnCode }>;
type Fault = keyof typeof codes;

/** Answers one call of the sign-in, in the envelope that clients know. Calls of a client that there is are logged. */
export async function answerSignOn(call: SignOnCall): Promise<SignOnAnswer> {
  const clientCode = call.header("x-client-id") || new URLSearchParams(call.query).get("client_id");
  if (!clientCode) return failed("client-missing");
  if (await takePoint("partner-sign-on", clientCode, LIMIT)) return failed("too-many");
  if (!(await findSsoClient(clientCode))) return failed("client-unknown");
  const fault = await faultOfSignature(call, clientCode);
  if (fault) return noted(call, clientCode, failed(fault));
  const result = await outcomeOf(call, clientCode);
  return noted(call, clientCode, result.ok ? succeeded(result.value) : failed(result.refusal.code));
}

/** Writes the call into the client's log, without anything of the person, and hands the answer on. */
async function noted(call: SignOnCall, clientCode: string, answer: SignOnAnswer): Promise<SignOnAnswer> {
  const { status, body } = answer;
  noteCall({
    ...{ at: await programmeNow(), clientCode, path: call.path.slice(0, 200), status, subject: null },
    code: body.success ? "OK" : body.code,
    message: body.message.slice(0, 500),
    milliseconds: Math.round(call.elapsed()),
  });
  return answer;
}

async function outcomeOf(
  call: SignOnCall,
  clientCode: string,
): Promise<Result<object, { readonly code: Fault }>> {
  if (call.path.endsWith("/authorize")) return authorizeAddress(call);
  if (call.path.endsWith("/user_profile")) {
    const secret = (call.header("authorization") ?? "").replace(/^Bearer\s+/i, "").trim();
    return inOneTransaction(visitor, (work) => readProfile(work, { clientCode, secret }));
  }
  const input = tokenBody.safeParse(sentFields(call));
  if (!input.success) return { ok: false, refusal: { code: "body-broken" } };
  const { data } = input;
  return inOneTransaction<typeof visitor, object, SsoRefusal>(visitor, (work) =>
    "code" in data
      ? exchangeCode(work, { clientCode, secret: data.code })
      : renewTokens(work, { clientCode, secret: data.token }),
  );
}

/** The address where the person is asked; everything is in it, so that nothing waits on our side. */
async function authorizeAddress(call: SignOnCall): Promise<Result<object, ConsentRefusal>> {
  const query = new URLSearchParams(call.query);
  const consent = await readConsent(Object.fromEntries(query));
  if (!consent.ok) return consent;
  const { client, request } = consent.value;
  const address = new URL("/consent-sso", call.portal);
  address.search = new URLSearchParams({
    client_id: client.code,
    redirect_uri: request.redirectUri,
    ...(request.loginUri ? { login_uri: request.loginUri } : {}),
    scope: request.scopes.join(" "),
    state: request.state,
  }).toString();
  return ok({ redirect_url: address.href });
}

/**
 * The address for signing in is asked for under a signature; tokens and profiles are asked for without one in the
 * field, and where a client signs all the same, the signature must be right.
 */
async function faultOfSignature(
  call: SignOnCall,
  clientCode: string,
): Promise<"signature-wrong" | "timestamp-off" | null> {
  const [signature, timestamp] = [call.header("x-signature"), call.header("x-timestamp") ?? ""];
  if (!signature) return call.path.endsWith("/authorize") ? "signature-wrong" : null;
  const sent = new Date(Number(timestamp) * 1000);
  if (
    !/^\d{1,12}$/.test(timestamp) ||
    Math.abs(secondsBetween(sent, await machineTime())) > TOLERANCE_SECONDS
  ) {
    return "timestamp-off";
  }
  const paths = call.query ? [call.path, `${call.path}?${call.query}`] : [call.path];
  // The published text names POST for every call; a GET is signed with either word.
  const messages = paths.flatMap((path) =>
    [call.method, "POST"].map((method) => `${clientCode}${timestamp}${method}${path}${call.body}`),
  );
  const given = Buffer.from(signature.toLowerCase());
  const isRight = (await findSignKeys(clientCode, await programmeNow())).some((key) =>
    messages.some((message) => {
      const expected = Buffer.from(createHmac("sha1", key).update(message).digest("hex"));
      return expected.length === given.length && timingSafeEqual(expected, given);
    }),
  );
  return isRight ? null : "signature-wrong";
}

/** JSON whatever the content type says (the published examples say none), a form, or the query. */
function sentFields({ body, query }: SignOnCall): unknown {
  const text = body.trim();
  if (!text.startsWith("{")) return Object.fromEntries(new URLSearchParams(text || query));
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function succeeded(data: object): SignOnAnswer {
  return { status: 200, body: { success: true, message: "no error", errorCode: "0", data } };
}

function failed(fault: Fault): SignOnAnswer {
  const refusal = codes[fault];
  const status = refusal.code.startsWith("ERROAUTH") ? 400 : Number(refusal.code.slice(6, 9));
  return { status, body: { code: refusal.code, message: refusalSentence("id", refusal), success: false } };
}
