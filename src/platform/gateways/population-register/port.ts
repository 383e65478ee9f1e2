import type { NameComparison } from "#kernel/name-comparison.ts";

/** What somebody says of themselves. */
export type IdentityClaim = {
  readonly nik: string;
  readonly familyCard: string;
  readonly fullName: string;
  /** "YYYY-MM-DD" */
  readonly birthDate: string;
  readonly motherName: string;
};

/** Agreement per datum. The register compares names itself, tolerantly, and never hands out its own data. */
export type Agreement = {
  readonly exists: boolean;
  readonly familyCard: boolean;
  readonly name: NameComparison;
  readonly birthDate: boolean;
  readonly mother: boolean;
};

export type RegisterOutcome =
  | { readonly outcome: "answered"; readonly agreement: Agreement }
  /** Not reached, silence, or an answer that says nothing about this question: ask again later. */
  | { readonly outcome: "unknown"; readonly reason: string };
