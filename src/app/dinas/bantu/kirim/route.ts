import { isStaff } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import { env } from "#env.ts";
import { takeRecord } from "#features/assisted-registration/actions/take-record.ts";
import { currentLocale } from "#i18n/locale.ts";
import { currentActor } from "#platform/web/session.ts";

const LONGEST_BODY = 32_768;

/** Takes one form from the queue of an officer's device. Without a session the form stays where it is. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get("origin") !== new URL(env().APP_URL).origin)
    return reply(403, { state: "foreign" });
  const actor = await currentActor();
  if (!isStaff(actor)) return reply(401, { state: "signed-out" });
  if (!may(actor.role, "person:assist")) return reply(403, { state: "foreign" });
  const text = await request.text();
  if (text.length > LONGEST_BODY) return reply(413, { state: "unreadable" });
  const { status, body } = await takeRecord(actor, parsed(text), await currentLocale());
  return reply(status, body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function reply(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
