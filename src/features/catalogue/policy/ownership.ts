import type { Day } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { OwnershipRefusal } from "../refusals.ts";

type OwnershipFacts = {
  readonly platformExists: boolean;
  readonly providerExists: boolean;
  readonly standsAlready: boolean;
  /** One of theirs began on that day before, and is over. */
  readonly beganThatDay: boolean;
};

/** An ownership is written down when it is known: it began today or before. */
export function decideOwnership(
  { platformExists, providerExists, standsAlready, beganThatDay }: OwnershipFacts,
  since: Day,
  today: Day,
): Result<void, OwnershipRefusal> {
  if (!platformExists) return refuse({ code: "ownership-platform-unknown" });
  if (!providerExists) return refuse({ code: "ownership-provider-unknown" });
  if (standsAlready) return refuse({ code: "ownership-stands-already" });
  if (beganThatDay) return refuse({ code: "ownership-began-before" });
  return since > today ? refuse({ code: "ownership-in-future" }) : ok();
}

/** It ends on a day from its beginning until today; `since` is null when none stands. */
export function decideOwnershipEnd(
  since: Day | null,
  until: Day,
  today: Day,
): Result<void, OwnershipRefusal> {
  if (since === null) return refuse({ code: "ownership-unknown" });
  if (until < since) return refuse({ code: "ownership-ends-before-start" });
  return until > today ? refuse({ code: "ownership-in-future" }) : ok();
}
