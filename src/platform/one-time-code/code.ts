import { ok, type Result, refuseAndKeep } from "#kernel/result.ts";
import { type Sql, sql, type Transaction } from "#platform/db/client.ts";
import { blindIndex, decryptField, encryptField } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { areDigitsOf } from "./digits.ts";
import { oneTimeCodeWanted } from "./events.ts";
import {
  afterWrong,
  type CodeChannel,
  type CodePurpose,
  type CodeRefusal,
  codeExpiry,
  decideDestination,
  decideSend,
  decideTry,
  type Guard,
  lookBack,
} from "./rules.ts";

type Wanted = {
  /** An account id: whose code it is. */
  readonly holderId: string;
  readonly purpose: CodePurpose;
  readonly channel: CodeChannel;
  /** "+628..." or an e-mail address; for paper the holder's id. */
  readonly destination: string;
};

/** Makes a code and asks the worker to send it. Refuses while a pause lasts, and within a minute of the last one. */
export async function issueCode(
  work: Work,
  { holderId, purpose, channel, destination }: Wanted,
): Promise<Result<{ codeId: string; expiresAt: Date }, CodeRefusal>> {
  const destinationIndex = blindIndex(channel === "email" ? "email" : "phone", destination);
  const guard = await lockGuard(work.tx, holderId, purpose);
  const lastSentAt = await findLastSentAt(work.tx, { holderId, purpose, destinationIndex });
  const decision = decideSend(guard, lastSentAt, work.now);
  if (!decision.ok) return decision;
  const sentAt = await lockDestination(work.tx, { purpose, destinationIndex }, work.now);
  const spared = decideDestination(purpose, sentAt, work.now);
  if (!spared.ok) return spared;
  await writeGuard(work.tx, holderId, purpose, decision.value);
  const codeId = work.newId<"one-time-code">();
  const expiresAt = codeExpiry(channel, work.now);
  await work.tx.oneTimeCode.create({
    data: {
      id: codeId,
      holderId,
      purpose,
      channel,
      destinationCipher: encryptField(destination),
      destinationIndex,
      createdAt: work.now,
      expiresAt,
    },
  });
  if (channel !== "paper") await work.publish(oneTimeCodeWanted({ codeId }));
  return ok({ codeId, expiresAt });
}

/** Takes the digits that somebody typed, once. A wrong code is counted even though the command is refused. */
export async function takeCode(
  work: Work,
  {
    holderId,
    purpose,
    digits,
  }: { readonly holderId: string; readonly purpose: CodePurpose; readonly digits: string },
): Promise<Result<{ channel: CodeChannel; destination: string }, CodeRefusal>> {
  const { guard, code } = await lockGuardAndCode(work.tx, holderId, purpose);
  const decision = decideTry(guard, code, work.now);
  if (!decision.ok || !code) return decision.ok ? refuseAndKeep({ code: "code-expired" }) : decision;
  if (!areDigitsOf(code.id, digits)) {
    const after = afterWrong(guard, purpose, work.now);
    await writeGuard(work.tx, holderId, purpose, after.guard);
    return refuseAndKeep(after.refusal);
  }
  const isUsed = await spendCode(work.tx, { ...code, holderId, purpose }, work.now);
  if (!isUsed) return refuseAndKeep({ code: "code-expired" });
  return ok({ channel: code.channel, destination: decryptField(code.destinationCipher) });
}

/** How the holder's guard stands; nobody else may try or ask for a code of theirs until this transaction ends. */
async function lockGuard(tx: Transaction, holderId: string, purpose: CodePurpose): Promise<Guard> {
  const [guard] = await tx.$queryRaw<Guard[]>`${heldGuard(holderId, purpose)}`;
  if (!guard) throw new Error("a guard is always written");
  return guard;
}

/** Written again as it is: that makes it if need be, waits for whoever holds it, and tells how it stands after them. */
function heldGuard(holderId: string, purpose: CodePurpose): Sql {
  return sql`
    INSERT INTO code_guard (holder_id, purpose) VALUES (${holderId}::uuid, ${purpose}::code_purpose)
    ON CONFLICT (holder_id, purpose) DO UPDATE SET wrong = code_guard.wrong
    RETURNING wrong::int, sends::int, blocked_until AS "blockedUntil", send_blocked_until AS "sendBlockedUntil"`;
}

type Code = {
  readonly id: string;
  readonly channel: CodeChannel;
  readonly destinationCipher: Uint8Array;
  readonly expiresAt: Date;
};

/** The same, with the last code that was made, unless it was used; an earlier one counts no more. */
async function lockGuardAndCode(
  tx: Transaction,
  holderId: string,
  purpose: CodePurpose,
): Promise<{ readonly guard: Guard; readonly code: Code | null }> {
  const [row] = await tx.$queryRaw<(Guard & { [Key in keyof Code]: Code[Key] | null })[]>`
    WITH guard AS (${heldGuard(holderId, purpose)})
    SELECT guard.*, code.id, code.channel::text AS channel, code.destination_cipher AS "destinationCipher", code.expires_at AS "expiresAt"
    FROM guard LEFT JOIN (
      SELECT * FROM one_time_code WHERE holder_id = ${holderId}::uuid AND purpose = ${purpose}::code_purpose
      ORDER BY created_at DESC LIMIT 1) code ON code.used_at IS NULL`;
  if (!row) throw new Error("a guard is always written");
  const { id, channel, destinationCipher, expiresAt, ...guard } = row;
  const isThere = id !== null && channel !== null && destinationCipher !== null && expiresAt !== null;
  return { guard, code: isThere ? { id, channel, destinationCipher, expiresAt } : null };
}

/** Once: false when somebody else used it between reading and now. Whoever knew the code starts anew. */
async function spendCode(
  tx: Transaction,
  {
    id,
    holderId,
    purpose,
  }: { readonly id: string; readonly holderId: string; readonly purpose: CodePurpose },
  now: Date,
): Promise<boolean> {
  const used = await tx.$executeRaw`
    WITH used AS (
      UPDATE one_time_code SET used_at = ${now} WHERE id = ${id}::uuid AND used_at IS NULL RETURNING id
    )
    UPDATE code_guard SET wrong = 0, sends = 0, blocked_until = NULL, send_blocked_until = NULL
    WHERE holder_id = ${holderId}::uuid AND purpose = ${purpose}::code_purpose AND EXISTS (SELECT FROM used)`;
  return used === 1;
}

async function writeGuard(
  tx: Transaction,
  holderId: string,
  purpose: CodePurpose,
  guard: Guard,
): Promise<void> {
  await tx.codeGuard.update({ where: { holderId_purpose: { holderId, purpose } }, data: guard });
}

type Sent = { readonly purpose: CodePurpose; readonly destinationIndex: Uint8Array<ArrayBuffer> };

/** When this holder was last sent a code there; another phone or address need not wait. */
async function findLastSentAt(
  tx: Transaction,
  where: Sent & { readonly holderId: string },
): Promise<Date | null> {
  const row = await tx.oneTimeCode.findFirst({
    where,
    select: { createdAt: true },
    orderBy: { createdAt: "desc" },
  });
  return row?.createdAt ?? null;
}

/** When anybody was last sent codes there. Locked until this transaction ends, so that many at once are counted. */
async function lockDestination(tx: Transaction, where: Sent, now: Date): Promise<readonly Date[]> {
  const { since, most } = lookBack(now);
  await tx.$queryRaw`
    SELECT 1 FROM pg_advisory_xact_lock(('x' || encode(substring(${where.destinationIndex}::bytea from 1 for 8), 'hex'))::bit(64)::bigint)`;
  const rows = await tx.oneTimeCode.findMany({
    where: { ...where, createdAt: { gt: since } },
    select: { createdAt: true },
    orderBy: { createdAt: "desc" },
    take: most,
  });
  return rows.map((row) => row.createdAt);
}
