import { uuidv7 } from "#kernel/identifiers.ts";
import { realChance } from "#platform/db/chance.ts";

/** The idempotency key of a form, made when the form is rendered. */
export function newCommandKey(): string {
  return uuidv7(new Date(), realChance.bytes(10));
}
