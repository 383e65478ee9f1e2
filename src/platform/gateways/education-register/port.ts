import type { LookUp } from "../list-register/port.ts";

/** A pupil goes to school, a student to a university. */
export const educationKinds = ["pupil", "student"] as const;

/** Asks the education register whether somebody is, or was, in formal education. */
export type FindEnrolment = LookUp<(typeof educationKinds)[number]>;
