import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideOpening } from "../policy/induction.ts";
import { findCard, findInduction } from "../queries.ts";
import type { InductionRefusal } from "../refusals.ts";
import { openPart } from "../repository.ts";
import type { InductionPart } from "../types.ts";

/** Opens a part of the introduction: from now on its time runs. */
export async function openInduction(
  work: Work<ParticipantActor>,
  { part }: { readonly part: InductionPart },
): Promise<Result<{ part: InductionPart }, InductionRefusal>> {
  const { participantId } = work.actor;
  if (!(await findCard(participantId, work.tx))) return refuse({ code: "balance-no-card" });
  const decision = decideOpening(await findInduction(participantId, work.tx), part);
  if (!decision.ok) return decision;
  await openPart(work.tx, participantId, part, work.now);
  return ok({ part });
}
