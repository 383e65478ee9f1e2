import type { LookUp } from "../list-register/port.ts";

/** The Family Hope Programme (PKH), food aid (Sembako), cash aid (BLT), wage aid (BSU). */
export const aidKinds = ["family-hope", "food", "cash", "wage"] as const;

/** Asks the social-aid register what aid a household receives. */
export type FindAid = LookUp<(typeof aidKinds)[number]>;
