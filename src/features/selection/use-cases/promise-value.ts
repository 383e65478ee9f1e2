import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideMoment, decidePromise, publicPromise } from "../policy/promises.ts";
import { sha256 } from "../queries/sha256.ts";
import type { CeremonyRefusal } from "../refusals/ceremony.ts";
import { insertPromise, lockCeremony } from "../repository/promises.ts";

/** Operator or witness promises a secret: only its hash comes here, the secret stays with its party. */
export async function promiseSecret(
  work: Work<StaffActor>,
  { waveId, party, promise }: SecretInput,
): Promise<Result<{ waveId: string }, CeremonyRefusal>> {
  const ceremony = await lockCeremony(work.tx, waveId);
  if (!ceremony) return refuse({ code: "ceremony-wave-unknown" });
  const decision = decidePromise(ceremony, party, work.actor.accountId);
  if (!decision.ok) return decision;
  const commitment = new Uint8Array(Buffer.from(promise, "hex"));
  const by = { committedBy: work.actor.accountId, committedAt: work.now };
  await insertPromise(work.tx, { waveId, party, commitment, ...by, source: null, knownAt: null });
  await work.record({
    action: "draw-value-promised",
    subject: `wave:${waveId}`,
    details: { party, promise },
  });
  return ok({ waveId });
}

type SecretInput = {
  readonly waveId: string;
  readonly party: "operator" | "witness";
  /** SHA-256 by the rule, in hexadecimal. */
  readonly promise: string;
};

/** Announces which public figure will be taken, and from which moment on it can be known. */
export async function announcePublicValue(
  work: Work<StaffActor>,
  { waveId, source, knownAt }: { readonly waveId: string; readonly source: string; readonly knownAt: Date },
): Promise<Result<{ waveId: string; role: string }, CeremonyRefusal>> {
  const ceremony = await lockCeremony(work.tx, waveId);
  if (!ceremony) return refuse({ code: "ceremony-wave-unknown" });
  const decision = decidePromise(ceremony, "public", work.actor.accountId);
  if (!decision.ok) return decision;
  const inTime = decideMoment(knownAt, work.now);
  if (!inTime.ok) return inTime;
  const commitment = publicPromise(sha256, ceremony.number, knownAt, source);
  const by = { committedBy: work.actor.accountId, committedAt: work.now };
  await insertPromise(work.tx, { waveId, party: "public", commitment, ...by, source, knownAt });
  await work.record({
    action: "draw-value-announced",
    subject: `wave:${waveId}`,
    details: { source, knownAt: knownAt.toISOString() },
  });
  return ok({ waveId, role: work.actor.role });
}
