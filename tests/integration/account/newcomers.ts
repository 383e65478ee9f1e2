import { randomInt, randomUUID } from "node:crypto";
import { visitor } from "#authorization/actor.ts";
import type { Contact } from "#features/account/types.ts";
import { startSignUp } from "#features/account/use-cases/start-sign-up.ts";
import type { Result } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";

export const now = new Date("2026-11-24T03:00:00Z");
export const PASSWORD = "kopi-hangat-di-teras-88";

export function run<Value, Refusal>(
  command: (work: Work<typeof visitor>) => Promise<Result<Value, Refusal>>,
  at = now,
): Promise<Result<Value, Refusal>> {
  return inOneTransaction(visitor, command, { now: at });
}

export function newEmail(): Contact {
  return { kind: "email", value: `wulan-${randomUUID().slice(0, 8)}@example.test` };
}

/** `ending` decides what the SMS gateway says of it; a number of chance alone would sometimes end as one that gets nothing. */
export function newPhone(ending = "10"): Contact {
  return { kind: "phone", value: `+62812${randomInt(1_000_000, 9_999_999)}${ending}` };
}

export function signUp(contact: Contact, { at = now, password = PASSWORD } = {}) {
  return run((work) => startSignUp(work, { contact, password, displayName: "Wulan", locale: "id" }), at);
}

/** A sign-up that was started, whatever became of its code. */
export async function aSignUp(contact: Contact, at = now): Promise<string> {
  const started = await signUp(contact, { at });
  if (!started.ok) throw new Error(`the sign-up was refused: ${started.refusal.code}`);
  return started.value.signUpId;
}

/** The id of the last code of a sign-up. */
export async function lastCode(signUpId: string): Promise<string> {
  const row = await database().oneTimeCode.findFirstOrThrow({
    where: { holderId: signUpId },
    orderBy: { createdAt: "desc" },
  });
  return row.id;
}

export async function rightDigits(signUpId: string): Promise<string> {
  return digitsOf(await lastCode(signUpId));
}

/** Six digits that are not these. */
export function otherThan(digits: string): string {
  return digits === "000000" ? "000001" : "000000";
}
