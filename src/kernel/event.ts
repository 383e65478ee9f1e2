import type { z } from "zod";

/** A fact that a stage announces; others react to it later, through `jobs/subscriptions.ts`. */
export type EventType<Payload> = {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  /** Makes the event; its payload holds ids and plain values, never personal data or secrets. */
  (payload: Payload): PublishedEvent;
};

export type PublishedEvent = { readonly name: string; readonly payload: unknown };

export function defineEvent<Payload>(name: string, schema: z.ZodType<Payload>): EventType<Payload> {
  const make = (payload: Payload): PublishedEvent => ({ name, payload });
  return Object.defineProperties(make, {
    name: { value: name },
    schema: { value: schema },
  }) as EventType<Payload>;
}
