import { DAYS_KEPT } from "../policy.ts";
import { type Retained, retained } from "../types.ts";

/** How many days what is kept, for the page that tells it. */
export function findRetention(): readonly { readonly what: Retained; readonly days: number }[] {
  return retained.map((what) => ({ what, days: DAYS_KEPT[what] }));
}
