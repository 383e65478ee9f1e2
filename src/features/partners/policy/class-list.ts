import { addDays, dayInWib } from "#kernel/calendar.ts";
import type { OwnSchedule } from "../types/participant.ts";

/** Days after the end of a class on which its list is still read, to note who came. */
const DAYS_AFTER = 14;

/** Whether a provider may read who comes by name: of a class that is held, until two weeks after its end. */
export function isClassListOpen({ mode, endsAt }: Pick<OwnSchedule, "mode" | "endsAt">, now: Date): boolean {
  if (mode === "self_paced" || endsAt === null) return false;
  return dayInWib(now) <= addDays(dayInWib(endsAt), DAYS_AFTER);
}
