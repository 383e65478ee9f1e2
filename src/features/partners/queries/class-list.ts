import type { StaffActor } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { isClassListOpen } from "../policy/class-list.ts";
import type { ClassMember, OwnSchedule } from "../types/participant.ts";
import { ownProvider } from "./own-partner.ts";

/** Whether there is an attendance list by name to open now. */
export async function hasClassList(schedule: Pick<OwnSchedule, "mode" | "endsAt">): Promise<boolean> {
  return isClassListOpen(schedule, await programmeNow());
}

/**
 * Who comes to a class of the actor's own provider, by name, for the attendance list; null for another's class, for a
 * course without classes and for one long over. The look is written down, and everybody on the list can read it.
 */
export async function viewClassList(actor: StaffActor, code: string): Promise<readonly ClassMember[] | null> {
  const result = await inOneTransaction(actor, async (work) => {
    const provider = ownProvider(actor);
    const schedule = await work.tx.courseSchedule.findFirst({
      where: { code, course: { providerSlug: provider?.slug ?? "" } },
      select: { id: true, endsAt: true, course: { select: { mode: true } } },
    });
    const isOpen =
      schedule && isClassListOpen({ mode: schedule.course.mode, endsAt: schedule.endsAt }, work.now);
    if (!isOpen) return ok(null);
    const members = await work.tx.$queryRaw<ClassMember[]>`
      SELECT p.participant_id AS "participantId", a.display_name AS name, p.redeem_code AS "redeemCode",
        ARRAY(SELECT t.sequence::int FROM attendance t WHERE t.purchase_id = p.id ORDER BY t.sequence) AS attended
      FROM purchase p JOIN account a ON a.id = p.participant_id
      WHERE p.schedule_id = ${schedule.id}::uuid AND p.status IN ('bought', 'redeemed', 'finished')
      ORDER BY a.display_name, p.id`;
    const participantIds = members.map(({ participantId }) => participantId);
    await work.recordRead({ participantIds, purpose: "class-attendance", data: ["name"] });
    return ok(members);
  });
  return result.ok ? result.value : null;
}
