/** "checking": the register is asked, and asked again while it is away. */
export type VerificationStatus = "checking" | "in_review" | "verified" | "refused";

/** What the register did not agree with. */
export const verificationReasons = [
  "verification-nik-unknown",
  "verification-family-card-differs",
  "verification-name-differs",
  "verification-birth-date-differs",
  "verification-mother-differs",
] as const;
export type VerificationReason = (typeof verificationReasons)[number];

/** Agreement per datum, as the register answered. */
export type RegisterAgreement = {
  readonly exists: boolean;
  readonly familyCard: boolean;
  readonly name: boolean;
  readonly birthDate: boolean;
  readonly mother: boolean;
};

/** A check, as its own participant sees it. */
export type Verification = {
  readonly status: VerificationStatus;
  readonly reason: VerificationReason | null;
  readonly attempts: number;
  readonly requestedAt: Date;
  readonly checkedAt: Date | null;
};
