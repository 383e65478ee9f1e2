import { ageOn, type Day } from "#kernel/calendar.ts";
import { agreesWith, type Gender, parseFamilyCardNumber, parseNik } from "#kernel/nik.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { RegistrationRefusal } from "./refusals.ts";
import { amendablePages } from "./types/changes.ts";
import {
  type DocumentKind,
  type Identity,
  type RegistrationPage,
  type RegistrationStep,
  registrationSteps,
  type Statements,
} from "./types.ts";

/** Nobody younger takes part, in any scheme (programme rules, section 2). */
const MINIMUM_AGE = 18;

/**
 * Whether a page may be filled now: pages already reached may be changed, later ones wait. Of a registration that was
 * sent, how somebody lives and is reached may be changed any time; who they are only when its check opened it again.
 */
export function mayFill(
  reached: RegistrationStep,
  page: RegistrationPage,
): Result<void, RegistrationRefusal> {
  if (reached === "submitted")
    return amendablePages.some((open) => open === page) ? ok() : refuse({ code: "registration-submitted" });
  return isReached(reached, page) ? ok() : refuse({ code: "registration-step-locked" });
}

export function isReached(reached: RegistrationStep, page: RegistrationStep): boolean {
  return registrationSteps.indexOf(page) <= registrationSteps.indexOf(reached);
}

/** Where a person stands once a page is filled; changing an earlier page does not lead back. */
export function stepAfter(reached: RegistrationStep, filled: RegistrationPage): RegistrationStep {
  const next = registrationSteps[registrationSteps.indexOf(filled) + 1] ?? "review";
  return isReached(reached, next) ? reached : next;
}

/** Where a person stands once another phone number is typed: it has to answer before anything after it. */
export function stepAfterOtherPhone(
  reached: RegistrationStep,
  filled: "personal" | "phone",
): RegistrationStep {
  if (reached === "submitted" || !isReached(reached, "phone")) return stepAfter(reached, filled);
  return "phone";
}

/** The page that asks for a document. */
export function pageOfDocument(kind: DocumentKind): RegistrationPage {
  return kind === "selfie" ? "selfie" : "photo";
}

export type IdentityClaim = {
  readonly nik: string;
  readonly familyCard: string;
  readonly birthDate: Day;
  readonly gender: Gender;
};

/** Reads NIK and family card number, and whether they agree with what the person says of themselves. */
export function decideIdentity(
  claim: IdentityClaim,
  knowsDistrict: (code: string) => boolean,
  today: Day,
): Result<Identity, RegistrationRefusal> {
  const nik = parseNik(claim.nik, knowsDistrict);
  if (!nik.ok) return nik;
  const familyCard = parseFamilyCardNumber(claim.familyCard, knowsDistrict);
  if (!familyCard.ok) return familyCard;
  if (claim.birthDate > today) return refuse({ code: "registration-birth-date-ahead" });
  const agrees = agreesWith(nik.value, claim.birthDate, claim.gender);
  if (!agrees.ok) return agrees;
  const age = ageOn(claim.birthDate, today);
  if (age < MINIMUM_AGE) return refuse({ code: "registration-too-young", age: MINIMUM_AGE });
  return ok({ ...claim, nik: nik.value, familyCard: familyCard.value });
}

/** Whether the statements let somebody apply. Other aid is judged later, by the scheme of the wave. */
export function decideStatements(statements: Statements): Result<Statements, RegistrationRefusal> {
  if (statements.excludedOccupation) return refuse({ code: "registration-excluded-occupation" });
  return statements.inEducation ? refuse({ code: "registration-in-education" }) : ok(statements);
}

/** Whether an office may send it: the written pages and both photos are there; a code to a phone is not asked for. */
export function decideSubmitForPerson(
  reached: RegistrationStep,
  isStated: boolean,
): Result<void, RegistrationRefusal> {
  if (reached === "submitted") return refuse({ code: "registration-submitted" });
  return isStated && isReached(reached, "phone") ? ok() : refuse({ code: "registration-incomplete" });
}

/** Whether everything is filled and may be sent. */
export function decideSubmit(reached: RegistrationStep): Result<void, RegistrationRefusal> {
  if (reached === "submitted") return refuse({ code: "registration-submitted" });
  return reached === "review" ? ok() : refuse({ code: "registration-incomplete" });
}
