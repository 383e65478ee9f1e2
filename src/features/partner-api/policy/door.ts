import { secondsBetween } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { GeneralRefusal } from "../refusals/codes.ts";

/** Longest body in bytes; 64 KiB (partner interface, limits). */
export const LONGEST_BODY = 65_536;
/** Seconds that a client's clock may be off, to either side. */
const TOLERANCE_SECONDS = 300;

type Stopped = { readonly status: number; readonly refusal: GeneralRefusal };

/** Why a request is not read at all: the wrong way, no JSON, too long. Null when it may go on. */
export function stopAtDoor(request: {
  readonly method: string;
  readonly contentType: string | undefined;
  readonly body: Buffer | null;
}): Stopped | null {
  if (request.method !== "POST") return malformed(405, "method (POST)");
  if (!isJsonType(request.contentType)) return malformed(415, "content-type (application/json)");
  if (!request.body) return malformed(413, "body (64 KiB)");
  return null;
}

export function malformed(status: number, field: string): Stopped {
  return { status, refusal: { code: "ERRGEN40001", field } };
}

/** A client that does not say what it sends is taken at its JSON. */
function isJsonType(contentType: string | undefined): boolean {
  return !contentType || /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType.trim());
}

/** Whether a timestamp lies within five minutes of this machine's time. */
export function judgeTimestamp(text: string, machineNow: Date): Result<void, GeneralRefusal> {
  if (!/^\d{9,11}$/.test(text)) return refuse({ code: "ERRGEN40103" });
  const off = Math.abs(secondsBetween(new Date(Number(text) * 1_000), machineNow));
  return off <= TOLERANCE_SECONDS ? ok() : refuse({ code: "ERRGEN40103" });
}

/** The status of a code: its digits four to six. */
export function statusOf(code: string): number {
  const status = Number(code.slice(6, 9));
  return status >= 400 && status < 600 ? status : 400;
}

/** A JSON object, or null; a text that no database keeps counts as none. */
export function readBody(text: string): unknown {
  if (/\\u0000/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
