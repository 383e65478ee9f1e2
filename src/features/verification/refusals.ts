import type { BarKind, FinalReason, MendableReason } from "./types.ts";

/**
 * Why a registration is not verified: the first datum that the population register does not agree with, or what
 * another register says of the person.
 */
export type VerificationRefusal =
  | { readonly code: MendableReason }
  | { readonly code: Exclude<FinalReason, "verification-blacklisted"> }
  | {
      readonly code: "verification-blacklisted";
      readonly kind: BarKind;
      /** "YYYY-MM-DD"; null when no end is known. */
      readonly until: string | null;
    };
