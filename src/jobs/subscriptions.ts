import { emailLinkWanted, registeredAgain } from "#features/account/events.ts";
import type { EventType } from "#kernel/event.ts";

type Reaction<Payload> = (payload: Payload) => Promise<void>;
type Handler = (payload: unknown) => Promise<void>;

const reactions = new Map<string, Handler>();
const byEvent = new Map<string, string[]>();

/** Wires one event to the use-cases that react to it. A reaction's name stays the same as long as jobs may wait for it. */
function on<Payload>(event: EventType<Payload>, handlers: Readonly<Record<string, Reaction<Payload>>>): void {
  for (const [name, handler] of Object.entries(handlers)) {
    reactions.set(name, (payload) => handler(event.schema.parse(payload)));
    byEvent.set(event.name, [...(byEvent.get(event.name) ?? []), name]);
  }
}

// The whole programme's cause and effect, on one page, in the order that a participant lives it.
on(emailLinkWanted, {});
on(registeredAgain, {});

export function reactionsTo(eventName: string): readonly string[] {
  return byEvent.get(eventName) ?? [];
}

export function reactionNamed(name: string): Handler {
  const handler = reactions.get(name);
  if (!handler) throw new Error(`no reaction is called "${name}"`);
  return handler;
}
