import { dayInWib } from "#kernel/calendar.ts";

/** "SIM-2026-000123": the year in WIB and the running number; a number past a million simply grows longer. */
export function certificateNumber(serial: bigint, issuedAt: Date): string {
  return `SIM-${dayInWib(issuedAt).slice(0, 4)}-${serial.toString().padStart(6, "0")}`;
}
