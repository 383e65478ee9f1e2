/** Why a person cannot be drawn, or was not (programme rules, section 5). Kept with the frozen entry. */
export type EntryRefusal = {
  readonly code:
    | "entry-excluded"
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

/** Every expected "no" to an operator; also kept as the failure of a run. */
export type SelectionRefusal = {
  readonly code:
    | "selection-wave-unknown"
    | "selection-wave-not-closed"
    | "selection-frozen-already"
    | "selection-another-undecided"
    | "selection-under-way"
    | "selection-wave-not-frozen"
    | "selection-values-missing"
    | "selection-already-drawn"
    | "selection-wave-not-drawn";
};
