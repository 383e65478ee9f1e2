import { randomUUID } from "node:crypto";
import type { Identifier } from "#features/access/types.ts";
import { confirmContactChange } from "#features/access/use-cases/confirm-contact-change.ts";
import { startContactChange } from "#features/access/use-cases/start-contact-change.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { DEMO_PASSWORD } from "../../../prisma/seed/people.ts";
import { newPhone } from "../account/newcomers.ts";
import { asPerson, now } from "./people.ts";

/** Some time after the account was opened. */
export const later = addSeconds(now, 3_600);

export function anEmail(): Identifier {
  return { kind: "email", value: `wulan-baru-${randomUUID().slice(0, 8)}@example.test` };
}

export function aPhone(): Identifier {
  return newPhone();
}

type Proof = { readonly password?: string; readonly code?: string };

export function start(id: AccountId, contact: Identifier, proof: Proof = {}, at = later) {
  const { password = DEMO_PASSWORD, code = "" } = proof;
  return asPerson(id, (work) => startContactChange(work, { contact, password, code }), at);
}

export function confirm(id: AccountId, digits: string, sessionId: string = randomUUID(), at = later) {
  return asPerson(id, (work) => confirmContactChange(work, { digits, sessionId }), at);
}

/** The digits of the last code that was made for this account. */
export async function rightDigits(holderId: AccountId): Promise<string> {
  const code = await database().oneTimeCode.findFirstOrThrow({
    where: { holderId },
    orderBy: { createdAt: "desc" },
  });
  return digitsOf(code.id);
}

/** Starts and completes the change. */
export async function change(id: AccountId, contact: Identifier, at = later) {
  const started = await start(id, contact, {}, at);
  return started.ok ? confirm(id, await rightDigits(id), randomUUID(), at) : started;
}

export function other(digits: string): string {
  return digits === "000000" ? "000001" : "000000";
}
