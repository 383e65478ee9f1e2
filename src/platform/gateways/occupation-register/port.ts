import type { ExcludedOccupation } from "#kernel/occupation.ts";
import type { LookUp } from "../list-register/port.ts";

/** Asks the registers of public service whether somebody has an occupation that excludes. */
export type FindOccupation = LookUp<ExcludedOccupation>;
