import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AssistanceRefusal } from "./refusals.ts";
import type { AssistedFacts, AssistedStatus, Region } from "./types.ts";

/** Seconds that a form may wait on a device and still say when the consent was given. */
const OLDEST = 30 * 24 * 3_600;
/** Seconds for which a sheet may be shown again, to print it once more. */
const SLIP_LASTS = 60;

/** Whether this office may register somebody of this village. */
export function decideAssistance(
  region: Region | null,
  villageCode: string,
): Result<Region, AssistanceRefusal> {
  if (!region) return refuse({ code: "assist-no-region" });
  return villageCode.startsWith(`${region.code}.`)
    ? ok(region)
    : refuse({ code: "assist-other-region", region: region.name });
}

/** What the office may still touch: a form of its own region that was neither sent nor taken over. */
export function isOpenTo(
  region: Pick<Region, "code"> | null,
  assisted: { readonly regencyCode: string } & Pick<AssistedFacts, "submittedAt" | "takenOverAt">,
): boolean {
  return isOfRegion(region, assisted) && !assisted.submittedAt && !assisted.takenOverAt;
}

export function isOfRegion(
  region: Pick<Region, "code"> | null,
  assisted: { readonly regencyCode: string },
): boolean {
  return region?.code === assisted.regencyCode;
}

const photoSteps = ["photo", "selfie"];

/** The one word that the list shows. */
export function statusOf({ step, verification, submittedAt, takenOverAt }: AssistedFacts): AssistedStatus {
  if (takenOverAt) return "taken-over";
  if (verification === "verified") return "verified";
  if (verification === "refused") return "refused";
  if (submittedAt) return "submitted";
  return step && photoSteps.includes(step) ? "photos-missing" : "draft";
}

/** When the consent was given: as the device says, where that can be. */
export function consentMoment(claimed: Date | null, now: Date): Date {
  const isPossible = claimed !== null && claimed <= now && claimed >= addSeconds(now, -OLDEST);
  return isPossible ? claimed : now;
}

/** A code on paper is shown once, and for a minute again to whoever's printer jammed. */
export function mayShowSlip(firstShownAt: Date | null, now: Date): boolean {
  return firstShownAt === null || addSeconds(firstShownAt, SLIP_LASTS) >= now;
}
