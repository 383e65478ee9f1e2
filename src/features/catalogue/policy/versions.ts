import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ConflictRefusal, VersionRefusal } from "../refusals.ts";
import { type Ownership, qualityPoints, type VersionState, type VersionStatus } from "../types/authoring.ts";

/** Where a version may go from where it is; the database says the same (trigger course_version_stays). */
export const stepsOfVersion: Readonly<Record<VersionStatus, readonly VersionStatus[]>> = {
  draft: ["submitted"],
  submitted: ["approved", "refused"],
  approved: [],
  refused: [],
};

const mayGo = (from: VersionStatus, to: VersionStatus) => stepsOfVersion[from].includes(to);

/** Writing goes into the draft that is open, or into a new version after the last one; nothing is written while one is judged. */
export function decideWriting(
  latest: VersionState | null,
  providerSlug: string,
): Result<{ readonly version: number; readonly isNew: boolean }, VersionRefusal> {
  if (!latest) return ok({ version: 1, isNew: true });
  if (latest.providerSlug !== providerSlug) return refuse({ code: "course-unknown" });
  if (latest.status === "submitted") return refuse({ code: "course-in-review" });
  const isNew = latest.status !== "draft";
  return ok({ version: isNew ? latest.version + 1 : latest.version, isNew });
}

/** The provider hands its draft in; from now its words stand. */
export function decideSubmission(
  version: VersionState | null,
  providerSlug: string,
): Result<VersionState, VersionRefusal> {
  if (!version || version.providerSlug !== providerSlug) return refuse({ code: "course-unknown" });
  return mayGo(version.status, "submitted") ? ok(version) : refuse({ code: "course-not-a-draft" });
}

type Judgement = {
  readonly decision: "approve" | "return";
  readonly checked: readonly string[];
  readonly note: string | null;
};

/** An approval needs every point of the checklist; a refusal needs a note that says what to mend. */
export function decideJudgement(
  version: VersionState | null,
  { decision, checked, note }: Judgement,
): Result<VersionState, VersionRefusal> {
  if (!version) return refuse({ code: "course-unknown" });
  if (!mayGo(version.status, decision === "approve" ? "approved" : "refused")) {
    return refuse({ code: "course-not-submitted" });
  }
  if (decision === "return") return note ? ok(version) : refuse({ code: "course-note-missing" });
  const missing = qualityPoints.filter((point) => !checked.includes(point)).length;
  return missing > 0 ? refuse({ code: "course-checklist-incomplete", missing }) : ok(version);
}

/** A platform may not sell the courses of a provider that it owns, or that owns it. */
export function decideConflict(standing: Ownership | null): Result<void, ConflictRefusal> {
  if (!standing) return ok();
  const { platformName, providerName, ground } = standing;
  return refuse({ code: "course-conflict", platform: platformName, provider: providerName, ground });
}

/** The address of a new course, from its title. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replaceAll(/^-+|-+$/g, "") || "pelatihan";
}
