import { ok, type Result, refuse } from "#kernel/result.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { log } from "#platform/telemetry/log.ts";
import { type RateLimit, takePoint } from "#platform/web/rate-limit.ts";
import type { Endpoint, Prepared } from "../endpoint.ts";
import { malformed, readBody, stopAtDoor } from "../policy/door.ts";
import { signedPath, withoutMark } from "../policy/signed-forms.ts";
import type { PartnerReply, PartnerRequest } from "../types/call.ts";
import { noteCall } from "./note-call.ts";
import { headerOf, proveSender, type Sender } from "./prove-sender.ts";
import { runCall } from "./run-call.ts";
import { type Refused, refusalReply } from "./write-envelope.ts";

/** 60 calls a minute for each client, and now and then a minute of twice as many (partner interface, limits). */
const STEADY: RateLimit = { points: 60, seconds: 60 };
const BURST: RateLimit = { points: 60, seconds: 300 };
/** Calls that nobody signed, from one network address: beyond them nothing is looked at or written down. */
const UNSIGNED: RateLimit = { points: 600, seconds: 60 };

type Ready = Sender & { readonly endpoint: Endpoint; readonly prepared: Prepared; readonly now: Date };

/** What is known of a call by the time it is answered. */
type Known = { readonly path: string; at: Date; isSigned: boolean; subject: string | null };

/**
 * Answers one call of a partner's system, always in the envelope: the door, the signature, the limit, the body, then the
 * endpoint, once. Every call is written into the log with how it was answered. Never throws.
 */
export async function answerCall(
  request: PartnerRequest,
  endpoints: readonly Endpoint[],
): Promise<PartnerReply> {
  const known: Known = {
    path: signedPath(request.url),
    at: request.machineNow,
    isSigned: false,
    subject: null,
  };
  try {
    return await answer(request, known, endpoints);
  } catch (error) {
    const text = error instanceof Error ? error.stack : String(error);
    log.error({ path: known.path, error: text }, "a partner's call broke");
    return noted(request, known, refusalReply({ refusal: { code: "ERRGEN50001" } }));
  }
}

async function answer(
  request: PartnerRequest,
  known: Known,
  endpoints: readonly Endpoint[],
): Promise<PartnerReply> {
  known.at = await programmeNow();
  const ready = await prepare(request, known, endpoints);
  if (ready.ok) {
    known.subject = ready.value.prepared.subject;
    const authorization = headerOf(request, "authorization") || null;
    return noted(request, known, await runCall({ ...ready.value, authorization }));
  }
  const wait = known.isSigned ? null : await takePoint("partner-api-unsigned", request.address, UNSIGNED);
  if (wait) return refusalReply({ refusal: { code: "ERRGEN42901" }, wait });
  return noted(request, known, refusalReply(ready.refusal));
}

async function prepare(
  request: PartnerRequest,
  known: Known,
  endpoints: readonly Endpoint[],
): Promise<Result<Ready, Refused>> {
  const { path, at: now } = known;
  const endpoint = endpoints.find((each) => each.path === path);
  if (!endpoint) return refuse(malformed(404, "path"));
  const { method, body } = request;
  const stopped = stopAtDoor({ method, body, contentType: headerOf(request, "content-type") || undefined });
  if (stopped || !body) return refuse(stopped ?? malformed(413, "body (64 KiB)"));
  const sender = await proveSender({ request: { ...request, body }, path, now });
  if (!sender.ok) return refuse({ refusal: sender.refusal });
  known.isSigned = true;
  const wait = await waitOf(sender.value.client.code);
  if (wait) return refuse({ refusal: { code: "ERRGEN42901" }, wait });
  if (endpoint.kind !== "any" && endpoint.kind !== sender.value.client.kind) {
    return refuse({ refusal: { code: "ERRGEN40101" } });
  }
  const prepared = endpoint.prepare(readBody(withoutMark(body.toString("utf8"))));
  if (!prepared.ok) return refuse(malformed(400, prepared.refusal.field));
  return ok({ ...sender.value, endpoint, prepared: prepared.value, now });
}

/** Seconds to wait; null when a call is free. */
async function waitOf(clientCode: string): Promise<number | null> {
  const wait = await takePoint("partner-api", clientCode, STEADY);
  if (wait === null) return null;
  return (await takePoint("partner-api-burst", clientCode, BURST)) === null ? null : wait;
}

/** Writes the call into the log, and hands the answer on. */
function noted(request: PartnerRequest, { path, at, subject }: Known, reply: PartnerReply): PartnerReply {
  const { status, body } = reply;
  noteCall({
    at,
    clientCode: headerOf(request, "client_code").slice(0, 100),
    path: path.slice(0, 200),
    status,
    code: body.success ? "OK" : body.code,
    message: body.message.slice(0, 500),
    subject: subject?.slice(0, 100) ?? null,
    milliseconds: Math.round(request.elapsed()),
  });
  return reply;
}
