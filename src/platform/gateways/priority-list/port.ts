import type { LookUp } from "../list-register/port.ts";

/** Workers who lost their job go first. */
export const priorityKinds = ["laid-off"] as const;

/** Asks the list of laid-off workers whether somebody is on it. */
export type FindPriority = LookUp<(typeof priorityKinds)[number]>;
