import type { StaffActor } from "#authorization/actor.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { isOfRegion, mayShowSlip } from "../policy.ts";
import { findOfficeRegion } from "../queries.ts";
import type { Slip } from "../types.ts";

/**
 * The code on paper, right after it was made; null when it was shown before. Showing it is the moment that counts, so
 * it is written down like a command.
 */
export async function viewSlip(
  actor: StaffActor,
  participantId: string,
  codeId: string,
): Promise<Slip | null> {
  if (!isUuid(participantId) || !isUuid(codeId)) return null;
  const result = await inOneTransaction(actor, async (work) => {
    const region = await findOfficeRegion(actor.accountId, work.tx);
    const row = await work.tx.assistedRegistration.findUnique({ where: { participantId } });
    const code = await work.tx.oneTimeCode.findFirst({
      where: { id: codeId, holderId: participantId, purpose: "take_over", channel: "paper", usedAt: null },
    });
    if (!row || !code || row.takenOverAt || !isOfRegion(region, row)) return ok(null);
    if (!mayShowSlip(code.delivery === "queued" ? null : code.deliveryAt, work.now)) return ok(null);
    if (code.delivery === "queued") {
      const shown = { delivery: "delivered", deliveryAt: work.now } as const;
      await work.tx.oneTimeCode.update({ where: { id: codeId }, data: shown });
      await work.record({ action: "take-over-slip-shown", subject: `participant:${participantId}` });
    }
    const account = await work.tx.account.findUniqueOrThrow({ where: { id: participantId } });
    return ok({ name: account.displayName, digits: digitsOf(codeId), expiresAt: code.expiresAt });
  });
  return result.ok ? result.value : null;
}
