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
export type ExcludedOccupation = (typeof excludedOccupations)[number];
