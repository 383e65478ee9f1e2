import type { AccountId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Failures, Identifier } from "../types.ts";

/** What is guarded: an identifier as it was typed, whether anybody has it or not, or an account's second step. */
export function subjectOf(what: Identifier | { readonly secondStepOf: AccountId }): string {
  if ("secondStepOf" in what) return `second-step:${what.secondStepOf}`;
  return `identifier:${Buffer.from(blindIndex(what.kind, what.value)).toString("hex")}`;
}

/** The guard, locked until this transaction ends, so that attempts come one after the other. */
export async function lockGuard(tx: Transaction, subject: string, now: Date): Promise<Failures> {
  await tx.accessGuard.createMany({ data: [{ subject, windowStartedAt: now }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM access_guard WHERE subject = ${subject} FOR UPDATE`;
  return tx.accessGuard.findUniqueOrThrow({
    where: { subject },
    select: { failures: true, windowStartedAt: true, blockedUntil: true, pauses: true },
  });
}

export async function writeGuard(tx: Transaction, subject: string, guard: Failures): Promise<void> {
  await tx.accessGuard.update({ where: { subject }, data: guard });
}

/** Whoever got in has no failures. */
export async function clearGuards(tx: Transaction, subjects: readonly string[]): Promise<void> {
  await tx.accessGuard.deleteMany({ where: { subject: { in: [...subjects] } } });
}

/** The guards of an account's own contacts. */
export async function clearGuardsOf(
  tx: Transaction,
  account: { readonly email: string | null; readonly phoneIndex: Uint8Array | null },
): Promise<void> {
  const subjects = [];
  if (account.email) subjects.push(subjectOf({ kind: "email", value: account.email }));
  if (account.phoneIndex) subjects.push(`identifier:${Buffer.from(account.phoneIndex).toString("hex")}`);
  await clearGuards(tx, subjects);
}

/** Forgets failures of long ago. */
export async function removeOldGuards(tx: Transaction, before: Date): Promise<number> {
  const { count } = await tx.accessGuard.deleteMany({
    where: {
      windowStartedAt: { lt: before },
      OR: [{ blockedUntil: null }, { blockedUntil: { lt: before } }],
    },
  });
  return count;
}
