import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { decideIntent } from "../policy/purchase.ts";
import { findIntent } from "../queries/intent.ts";
import type { IntentRefusal, PurchaseRefusal } from "../refusals.ts";
import { lockCard, prolongIntent } from "../repository/buying.ts";
import { sendCode } from "./request-purchase.ts";

/** Sends another code for a purchase that waits for one, and lets it wait as long as the new code lives. */
export async function resendCode(
  work: Work<ParticipantActor>,
  { intentId }: { readonly intentId: string },
): Promise<Result<{ intentId: string }, IntentRefusal | PurchaseRefusal | CodeRefusal>> {
  const { participantId } = work.actor;
  await lockCard(work.tx, participantId);
  const intent = decideIntent(await findIntent({ id: intentId, participantId }, work.tx), work.now);
  if (!intent.ok) return intent;
  if (intent.value.purchaseId) return ok({ intentId });
  const sent = await sendCode(work, participantId);
  if (!sent.ok) return sent;
  await prolongIntent(work.tx, intent.value.id, sent.value.expiresAt);
  return ok({ intentId });
}
