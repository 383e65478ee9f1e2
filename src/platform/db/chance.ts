import { randomBytes } from "node:crypto";
import type { Chance } from "#kernel/random.ts";

/** The machine's entropy. */
export const realChance: Chance = { bytes: (length) => new Uint8Array(randomBytes(length)) };
