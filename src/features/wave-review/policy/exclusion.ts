import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ReviewRefusal } from "../refusals.ts";
import type { ReviewStatus } from "../types.ts";

/** Whether a person may be taken out of a wave: they joined it, and its list is not fixed yet. */
export function decideExclusion(facts: {
  readonly status: ReviewStatus | null;
  readonly hasJoined: boolean;
  readonly isExcluded: boolean;
}): Result<void, ReviewRefusal> {
  const { status } = facts;
  if (status === null) return refuse({ code: "review-wave-unknown" });
  if (status === "draft" || status === "scheduled") return refuse({ code: "review-not-yet-open" });
  if (status !== "open" && status !== "closed") return refuse({ code: "review-list-fixed" });
  if (!facts.hasJoined) return refuse({ code: "review-not-in-wave" });
  return facts.isExcluded ? refuse({ code: "review-excluded-already" }) : ok();
}
