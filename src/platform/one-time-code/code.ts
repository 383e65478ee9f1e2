import { ok, type Result, refuseAndKeep } from "#kernel/result.ts";
import type { Transaction } from "#platform/db/client.ts";
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
  const guard = await lockGuard(work.tx, holderId, purpose);
  const code = await latestCode(work.tx, holderId, purpose);
  const decision = decideTry(guard, code, work.now);
  if (!decision.ok || !code) return decision.ok ? refuseAndKeep({ code: "code-expired" }) : decision;
  if (!areDigitsOf(code.id, digits)) {
    const after = afterWrong(guard, purpose, work.now);
    await writeGuard(work.tx, holderId, purpose, after.guard);
    return refuseAndKeep(after.refusal);
  }
  await work.tx.oneTimeCode.update({ where: { id: code.id }, data: { usedAt: work.now } });
  await writeGuard(work.tx, holderId, purpose, {
    wrong: 0,
    sends: 0,
    blockedUntil: null,
    sendBlockedUntil: null,
  });
  return ok({ channel: code.channel, destination: decryptField(code.destinationCipher) });
}

async function lockGuard(tx: Transaction, holderId: string, purpose: CodePurpose): Promise<Guard> {
  await tx.codeGuard.createMany({ data: [{ holderId, purpose }], skipDuplicates: true });
  await tx.$queryRaw`
    SELECT 1 FROM code_guard WHERE holder_id = ${holderId}::uuid AND purpose = ${purpose}::code_purpose FOR UPDATE`;
  return tx.codeGuard.findUniqueOrThrow({
    where: { holderId_purpose: { holderId, purpose } },
    select: { wrong: true, sends: true, blockedUntil: true, sendBlockedUntil: true },
  });
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

/** The last code that was made; an earlier one counts no more. */
async function latestCode(tx: Transaction, holderId: string, purpose: CodePurpose) {
  const row = await tx.oneTimeCode.findFirst({
    where: { holderId, purpose },
    orderBy: { createdAt: "desc" },
  });
  return row && !row.usedAt ? row : null;
}
