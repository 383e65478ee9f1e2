import type { Day } from "#kernel/calendar.ts";

// Numbers of invented people: their serials begin with 9.

type Numbered = {
  readonly birth: Day;
  readonly gender: "female" | "male";
  readonly serial: string;
  /** The last four digits of the family card; equal ones share a card. */
  readonly familySerial?: string;
};

/** A NIK of Binjai that agrees with birth date and gender. */
export function nikOf(person: Pick<Numbered, "birth" | "gender" | "serial">): string {
  const [year = "", month = "", date = ""] = person.birth.split("-");
  const written = Number(date) + (person.gender === "female" ? 40 : 0);
  return `127501${String(written).padStart(2, "0")}${month}${year.slice(2)}${person.serial}`;
}

export function familyCardOf(person: Pick<Numbered, "serial" | "familySerial">): string {
  return `127501010115${person.familySerial ?? person.serial}`;
}
