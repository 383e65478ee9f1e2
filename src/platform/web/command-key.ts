import { createHash, createHmac } from "node:crypto";
import { type Actor, actorName } from "#authorization/actor.ts";
import { env } from "#env.ts";
import { uuidv7 } from "#kernel/identifiers.ts";
import { realChance } from "#platform/db/chance.ts";

/** The idempotency key of a form, made when the form is rendered. */
export function newCommandKey(): string {
  return uuidv7(new Date(), realChance.bytes(10));
}

type SentCommand = {
  readonly formKey: string;
  readonly command: string;
  readonly actor: Actor;
  readonly fields: Readonly<Record<string, unknown>>;
};

/**
 * What makes two posts the same command: the form, the command, who sends it, and what was typed. A doubled click is
 * one command; a form that comes back by the Back button with other words in it, or under other hands, is another.
 */
export async function commandIdentity({ formKey, command, actor, fields }: SentCommand): Promise<string> {
  const names = Object.keys(fields).sort();
  const content = await Promise.all(names.map(async (name) => [name, await printOf(fields[name])]));
  const mac = createHmac("sha256", Buffer.from(env().TOKEN_KEY, "hex"));
  const hex = mac.update(JSON.stringify([formKey, command, actorName(actor), content])).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

async function printOf(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(printOf));
  if (!(value instanceof Blob)) return value;
  return createHash("sha256")
    .update(new Uint8Array(await value.arrayBuffer()))
    .digest("hex");
}
