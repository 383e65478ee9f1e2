import type { Day } from "#kernel/calendar.ts";

/** What a person typed of what stands on their KTP too. */
export type TypedOnCard = {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: Day;
};
