import { addDays, type Day, dayOf, parseDay } from "#kernel/calendar.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** Day 0 of Excel's count; its 29 February 1900, which never was, is behind everybody who is alive. */
const DAY_ZERO = { 1900: dayOf(1899, 12, 30), 1904: dayOf(1904, 1, 1) };

/** The day that a cell says, as a date of Excel or written dd/mm/yyyy, dd-mm-yyyy or yyyy-mm-dd; null where it says none. */
export function dayInCell({ text, isNumber }: Cell, epoch: Sheet["epoch"]): Day | null {
  if (isNumber) return dayOfSerial(Number(text), epoch);
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (date) return dayOf(Number(year), Number(month), Number(date));
  return parseDay(text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, ""));
}

function dayOfSerial(serial: number, epoch: Sheet["epoch"]): Day | null {
  const zero = DAY_ZERO[epoch];
  // The last day of Excel is 31 December 9999.
  return zero && serial >= 61 && serial < 2_958_466 ? addDays(zero, Math.floor(serial)) : null;
}
