import type { Id } from "#kernel/identifiers.ts";

export type CertificateId = Id<"certificate">;

/** What the paper says. */
export type Certificate = {
  readonly id: CertificateId;
  /** "SIM-2026-000123" */
  readonly number: string;
  /** Twelve characters, for the check page. */
  readonly code: string;
  readonly holderName: string;
  readonly courseTitle: string;
  readonly providerName: string;
  readonly hours: number;
  /** Percent. */
  readonly quizScore: number;
  readonly completedAt: Date;
  readonly issuedAt: Date;
};

/** What is known of a reviewed training when its certificate is made. */
export type CertifiedTraining = Pick<
  Certificate,
  "holderName" | "courseTitle" | "providerName" | "hours" | "quizScore" | "completedAt"
>;

/** What anybody who holds the code may see. */
export type CheckedCertificate = Pick<
  Certificate,
  "number" | "holderName" | "courseTitle" | "providerName" | "completedAt" | "issuedAt"
>;
