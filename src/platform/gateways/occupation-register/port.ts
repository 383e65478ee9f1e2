import type { LookUp } from "../list-register/port.ts";

/** The seven occupations that exclude (programme rules, section 2). */
export const occupationKinds = [
  "state-official",
  "councillor",
  "civil-servant",
  "soldier",
  "police",
  "village-head",
  "state-company-board",
] as const;

/** Asks the registers of public service whether somebody has an occupation that excludes. */
export type FindOccupation = LookUp<(typeof occupationKinds)[number]>;
