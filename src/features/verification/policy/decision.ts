import { ageOn, type Day, dayInWib } from "#kernel/calendar.ts";
import type { VerificationRefusal } from "../refusals.ts";
import type {
  ListRegister,
  MendableReason,
  RegisterAgreement,
  RegisterAnswers,
  ReviewReason,
} from "../types.ts";
import { isInForce } from "./entries.ts";

export type Decision =
  | { readonly status: "verified" }
  | { readonly status: "refused"; readonly refusal: VerificationRefusal }
  | { readonly status: "in_review"; readonly reason: ReviewReason };

/** What else is known of the person. */
export type Person = {
  readonly birthDate: Day;
  /** What was read on the photo of the KTP is not what was typed. A hint: machines misread. */
  readonly documentDiffers: boolean;
};

/**
 * Decides when all registers have answered (programme rules, section 3). The population register comes first: while the
 * data is not agreed on, what the lists say may be about somebody else. Then what excludes; a doubt comes last.
 */
export function decideVerification(answers: RegisterAnswers, person: Person, now: Date): Decision {
  const today = dayInWib(now);
  return (
    decideIdentity(answers) ??
    decideBar(answers, today) ??
    decideContradiction(answers, person, today) ??
    decideExclusion(answers, today) ??
    decideDoubt(answers, person) ?? { status: "verified" }
  );
}

function decideIdentity(answers: RegisterAnswers): Decision | null {
  const isListed = lists.some((list) => answers[list].entry !== null);
  if (!answers.population.exists && isListed)
    return { status: "in_review", reason: "review-registers-contradict" };
  const code = firstMismatch(answers.population);
  return code && { status: "refused", refusal: { code } };
}

const lists: readonly ListRegister[] = ["education", "social_aid", "occupation", "blacklist", "priority"];

/** The first thing to mend. */
function firstMismatch(agreement: RegisterAgreement): MendableReason | null {
  if (!agreement.exists) return "verification-nik-unknown";
  if (!agreement.familyCard) return "verification-family-card-differs";
  if (agreement.name === "different") return "verification-name-differs";
  if (!agreement.birthDate) return "verification-birth-date-differs";
  return agreement.mother ? null : "verification-mother-differs";
}

function decideBar({ blacklist }: RegisterAnswers, today: Day): Decision | null {
  if (!blacklist.entry || !isInForce(blacklist.entry, today)) return null;
  const { kind, until } = blacklist.entry;
  return { status: "refused", refusal: { code: "verification-blacklisted", kind, until } };
}

/** Hardly anybody older goes to school, evening classes included; the register may mean somebody else. */
const OLDEST_PUPIL = 30;

/** Two registers cannot both be right: a pupil of forty, a soldier in service who was laid off. */
function decideContradiction(answers: RegisterAnswers, { birthDate }: Person, today: Day): Decision | null {
  const { education, occupation, priority } = answers;
  const isPupil = education.entry?.kind === "pupil" && isInForce(education.entry, today);
  const isOldPupil = isPupil && ageOn(birthDate, today) > OLDEST_PUPIL;
  const isInService = isInForce(occupation.entry, today) && isInForce(priority.entry, today);
  return isOldPupil || isInService ? { status: "in_review", reason: "review-registers-contradict" } : null;
}

function decideExclusion({ education, occupation }: RegisterAnswers, today: Day): Decision | null {
  if (isInForce(occupation.entry, today))
    return { status: "refused", refusal: { code: "verification-excluded-occupation" } };
  return isInForce(education.entry, today)
    ? { status: "refused", refusal: { code: "verification-in-education" } }
    : null;
}

function decideDoubt({ population }: RegisterAnswers, { documentDiffers }: Person): Decision | null {
  if (population.name !== "similar") return null;
  return {
    status: "in_review",
    reason: documentDiffers ? "review-document-differs" : "review-name-similar",
  };
}
