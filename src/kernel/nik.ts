import { type Day, dayOf } from "./calendar.ts";
import { ok, type Result, refuse } from "./result.ts";

declare const nikBrand: unique symbol;
/** A national identity number of 16 digits with a possible shape: PPKKCC DDMMYY SSSS. */
export type Nik = string & { readonly [nikBrand]: true };
declare const kkBrand: unique symbol;
/** A family card number of 16 digits: PPKKCC, the recording date, a serial; no day + 40. */
export type FamilyCardNumber = string & { readonly [kkBrand]: true };

export type Gender = "female" | "male";

/** What a NIK says of its holder. The region is where it was issued and need not be the present address. */
export type NikFacts = {
  readonly districtCode: string;
  readonly gender: Gender;
  readonly birthYearShort: number;
};

export type NikRefusal =
  | { readonly code: "nik-not-16-digits" }
  | { readonly code: "nik-unknown-region" }
  | { readonly code: "nik-impossible-date" }
  | { readonly code: "nik-zero-serial" }
  | { readonly code: "nik-birth-date-differs" }
  | { readonly code: "nik-gender-differs" };

/** Strips the spaces, dots and dashes that people type into numbers. */
export function onlyDigits(text: string): string {
  return text.replace(/[\s.-]/g, "");
}

/**
 * Reads a NIK (programme rule, section 3): district code, birth date with day + 40 for women, serial from 0001.
 * `knowsDistrict` answers whether "PP.KK.CC" exists in the official area list.
 */
export function parseNik(text: string, knowsDistrict: (code: string) => boolean): Result<Nik, NikRefusal> {
  const number = onlyDigits(text);
  if (!/^\d{16}$/.test(number)) return refuse({ code: "nik-not-16-digits" });
  if (!knowsDistrict(districtOf(number))) return refuse({ code: "nik-unknown-region" });
  if (!hasPossibleDate(number, true)) return refuse({ code: "nik-impossible-date" });
  if (number.endsWith("0000")) return refuse({ code: "nik-zero-serial" });
  return ok(number as Nik);
}

export function readNik(nik: Nik): NikFacts {
  const date = Number(nik.slice(6, 8));
  return {
    districtCode: districtOf(nik),
    gender: date > 40 ? "female" : "male",
    birthYearShort: Number(nik.slice(10, 12)),
  };
}

/** Whether the NIK agrees with the birth date and gender that the person entered. */
export function agreesWith(nik: Nik, birth: Day, gender: Gender): Result<void, NikRefusal> {
  const facts = readNik(nik);
  const date = Number(birth.slice(8, 10)) + (facts.gender === "female" ? 40 : 0);
  const expected = `${String(date).padStart(2, "0")}${birth.slice(5, 7)}${birth.slice(2, 4)}`;
  if (nik.slice(6, 12) !== expected) return refuse({ code: "nik-birth-date-differs" });
  return facts.gender === gender ? ok() : refuse({ code: "nik-gender-differs" });
}

/** Reads a family card number: same shape as a NIK, the date is the recording date and never has day + 40. */
export function parseFamilyCardNumber(
  text: string,
  knowsDistrict: (code: string) => boolean,
): Result<
  FamilyCardNumber,
  { readonly code: "kk-not-16-digits" | "kk-unknown-region" | "kk-impossible-date" }
> {
  const number = onlyDigits(text);
  if (!/^\d{16}$/.test(number)) return refuse({ code: "kk-not-16-digits" });
  if (!knowsDistrict(districtOf(number))) return refuse({ code: "kk-unknown-region" });
  if (!hasPossibleDate(number, false)) return refuse({ code: "kk-impossible-date" });
  return ok(number as FamilyCardNumber);
}

function districtOf(number: string): string {
  return `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}`;
}

/** The century is not in the number: a date is possible when it exists in 19YY or 20YY. */
function hasPossibleDate(number: string, womenAdd40: boolean): boolean {
  const written = Number(number.slice(6, 8));
  const date = womenAdd40 && written > 40 ? written - 40 : written;
  const month = Number(number.slice(8, 10));
  const year = Number(number.slice(10, 12));
  return [1900, 2000].some((century) => dayOf(century + year, month, date) !== null);
}

/** A NIK to tell two people of one name apart and no more: the region and the serial stay, the birth date goes. */
export function maskNik(nik: string): string {
  return `${nik.slice(0, 6)}••••••${nik.slice(-4)}`;
}
