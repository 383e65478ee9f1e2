import { addDays, parseDay } from "#kernel/calendar.ts";
import { familyCardOf, nikOf } from "../../../prisma/seed/numbers.ts";
import type { Newcomer } from "./newcomer.ts";

/** Somebody who fills the registration in. */
export type Registrant = Newcomer & {
  readonly phone: string;
  readonly identity: Readonly<Record<string, string>>;
};

let made = 0;

/**
 * A woman who was never here before; the serial chooses what the registers say of her. Her birth date is of this very
 * second, so that the story can be told again on one database, and so is her phone, which ends in a zero: what ends in
 * 97 or 98 gets no message.
 */
export function newRegistrant(serial: string): Registrant {
  made += 1;
  const moment = Math.floor(Date.now() / 1_000) + made * 997;
  const name = `Uji ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[made % 26]}`;
  return {
    name,
    serial,
    email: `uji-${moment}-${made}@contoh.test`,
    phone: newPhone(),
    identity: identityOf(serial, moment),
  };
}

/** A phone that nobody has. */
export function newPhone(): string {
  made += 1;
  return `0813${String(Date.now()).slice(-9, -3)}${String(made % 100).padStart(2, "0")}0`;
}

/** The fields of the identity page of a woman of Binjai. */
function identityOf(serial: string, moment: number): Record<string, string> {
  const first = parseDay("1966-01-01");
  if (!first) throw new Error("no such day");
  const birth = addDays(first, moment % 14_000);
  const [year = "", month = "", day = ""] = birth.split("-");
  return {
    nik: nikOf({ birth, serial, gender: "female" }),
    familyCard: familyCardOf({ serial }),
    "birthDate-day": day,
    "birthDate-month": month,
    "birthDate-year": year,
    gender: "female",
  };
}

/** The same woman with another serial at the end of her NIK. */
export function withSerial({ identity }: Registrant, serial: string): Record<string, string> {
  return { ...identity, nik: `${identity.nik?.slice(0, 12)}${serial}` };
}
