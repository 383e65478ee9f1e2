import type { ParticipantId } from "#kernel/identifiers.ts";

/** How a person said yes to being registered by an office. */
export const consentMethods = ["spoken_with_witness", "signed_paper", "thumbprint"] as const;
export type ConsentMethod = (typeof consentMethods)[number];

/** The text of the consent that is shown now; each version has its text in the messages. */
export const CONSENT_VERSION = 1;

/** A person's consent, as the officer wrote it down. */
export type Consent = {
  readonly version: number;
  readonly method: ConsentMethod;
  /** Who heard it; only of spoken consent. */
  readonly witnessName: string | null;
};

/** The regency or city that an office looks after. */
export type Region = { readonly code: string; readonly name: string };

/** How far a person that an office registered has come. */
export type AssistedStatus = "draft" | "photos-missing" | "submitted" | "verified" | "refused" | "taken-over";

/** What decides the status; `step` and `verification` as registration and verification call them. */
export type AssistedFacts = {
  readonly step: string | null;
  readonly verification: string | null;
  readonly submittedAt: Date | null;
  readonly takenOverAt: Date | null;
};

/** All that an office sees of a person in its list. */
export type AssistedPerson = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly maskedNik: string;
  readonly status: AssistedStatus;
  readonly since: Date;
};

export type AssistedPage = {
  readonly region: Region;
  readonly people: readonly AssistedPerson[];
  /** Where the next page begins; null on the last one. */
  readonly next: ParticipantId | null;
};

/** One person's page, as far as it is open to the office. */
export type AssistedCase = AssistedPerson & {
  readonly office: Region;
  /** Not yet sent and not taken over: photos may be added and looked at. */
  readonly isOpen: boolean;
  /** Which photos are there; of a closed form none is told. */
  readonly photos: { readonly id_card: boolean; readonly selfie: boolean };
  /** Where a code may be sent; without any it is printed. */
  readonly channels: readonly ("sms" | "email")[];
};

/** What an office typed for a person, as its form has it, while the form is open to the office. */
export type AssistedForm = {
  readonly name: string;
  /** Field name -> what was typed. */
  readonly values: Readonly<Record<string, string>>;
  /** The village where the person lives, when it is not of the office's region. */
  readonly livesElsewhere: { readonly code: string; readonly name: string } | null;
};

/** Who filled a person's registration in, and when; shown with it for ever. */
export type Helper = { readonly office: string; readonly at: Date };

/** The sheet with the code, as it is printed. */
export type Slip = { readonly name: string; readonly digits: string; readonly expiresAt: Date };
