import type { z } from "zod";
import { type Actor, actorName, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { Locale } from "#i18n/messages.ts";
import { refusalSentence, translatorFor } from "#i18n/sentences.ts";
import type { Result } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { log } from "#platform/telemetry/log.ts";
import { type RateLimit, takePoint } from "./rate-limit.ts";
import { isFromOwnPages } from "./same-origin.ts";
import { currentActor } from "./session.ts";

const LONGEST_BODY = 32_768;

type ActorFor<Right> = Right extends "access:any" ? ParticipantActor | StaffActor : Actor;

type Definition<Right extends "access:any" | "account:open", Schema extends z.ZodType, Outcome> = {
  readonly name: string;
  readonly permission: Right;
  readonly schema: Schema;
  /** Per actor; per network address for visitors. */
  readonly limit: RateLimit;
  readonly run: (
    work: Work<ActorFor<Right>>,
    input: z.output<Schema>,
  ) => Promise<Result<Outcome, { readonly code: string }>>;
  /** What the element on the page gets; cookies are set here. */
  readonly answer: (outcome: Outcome) => Promise<object>;
};

/** The door of a command that an element on the page sends as JSON: own pages only, right, limit, parse, run. */
export function defineJsonCommand<
  Right extends "access:any" | "account:open",
  Schema extends z.ZodType,
  Outcome,
>(definition: Definition<Right, Schema, Outcome>): (request: Request) => Promise<Response> {
  return async function command(request) {
    const locale = await currentLocale();
    const actor = await currentActor();
    const stopped = await stoppedAtTheDoor(request, actor, definition, locale);
    if (stopped) return stopped;
    const input = definition.schema.safeParse(await bodyOf(request));
    const say = translatorFor(locale, "shell");
    if (!input.success) return reply(400, { message: say("form.notAllowed") });
    try {
      // The table of rights has just said that this actor is one of those the command is for.
      const who = actor as ActorFor<Right>;
      const result = await inOneTransaction(who, (work) => definition.run(work, input.data));
      return result.ok
        ? reply(200, await definition.answer(result.value))
        : reply(422, { message: refusalSentence(locale, result.refusal) });
    } catch (error) {
      const text = error instanceof Error ? error.stack : String(error);
      log.error({ command: definition.name, error: text }, "command failed");
      return reply(500, { message: say("form.broken") });
    }
  };
}

type Guarded = {
  readonly name: string;
  readonly permission: "access:any" | "account:open";
  readonly limit: RateLimit;
};

/** Another site's request, somebody without the right, or one too many. */
async function stoppedAtTheDoor(
  { headers }: Request,
  actor: Actor,
  { name, permission, limit }: Guarded,
  locale: Locale,
): Promise<Response | null> {
  const say = translatorFor(locale, "shell");
  if (!isFromOwnPages(headers) || !may(actor.role, permission)) {
    return reply(403, { message: say("form.notAllowed") });
  }
  const who = actor.role === "visitor" ? headers.get("x-client-address") : actorName(actor);
  const wait = await takePoint(name, who ?? "unknown", limit);
  return wait ? reply(429, { message: say("form.tooMany", { minutes: Math.ceil(wait / 60) }) }) : null;
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > LONGEST_BODY) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function reply(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
