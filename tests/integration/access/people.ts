import { randomUUID } from "node:crypto";
import { visitor } from "#authorization/actor.ts";
import type { Holder } from "#features/access/types.ts";
import { signIn } from "#features/access/use-cases/sign-in.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { digitsOfStep, stepAt } from "#platform/web/authenticator.ts";
import { sessionOfToken } from "#platform/web/session-token.ts";
import {
  DEMO_PASSWORD,
  DEMO_SECRET,
  insertAccount,
  insertSecondFactor,
} from "../../../prisma/seed/people.ts";
import { anOpenSession } from "../../support/sessions.ts";
import { newPhone } from "../account/newcomers.ts";

export const now = new Date("2026-11-24T03:00:00Z");
export const browser = { browser: "Chrome", system: "Android", network: "36.80.12.x" };

export type Somebody = { readonly id: AccountId; readonly email: string };
type Options = Partial<Parameters<typeof insertAccount>[1]> & { readonly hasFactor?: boolean };

export async function somebody({ hasFactor, ...options }: Options = {}): Promise<Somebody> {
  const email = `wulan-${randomUUID().slice(0, 8)}@example.test`;
  const id = await insertAccount({ email, name: "Wulan" }, { now, ...options });
  if (hasFactor) await insertSecondFactor(id, now);
  return { id: id as string as AccountId, email };
}

/** Somebody whose only contact is a phone. */
export async function somebodyByPhone(changes: { readonly isVerified?: boolean } = {}) {
  const { id } = await somebody();
  const { value: phone } = newPhone();
  const phoneVerifiedAt = changes.isVerified === false ? null : now;
  const kept = { phoneCipher: encryptField(phone), phoneIndex: blindIndex("phone", phone), phoneVerifiedAt };
  await database().account.update({ where: { id }, data: { email: null, emailVerifiedAt: null, ...kept } });
  return { id, phone };
}

export function asVisitor<Value, Refusal>(
  command: (work: Work<typeof visitor>) => Promise<Result<Value, Refusal>>,
  at = now,
) {
  return inOneTransaction(visitor, command, { now: at });
}

export function asPerson<Value, Refusal>(
  id: AccountId,
  command: (
    work: Work<{ readonly role: "participant"; readonly participantId: ParticipantId }>,
  ) => Promise<Result<Value, Refusal>>,
  at = now,
) {
  const actor = { role: "participant", participantId: id as string as ParticipantId } as const;
  return inOneTransaction(actor, command, { now: at });
}

export function asOfficer<Value, Refusal>(
  id: AccountId,
  command: (
    work: Work<{
      readonly role: "officer";
      readonly accountId: AccountId;
      readonly providerSlug: null;
      platformSlug: null;
    }>,
  ) => Promise<Result<Value, Refusal>>,
) {
  return inOneTransaction(
    { role: "officer", accountId: id, providerSlug: null, platformSlug: null } as const,
    command,
    { now },
  );
}

export function trySignIn(typed: string, password = DEMO_PASSWORD, at = now, replaces: string | null = null) {
  const kind = typed.includes("@") ? ("email" as const) : ("phone" as const);
  return asVisitor(
    (work) => signIn(work, { identifier: { kind, value: typed }, password, browser, replaces }),
    at,
  );
}

/** The session of a browser that this account signed in with, as the second step's commands know it. */
export async function holderOf(id: AccountId, hasShownBoth = false): Promise<Holder & { token: string }> {
  const { token, sessionId } = await anOpenSession(id, { hasShownBoth });
  const session = await sessionOfToken(token);
  if (!session) throw new Error("the session does not count");
  const { accountId, role, standing } = session;
  return { sessionId: sessionId as Holder["sessionId"], accountId, role, standing, token };
}

/** Waits where the half minute is nearly over: the code of the one before it counts until its end. */
export async function earlyInTheHalfMinute(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 4_000) await new Promise((wake) => setTimeout(wake, left));
}

/** The code that the demo authenticator shows now, or so many half minutes later. */
export function demoCode(later = 0, secret = DEMO_SECRET): string {
  return digitsOfStep(secret, stepAt(new Date()) + later);
}
