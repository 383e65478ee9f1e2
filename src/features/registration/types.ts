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
  "selfie",
  "phone",
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

export type Identity = {
  readonly nik: Nik;
  readonly familyCard: FamilyCardNumber;
  readonly birthDate: Day;
  readonly gender: Gender;
};

/** The version of the statements' text in the messages; another text is another number. */
export const STATEMENTS_VERSION = 1 as const;

/** The answers to the applicant's statements; the version says which text was agreed to. */
export type Statements = {
  readonly version: typeof STATEMENTS_VERSION;
  readonly employment: (typeof statedEmployments)[number];
  readonly excludedOccupation: boolean;
  readonly inEducation: boolean;
  readonly otherAid: boolean;
  readonly dataIsTrue: boolean;
};

/** An area of the official list: 12 province, 12.75 regency or city, 12.75.01 district, 12.75.01.1001 village. */
export type Area = { readonly code: string; readonly name: string; readonly level: number };

/** The KTP, or the person's own face. */
export type DocumentKind = "id_card" | "selfie";

/** What was measured of a photo: light 0-255, sharpness, shares of glare and of blue 0-1. */
export type DocumentQuality = {
  readonly brightness: number;
  readonly sharpness: number;
  readonly glare: number;
  readonly blue: number;
};

/** What is worth saying about a photo: never a refusal. */
export const documentHints = ["dark", "bright", "blurred", "glare", "not-a-card"] as const;
export type DocumentHint = (typeof documentHints)[number];

/** What was read on a card beside what was typed. */
export type Agreement = "agrees" | "differs" | "unread";
export type CardReading = {
  readonly nik: Agreement;
  readonly name: Agreement;
  readonly birthDate: Agreement;
};

/** A document as its person, or a reviewer, sees it. */
export type KeptDocument = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly width: number;
  readonly height: number;
  readonly createdAt: Date;
  readonly hints: readonly DocumentHint[];
  /** Null while nothing was read. */
  readonly reading: CardReading | null;
};

/** A photo that was checked, made upright and small, and kept. */
export type StoredPhoto = {
  readonly storageKey: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly quality: DocumentQuality;
};

/** Who somebody is, for partners that must know. Never for a screen, a log or an event. */
export type HolderIdentity = {
  readonly fullName: string;
  readonly nik: string;
  readonly familyCard: string;
  readonly birthDate: Day;
  readonly motherName: string;
  /** None where an office filled it in for somebody without a phone. */
  readonly phone: string | null;
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
  selfie: "/pendaftaran/swafoto",
  phone: "/pendaftaran/ponsel",
  statements: "/pendaftaran/pernyataan",
  review: "/pendaftaran/ringkasan",
  submitted: "/verifikasi",
};

/** The field that a refusal of the form belongs to, for whoever shows it: a page, an office, a column of a file. */
export const fieldOfRefusal = {
  "nik-not-16-digits": "nik",
  "nik-unknown-region": "nik",
  "nik-impossible-date": "nik",
  "nik-zero-serial": "nik",
  "nik-birth-date-differs": "birthDate",
  "nik-gender-differs": "gender",
  "nik-registered": "nik",
  "kk-not-16-digits": "familyCard",
  "kk-unknown-region": "familyCard",
  "kk-impossible-date": "familyCard",
  "registration-birth-date-ahead": "birthDate",
  "registration-too-young": "birthDate",
  "registration-phone-taken": "phone",
  "registration-village-unknown": "villageCode",
  "registration-domicile-unknown": "domicileVillage",
  "registration-category-unknown": "wantedCategory",
  "registration-excluded-occupation": "excludedOccupation",
  "registration-in-education": "inEducation",
} as const;

/** The page of a step; of a sent registration, the page of its verification. */
export function pathOfStep(step: RegistrationStep): string {
  return paths[step];
}
