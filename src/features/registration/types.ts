import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { FamilyCardNumber, Gender, Nik } from "#kernel/nik.ts";

/** The pages that ask, in their order. */
export const registrationPages = [
  "identity",
  "personal",
  "address",
  "situation",
  "photo",
  "statements",
] as const;
export type RegistrationPage = (typeof registrationPages)[number];

/** Where someone stands: the first page that is not filled, then the review, then nothing more to do. */
export const registrationSteps = [...registrationPages, "review", "submitted"] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

export const educations = [
  "none",
  "primary",
  "junior-high",
  "senior-high",
  "vocational-high",
  "diploma",
  "bachelor",
  "postgraduate",
] as const;
export const maritalStatuses = ["single", "married", "divorced", "widowed"] as const;
export const employments = ["unemployed", "laid-off", "freelance", "self-employed", "employee"] as const;
export const disabilities = ["none", "physical", "visual", "hearing", "intellectual", "other"] as const;
/** Why somebody may apply (Pernyataan Pendaftar). */
export const statedEmployments = ["unemployed", "laid-off", "needs-skills"] as const;

/** The seven occupations that exclude (programme rules, section 2). */
export const excludedOccupations = [
  "state-official",
  "councillor",
  "civil-servant",
  "soldier",
  "police",
  "village-head",
  "state-company-board",
] as const;

export type Identity = {
  readonly nik: Nik;
  readonly familyCard: FamilyCardNumber;
  readonly birthDate: Day;
  readonly gender: Gender;
};

/** The answers to the applicant's statements; the version says which text was agreed to. */
export type Statements = {
  readonly version: 1;
  readonly employment: (typeof statedEmployments)[number];
  readonly excludedOccupation: boolean;
  readonly inEducation: boolean;
  readonly otherAid: boolean;
  readonly dataIsTrue: boolean;
};

/** An area of the official list: 12 province, 12.75 regency or city, 12.75.01 district, 12.75.01.1001 village. */
export type Area = { readonly code: string; readonly name: string; readonly level: number };

/** A photo that was checked, made upright and small, and kept. */
export type StoredPhoto = {
  readonly storageKey: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
};

/** What a person filled in so far, readable, for that person only. */
export type RegistrationSummary = {
  readonly step: RegistrationStep;
  readonly nik: string | null;
  readonly familyCard: string | null;
  readonly birthDate: Day | null;
  readonly gender: Gender | null;
  readonly fullName: string | null;
  readonly birthPlace: string | null;
  readonly motherName: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly villageCode: string | null;
  readonly education: string | null;
  readonly maritalStatus: string | null;
  readonly dependants: number | null;
  readonly employment: string | null;
  readonly disability: string | null;
  readonly wantedCategory: string | null;
  readonly reason: string | null;
  readonly photo: { readonly width: number; readonly height: number; readonly createdAt: Date } | null;
  readonly statements: Statements | null;
  readonly submittedAt: Date | null;
};

/** Who somebody is, for partners that must know. Never for a screen, a log or an event. */
export type HolderIdentity = {
  readonly fullName: string;
  readonly nik: string;
  readonly familyCard: string;
  readonly birthDate: Day;
  readonly motherName: string;
  readonly phone: string;
};

/** What selection decides on, of one submitted registration. */
export type EligibilityFacts = {
  readonly participantId: ParticipantId;
  readonly birthDate: Day;
  readonly nikIndex: Uint8Array;
  readonly familyCardIndex: Uint8Array;
  readonly excludedOccupation: boolean;
  readonly inEducation: boolean;
  readonly otherAid: boolean;
  /** Laid-off people go first (programme rules, section 5). */
  readonly priority: boolean;
};

const paths: Readonly<Record<RegistrationStep, string>> = {
  identity: "/pendaftaran/identitas",
  personal: "/pendaftaran/data-diri",
  address: "/pendaftaran/alamat",
  situation: "/pendaftaran/keadaan",
  photo: "/pendaftaran/foto-ktp",
  statements: "/pendaftaran/pernyataan",
  review: "/pendaftaran/ringkasan",
  submitted: "/verifikasi",
};

/** The page of a step; of a sent registration, the page of its verification. */
export function pathOfStep(step: RegistrationStep): string {
  return paths[step];
}
