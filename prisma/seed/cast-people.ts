import { parseDay } from "#kernel/calendar.ts";
import type { Person } from "./people.ts";

// Who the named, invented people of the demo are (prisma/seed/cast.md tells people where they wait).

export const castNames = [
  "Ani",
  "Budi",
  "Citra",
  "Dewi",
  "Eko",
  "Fajar",
  "Gita",
  "Hadi",
  "Indah",
  "Joko",
  "Kartika",
  "Lina",
  "Maya",
  "Nanang",
] as const;
export type CastName = (typeof castNames)[number];
const FAMILY_NAME = "Simulasi";
const MEN: readonly CastName[] = ["Budi", "Eko", "Fajar", "Hadi", "Joko", "Nanang"];

/** Serials of which the simulated registers say something else than that all agrees: a similar name, a civil servant. */
const SERIALS: Partial<Record<CastName, string>> = { Maya: "9009", Nanang: "9031" };

export function castPerson(name: CastName): Person {
  const index = castNames.indexOf(name);
  const birth = parseDay(`${1990 + index}-0${(index % 9) + 1}-1${index % 10}`);
  if (!birth) throw new Error(`no birth date for ${name}`);
  return {
    name: `${name} ${FAMILY_NAME}`,
    email: `${name.toLowerCase()}@contoh.test`,
    serial: SERIALS[name] ?? `90${String(index + 10).padStart(2, "0")}`,
    gender: MEN.includes(name) ? "male" : "female",
    birth,
  };
}
