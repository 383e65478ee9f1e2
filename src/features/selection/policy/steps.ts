import { ok, type Result, refuse } from "#kernel/result.ts";
import type { SelectionRefusal } from "../refusals.ts";
import type { SelectionRun, SelectionStatus } from "../types.ts";

const beforeClosing: readonly SelectionStatus[] = ["draft", "scheduled", "open"];
const beforeDraw: readonly SelectionStatus[] = [...beforeClosing, "closed", "frozen"];

/**
 * Whether a wave's list may be fixed: it is closed, and no other wave stands between its list and its publication, because
 * the recipients of that one are not known yet.
 */
export function decideFreeze(
  status: SelectionStatus,
  isAnotherUndecided: boolean,
): Result<void, SelectionRefusal> {
  if (beforeClosing.includes(status)) return refuse({ code: "selection-wave-not-closed" });
  if (status !== "closed") return refuse({ code: "selection-frozen-already" });
  return isAnotherUndecided ? refuse({ code: "selection-another-undecided" }) : ok();
}

/** Whether a wave may be drawn: once, from a fixed list and all three values. */
export function decideDraw(status: SelectionStatus, values: number): Result<void, SelectionRefusal> {
  if (!beforeDraw.includes(status)) return refuse({ code: "selection-already-drawn" });
  if (status !== "frozen") return refuse({ code: "selection-wave-not-frozen" });
  return values === 3 ? ok() : refuse({ code: "selection-values-missing" });
}

/** Whether a drawn wave may be called reviewed. A second time is no mistake and changes nothing. */
export function decideReview(status: SelectionStatus): Result<"review" | "nothing-to-do", SelectionRefusal> {
  if (status === "drawn") return ok("review");
  return beforeDraw.includes(status) ? refuse({ code: "selection-wave-not-drawn" }) : ok("nothing-to-do");
}

/** Whether work on a wave may be asked for: not while it is under way. */
export function decideRun(run: SelectionRun | null): Result<void, SelectionRefusal> {
  return run && isUnderWay(run) ? refuse({ code: "selection-under-way" }) : ok();
}

export function isUnderWay(run: SelectionRun): boolean {
  return run.finishedAt === null && run.failure === null;
}
