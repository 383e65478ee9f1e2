import { type RegistrationDatum, registrationData } from "../types/changes.ts";

/** Answers by their names: of one page, or all. */
export type Answers = Readonly<Record<string, unknown>>;

/** Which data a page changes of what was answered before. Birth place and the like are nobody's question. */
export function changedData(before: Answers, after: Answers): readonly RegistrationDatum[] {
  const names = Object.keys(after).filter((name) => written(before[name]) !== written(after[name]));
  const changed = new Set(names.map((name) => datumOf[name]));
  return registrationData.filter((datum) => changed.has(datum));
}

const datumOf: Readonly<Record<string, RegistrationDatum>> = {
  nik: "nik",
  familyCard: "family-card",
  birthDate: "birth-date",
  fullName: "name",
  motherName: "mother",
  phone: "contact",
  villageCode: "contact",
  address: "contact",
  domicile: "contact",
  education: "situation",
  maritalStatus: "situation",
  dependants: "situation",
  employment: "situation",
  disability: "situation",
  wantedCategory: "situation",
  reason: "situation",
  statements: "statements",
};

/** Equal answers are written alike, whatever the order of their parts; nothing and not yet are one. */
function written(answer: unknown): string {
  if (typeof answer !== "object" || answer === null) return JSON.stringify(answer ?? null);
  return JSON.stringify(Object.entries(answer).toSorted(([one], [other]) => one.localeCompare(other)));
}
