import { describe, expect, test } from "vitest";
import type { RegisterAgreement } from "#features/verification/types.ts";
import { compareData } from "#features/verification-review/policy/comparison.ts";
import type { Compared, ComparedDatum } from "#features/verification-review/types.ts";

const typed = {
  nik: "1275015705009101",
  name: "Sari Simulasi",
  birth: "2000-05-17",
  "family-card": "1275010101159101",
  "mother-name": "Siti Rahma",
} as const;
const agreeing: RegisterAgreement = {
  exists: true,
  familyCard: true,
  name: "same",
  birthDate: true,
  mother: true,
};
const compared = (changes: Partial<Compared> = {}): Compared => ({
  typed,
  card: null,
  register: null,
  ...changes,
});

/** One column, datum by datum. */
function column<Name extends "typed" | "onCard" | "inRegister">(name: Name, of: Compared, showsAll = false) {
  return Object.fromEntries(compareData(of, showsAll).map((row) => [row.datum, row[name]]));
}

describe("what a reviewer sees of what was typed", () => {
  test("is little until they ask for all of it", () => {
    expect(column("typed", compared())).toEqual({
      nik: "127501••••••9101",
      name: typed.name,
      birth: typed.birth,
      "family-card": null,
      "mother-name": null,
    });
    expect(column("typed", compared(), true)).toEqual(typed);
  });
});

test("the card says nothing of family card and mother, and nothing at all before it was read", () => {
  const card = { nik: "differs", name: "agrees", birthDate: "unread" } as const;
  expect(column("onCard", compared({ card }))).toEqual({
    nik: "differs",
    name: "agrees",
    birth: "unread",
    "family-card": null,
    "mother-name": null,
  });
  expect(new Set(Object.values(column("onCard", compared())))).toEqual(new Set([null]));
});

describe("what the population register says", () => {
  const all = (says: "same" | "different") =>
    Object.fromEntries(Object.keys(typed).map((datum) => [datum, says]));

  test.each<[string, Partial<RegisterAgreement>, Partial<Record<ComparedDatum, string>>]>([
    ["agrees with everything", {}, {}],
    ["knows the name a little differently", { name: "similar" }, { name: "similar" }],
    ["knows another name", { name: "different" }, { name: "different" }],
    ["knows another birth date", { birthDate: false }, { birth: "different" }],
    ["knows another family card", { familyCard: false }, { "family-card": "different" }],
    ["knows another mother", { mother: false }, { "mother-name": "different" }],
  ])("%s", (_, changes, expected) => {
    const register = { ...agreeing, ...changes };
    expect(column("inRegister", compared({ register }))).toEqual({ ...all("same"), ...expected });
  });

  test("is no to everything when it does not know the NIK, and nothing before it answered", () => {
    const register = { ...agreeing, exists: false };
    expect(column("inRegister", compared({ register }))).toEqual(all("different"));
    expect(new Set(Object.values(column("inRegister", compared())))).toEqual(new Set([null]));
  });
});
