/** Why a person cannot be drawn, or was not (programme rules, section 5). Kept with the wave entry. */
export type EntryRefusal = {
  readonly code:
    | "entry-data-mismatch"
    | "entry-already-recipient"
    | "entry-blacklisted"
    | "entry-excluded-occupation"
    | "entry-in-education"
    | "entry-other-aid"
    | "entry-under-age"
    | "entry-over-age"
    | "entry-family-card-full"
    | "entry-quota-full";
};

/** Every expected "no" to an operator. */
export type SelectionRefusal =
  | { readonly code: "selection-wave-unknown" }
  | { readonly code: "selection-wave-not-closed" }
  | { readonly code: "selection-already-drawn" }
  | { readonly code: "selection-wave-not-drawn" }
  | { readonly code: "selection-another-unpublished"; readonly number: number };
