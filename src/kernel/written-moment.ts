import { addSeconds, dayInWib, dayOf, startOfDay } from "./calendar.ts";

const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})[ ,]+(\d{1,2})[.:](\d{2})$/;

/** "24-11-2026 09.00", as people in Indonesia write a moment; taken as WIB. Null when there is no such moment. */
export function parseWrittenMoment(text: string): Date | null {
  const [date = 0, month = 0, year = 0, hours = 24, minutes = 0] = (written.exec(text.trim()) ?? [])
    .slice(1)
    .map(Number);
  const day = dayOf(year, month, date);
  return day && hours < 24 && minutes < 60 ? addSeconds(startOfDay(day), hours * 3600 + minutes * 60) : null;
}

/** The same back, for a field that suggests a moment: "24-11-2026 09.00" in WIB. Seconds are dropped. */
export function writeMoment(moment: Date): string {
  const [year, month, date] = dayInWib(moment).split("-");
  const minutes = Math.floor((moment.getTime() - startOfDay(dayInWib(moment)).getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date}-${month}-${year} ${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}
