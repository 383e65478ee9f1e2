import { describe, expect, test } from "vitest";
import {
  addressInput,
  identityInput,
  personalInput,
  photoInput,
  situationInput,
  statementsInput,
} from "#features/registration/schema.ts";

function firstProblem(result: {
  readonly success: boolean;
  readonly error?: {
    readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
  };
}) {
  const issue = result.error?.issues[0];
  return issue && `${issue.path.join(".")}: ${issue.message}`;
}

describe("a birth date", () => {
  const typed = { nik: "1275015705009101", familyCard: "1275010101159101", gender: "female" };

  test.each([
    ["17", "5", "2000", "2000-05-17"],
    ["07", "05", "2000", "2000-05-07"],
  ])("%s %s %s is a day", (day, month, year, expected) => {
    const input = { ...typed, "birthDate-day": day, "birthDate-month": month, "birthDate-year": year };
    expect(identityInput.parse(input).birthDate).toBe(expected);
  });

  test.each([
    ["31", "2", "2000"],
    ["17", "5", "00"],
    ["", "", ""],
    ["satu", "5", "2000"],
  ])("%s %s %s is none", (day, month, year) => {
    const input = { ...typed, "birthDate-day": day, "birthDate-month": month, "birthDate-year": year };
    expect(firstProblem(identityInput.safeParse(input))).toBe("birthDate: registration-birth-date-shape");
  });
});

describe("a phone number", () => {
  const typed = { fullName: "Sari Simulasi", birthPlace: "Binjai", motherName: "Siti Rahma" };

  test.each(["081234567890", "0812 3456 7890", "+62 812-3456-7890", "6281234567890"])(
    "%s is kept as +62",
    (phone) => {
      expect(personalInput.parse({ ...typed, phone }).phone).toBe("+6281234567890");
    },
  );

  test.each(["021234567", "08023456789", "08123", "+1 202 555 0100"])(
    "%s is no Indonesian mobile",
    (phone) => {
      expect(firstProblem(personalInput.safeParse({ ...typed, phone }))).toBe(
        "phone: registration-phone-shape",
      );
    },
  );
});

describe("a name", () => {
  const typed = { birthPlace: "Binjai", motherName: "Siti Rahma", phone: "081234567890" };

  test.each([
    "Ng",
    "Ma",
    "Y",
    "Suharto",
    "Sari Simulasi",
    "Nur 'Aini",
    `Raden ${"Ayu ".repeat(25)}Sulastri`,
    "M. Yusuf, Jr.",
    "Anne-Marie",
    "Wulan Ayu’ningtyas",
  ])("%s is taken", (fullName) => {
    expect(personalInput.parse({ ...typed, fullName }).fullName).toBe(fullName);
  });

  test.each([
    ["’Aini", "fullName: registration-name-shape"],
    ["<b>Sari</b>", "fullName: registration-name-shape"],
    ["12345", "fullName: registration-name-shape"],
  ])("%s is not", (fullName, problem) => {
    expect(firstProblem(personalInput.safeParse({ ...typed, fullName }))).toBe(problem);
  });
});

test.each([
  ["12.75.01", "villageCode: choose-from-list"],
  ["", "villageCode: choose-from-list"],
])("the area %s is no village", (villageCode, problem) => {
  expect(
    firstProblem(addressInput.safeParse({ villageCode, address: "Jalan Melati 12", domicile: "same" })),
  ).toBe(problem);
});

describe("a person's situation", () => {
  const typed = {
    education: "senior-high",
    maritalStatus: "single",
    dependants: "2",
    employment: "unemployed",
    disability: "none",
    wantedCategory: "digital",
    reason: "Saya ingin bekerja di kantor.",
  };

  test("is taken as it is told", () => {
    expect(situationInput.parse(typed)).toEqual({ ...typed, dependants: 2 });
  });

  test.each([
    ["dependants", "-1", "number-only"],
    ["dependants", "21", "registration-dependants-many"],
    ["reason", "Mau kerja", "registration-reason-short"],
    ["education", "PhD", "choose-from-list"],
    ["employment", "", "choose-one"],
  ])("%s = %s is refused", (field, value, problem) => {
    expect(firstProblem(situationInput.safeParse({ ...typed, [field]: value }))).toBe(`${field}: ${problem}`);
  });
});

test("statements want every answer, and the word that they are true", () => {
  const answers = { employment: "laid-off", excludedOccupation: "no", inEducation: "no", otherAid: "yes" };
  expect(statementsInput.parse({ ...answers, dataIsTrue: "yes" })).toEqual({
    version: 1,
    employment: "laid-off",
    excludedOccupation: false,
    inEducation: false,
    otherAid: true,
    dataIsTrue: true,
  });
  expect(firstProblem(statementsInput.safeParse(answers))).toBe("dataIsTrue: tick-this");
  expect(
    firstProblem(statementsInput.safeParse({ ...answers, dataIsTrue: "yes", otherAid: undefined })),
  ).toBe("otherAid: choose-one");
});

test.each([
  ["no file", "text", "registration-photo-missing"],
  ["an empty file", new File([], "ktp.jpg"), "registration-photo-missing"],
  [
    "more than 10 MB",
    new File([new Uint8Array(10 * 1024 * 1024 + 1)], "ktp.jpg"),
    "registration-photo-too-large",
  ],
])("%s is no photo", (_, photo, problem) => {
  expect(firstProblem(photoInput.safeParse({ photo }))).toBe(`photo: ${problem}`);
});
