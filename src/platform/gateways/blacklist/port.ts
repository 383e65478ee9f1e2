import type { LookUp } from "../list-register/port.ts";

/** Why somebody is barred. */
export const blacklistKinds = ["false-data", "cheating", "borrowed-identity"] as const;

/** Asks the blacklist whether somebody is barred, why, and until when. */
export type FindBar = LookUp<(typeof blacklistKinds)[number]>;
