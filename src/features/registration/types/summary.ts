import type { Day } from "#kernel/calendar.ts";
import type { Gender } from "#kernel/nik.ts";
import type { RegistrationStep, Statements } from "../types.ts";

/** An address elsewhere than on the KTP. */
export type Domicile = { readonly villageCode: string; readonly address: string };

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
  readonly phoneVerifiedAt: Date | null;
  readonly address: string | null;
  readonly villageCode: string | null;
  /** Where the person lives when that is not the address of the KTP. */
  readonly domicile: Domicile | null;
  readonly education: string | null;
  readonly maritalStatus: string | null;
  readonly dependants: number | null;
  readonly employment: string | null;
  readonly disability: string | null;
  readonly wantedCategory: string | null;
  readonly reason: string | null;
  readonly statements: Statements | null;
  readonly submittedAt: Date | null;
};

/** How far the proof of a phone has come. */
export type PhoneProof = {
  /** "+628..." */
  readonly phone: string | null;
  readonly isProven: boolean;
  /** Whether a code may go to a verified e-mail address instead. */
  readonly hasEmail: boolean;
  /** Until when no code is sent or taken; null or past: now. */
  readonly pausedUntil: Date | null;
  /** The last code that was sent and not used. */
  readonly code: {
    readonly channel: "sms" | "email";
    readonly delivery: "queued" | "sent" | "delivered" | "failed";
    readonly deliveryReason: string | null;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  } | null;
};
