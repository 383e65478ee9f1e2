import { castNames, castPerson } from "../../../prisma/seed/cast-people.ts";
import { familyCardOf, nikOf } from "../../../prisma/seed/numbers.ts";

/** NIK, family card and phone of everybody in the demo cast, as prisma/seed/cast.ts makes them. */
export function castNumbers(): readonly { readonly name: string; readonly numbers: readonly string[] }[] {
  return castNames.map((name) => {
    const person = castPerson(name);
    const nik = nikOf(person);
    return { name, numbers: [nik, familyCardOf(person), `812${nik.slice(-8)}`] };
  });
}
