import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import { beatInput, startWatchingInput } from "#features/training/schema.ts";
import type { Standing } from "#features/training/types.ts";
import { beatsWaiting, recordBeat } from "#features/training/use-cases/record-beats.ts";
import { startWatching } from "#features/training/use-cases/start-watching.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { isSignedToken, signToken } from "#platform/db/token.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { takePoint } from "#platform/web/rate-limit.ts";
import { sessionCookie } from "#platform/web/session-cookie.ts";
import { actorOfToken } from "#platform/web/session-token.ts";

const LONGEST_BODY = 4_096;
const STARTS = { points: 60, seconds: 600 };
/** Seconds between two beats of a player; more of them when many wait. */
const BEAT = { usual: 15, busy: 60, busyFrom: 400 };

/** `/tonton/mulai`: a player takes the person's clock and gets a token, so that its beats need no session. */
export async function answerStart(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const input = await bodyOf(request, startWatchingInput);
  if (!input) return reply(response, 400, {});
  const cookie = cookieOf(request.headers.cookie, sessionCookie());
  const actor = cookie ? await actorOfToken(cookie) : null;
  if (actor?.role !== "participant") return reply(response, 403, {});
  const { participantId } = actor;
  const wait = await takePoint("start-watching", participantId, STARTS);
  if (wait !== null) return reply(response, 429, {}, { "retry-after": wait });
  const started = await inOneTransaction(actor, (work) => startWatching(work, input));
  if (!started.ok) return reply(response, 403, { refusal: started.refusal.code });
  const { sessionId, ...standing } = started.value;
  const signature = signToken("watch", participantId, sessionId, input.lesson);
  reply(response, 200, { s: sessionId, t: `${participantId}.${signature}`, ...shortened(standing) });
}

/** `/tonton/denyut`: one beat, believed as far as the server's clock, order and gate allow. */
export async function answerBeat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const input = await bodyOf(request, beatInput);
  if (!input) return reply(response, 400, {});
  const { s: sessionId, t: token, n: sequence, r: ranges, l: lessonId } = input;
  const [participantId = "", signature = ""] = token.split(".");
  if (!isUuid(participantId) || !isSignedToken(signature, "watch", participantId, sessionId, lessonId)) {
    return reply(response, 403, {});
  }
  const recorded = await recordBeat({ participantId, sessionId, lessonId, sequence, ranges });
  if (!recorded) return reply(response, 403, {});
  reply(response, 200, { n: recorded.sequence, ...shortened(recorded), sup: recorded.isSuperseded });
}

function shortened({ frontier, checkpoint, isDone }: Standing) {
  const b = beatsWaiting() > BEAT.busyFrom ? BEAT.busy : BEAT.usual;
  return { f: frontier, c: checkpoint, d: isDone, b };
}

/** The JSON of a small POST; null for everything else. */
async function bodyOf<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  if (request.method !== "POST") return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LONGEST_BODY) return null;
    chunks.push(bytes);
  }
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function cookieOf(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const [key = "", ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

function reply(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string | number>> = {},
): void {
  response
    .writeHead(status, { "content-type": "application/json", "cache-control": "no-store", ...headers })
    .end(JSON.stringify(body));
}
