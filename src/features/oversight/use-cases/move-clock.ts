import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideMove } from "../policy.ts";
import { findNextDeadline } from "../queries.ts";
import type { ClockRefusal } from "../refusals.ts";
import { lockClock, setClock } from "../repository.ts";
import type { ClockStep } from "../types.ts";

/** Moves the programme's time forward, in demo mode only. What has become due by then is done by the worker. */
export async function moveClock(
  work: Work<StaffActor>,
  { step, demo }: { readonly step: ClockStep; readonly demo: boolean },
): Promise<Result<{ reached: string }, ClockRefusal>> {
  const time = await lockClock(work.tx);
  const deadline = await findNextDeadline(time.now);
  const decision = decideMove(time, step, { demo, deadline: deadline?.at ?? null });
  if (!decision.ok) return decision;
  const { aheadSeconds, reached } = decision.value;
  await setClock(work.tx, aheadSeconds, reached);
  await work.record({ action: "clock-moved", details: { step, reached: reached.toISOString() } });
  return ok({ reached: reached.toISOString() });
}
