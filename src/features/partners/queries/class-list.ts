import type { StaffActor } from "#authorization/actor.ts";
import type { Locale } from "#i18n/messages.ts";
import { ok } from "#kernel/result.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { isClassListOpen } from "../policy/class-list.ts";
import type { ClassMember, OwnSchedule } from "../types/participant.ts";
import { ownProvider } from "./own-partner.ts";
import { findOwnSchedule } from "./participants.ts";

/** Whether there is an attendance list by name to open now. */
export async function hasClassList(schedule: Pick<OwnSchedule, "mode" | "endsAt">): Promise<boolean> {
  return isClassListOpen(schedule, await programmeNow());
}

/**
 * A class of the actor's own provider with who comes, by name, for the attendance list; null for another's class, for a
 * course without classes and for one long over. The look is written down, and everybody on the list can read it.
 */
export async function viewClassList(
  actor: StaffActor,
  code: string,
  locale: Locale,
): Promise<{ readonly schedule: OwnSchedule; readonly members: readonly ClassMember[] } | null> {
  const provider = ownProvider(actor);
  const schedule = provider && (await findOwnSchedule(provider, code, locale));
  if (!schedule) return null;
  const result = await inOneTransaction(actor, async (work) => {
    if (!isClassListOpen(schedule, work.now)) return ok(null);
    const members = await work.tx.$queryRaw<ClassMember[]>`
      SELECT p.participant_id AS "participantId", a.display_name AS name, p.redeem_code AS "redeemCode",
        ARRAY(SELECT t.sequence::int FROM attendance t WHERE t.purchase_id = p.id ORDER BY t.sequence) AS attended
      FROM purchase p JOIN account a ON a.id = p.participant_id
      WHERE p.schedule_id = ${schedule.id}::uuid AND p.status IN ('bought', 'redeemed', 'finished')
      ORDER BY a.display_name, p.id`;
    const participantIds = members.map(({ participantId }) => participantId);
    await work.recordRead({ participantIds, purpose: "class-attendance", data: ["name"] });
    return ok({ schedule, members });
  });
  return result.ok ? result.value : null;
}
