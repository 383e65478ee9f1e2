import { dayInWib } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { SelectionRefusal } from "../refusals.ts";
import type { SelectionStatus } from "../types.ts";

/** Whether a wave may be drawn: it is closed, it was not drawn, and no other draw waits for its publication. */
export function decideDraw(
  status: SelectionStatus,
  unpublished: number | null,
): Result<void, SelectionRefusal> {
  if (status === "drawn" || status === "published") return refuse({ code: "selection-already-drawn" });
  if (status !== "closed") return refuse({ code: "selection-wave-not-closed" });
  return unpublished === null ? ok() : refuse({ code: "selection-another-unpublished", number: unpublished });
}

/** Whether a wave's result may be published. Publishing again is no mistake and changes nothing. */
export function decidePublication(
  status: SelectionStatus,
): Result<"publish" | "nothing-to-do", SelectionRefusal> {
  if (status === "published") return ok("nothing-to-do");
  return status === "drawn" ? ok("publish") : refuse({ code: "selection-wave-not-drawn" });
}

/** The decree that names the recipients of a wave: "SK-SIM/7/2026", the year in WIB. */
export function decreeNumberOf(waveNumber: number, now: Date): string {
  return `SK-SIM/${waveNumber}/${dayInWib(now).slice(0, 4)}`;
}
