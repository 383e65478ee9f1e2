import { type Day, parseDay } from "#kernel/calendar.ts";
import { familyCardOf, nikOf } from "../../../prisma/seed/numbers.ts";

const NAMES = "Ani Budi Citra Dewi Eko Fajar Gita Hadi Indah Joko Kartika Lina".split(" ");
const MEN = ["Budi", "Eko", "Fajar", "Hadi", "Joko"];

/** NIK, family card and phone of everybody in the demo cast, as prisma/seed/cast.ts makes them. */
export function castNumbers(): readonly { readonly name: string; readonly numbers: readonly string[] }[] {
  return NAMES.map((name, index) => {
    const birth = parseDay(`${1990 + index}-0${(index % 9) + 1}-1${index % 10}`) as Day;
    const serial = `90${String(index + 10).padStart(2, "0")}`;
    const nik = nikOf({ birth, serial, gender: MEN.includes(name) ? "male" : "female" });
    return { name, numbers: [nik, familyCardOf({ serial }), `812${nik.slice(-8)}`] };
  });
}
