import type { Fields } from "#elements/office-sender.ts";
import { dayOf } from "#kernel/calendar.ts";
import { agreesWith, parseFamilyCardNumber, parseNik } from "#kernel/nik.ts";

const PHONE = /^(?:\+?62|0)8[1-9]\d{7,10}$/;
const everyDistrict = () => true;

/**
 * What can be seen to be wrong without a network: field name -> the code of its sentence. The server looks again, at
 * everything.
 */
export function problemsOf(fields: Fields, required: readonly string[]): Fields {
  const missing = required.filter((name) => !fields[name]?.trim());
  const problems: Record<string, string> = Object.fromEntries(missing.map((name) => [name, "required"]));
  const note = (name: string, code: string | undefined) => {
    if (code) problems[name] ??= code;
  };
  if (fields.consentMethod === "spoken_with_witness" && !fields.witnessName?.trim())
    note("witnessName", "required");
  if (fields.phone?.trim() && !PHONE.test(fields.phone.replace(/[\s().-]/g, "")))
    note("phone", "registration-phone-shape");
  if (fields.domicileAddress?.trim() && !fields.domicileVillage) note("domicileVillage", "required");
  if (fields.domicileVillage && !fields.domicileAddress?.trim()) note("domicileAddress", "required");
  const familyCard = parseFamilyCardNumber(fields.familyCard ?? "", everyDistrict);
  if (!familyCard.ok) note("familyCard", familyCard.refusal.code);
  noteIdentity(fields, note);
  return problems;
}

/** NIK, birth date and gender say the same. */
function noteIdentity(fields: Fields, note: (name: string, code: string | undefined) => void): void {
  const part = (name: string) => Number(fields[`birthDate-${name}`] || Number.NaN);
  const birth = /^\d{4}$/.test(fields["birthDate-year"] ?? "")
    ? dayOf(part("year"), part("month"), part("day"))
    : null;
  if (!birth) note("birthDate", "registration-birth-date-shape");
  const nik = parseNik(fields.nik ?? "", everyDistrict);
  if (!nik.ok) note("nik", nik.refusal.code);
  if (!nik.ok || !birth || !fields.gender) return;
  const agrees = agreesWith(nik.value, birth, fields.gender === "female" ? "female" : "male");
  if (!agrees.ok)
    note(agrees.refusal.code === "nik-gender-differs" ? "gender" : "birthDate", agrees.refusal.code);
}

/** "Sari Simulasi" -> "S. S.": enough for the officer to know which one it was. */
export function initialsOf(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .map((word) => `${word.slice(0, 1).toUpperCase()}.`)
    .join(" ");
}
