import { describe, expect, test } from "vitest";
import {
  decideUndo,
  isExample,
  numberFault,
  plainWords,
  readHeaders,
  villageCodeIn,
} from "#features/bulk-registration/policy.ts";
import { type Column, columns, type Vocabulary } from "#features/bulk-registration/types.ts";

const words: Vocabulary = {
  headers: new Map(columns.map((column) => [plainWords(column), column])),
  own: new Set(["alasan"]),
  choices: {
    gender: new Map(),
    education: new Map(),
    maritalStatus: new Map(),
    employment: new Map(),
    disability: new Map(),
    wantedCategory: new Map(),
    statedEmployment: new Map(),
  },
  yes: new Set(["ya"]),
  no: new Set(["tidak"]),
};

describe("the headers of a list", () => {
  test("are found in any order and spelling, and what may be blank may be missing", () => {
    const written = columns.filter((column) => column !== "phone" && column !== "email").toReversed();
    const { layout, missing, twice, unknown } = readHeaders(
      written.map((header) => ` ${header.toUpperCase()}* `),
      words,
    );
    expect({ layout, missing, twice, unknown }).toEqual({
      layout: written,
      missing: [],
      twice: [],
      unknown: [],
    });
  });

  test("that are missing, doubled or unknown are told; the portal's own are not", () => {
    const { layout, missing, twice, unknown } = readHeaders(["nik", "Umur", "", "NIK", "Alasan"], words);
    expect(layout).toEqual(["nik", null, null, "nik", null]);
    expect(missing).toContain("fullName");
    expect(twice).toEqual(["nik"]);
    expect(unknown).toEqual(["Umur"]);
  });
});

describe("a number that a spreadsheet spoiled", () => {
  test.each<[Column, string, boolean, string | undefined]>([
    ["nik", "3.27501E+15", false, "bulk-number-shortened"],
    ["nik", "3,27501E+15", false, "bulk-number-shortened"],
    ["nik", "1275015705009000", true, "bulk-number-shortened"],
    ["familyCard", "1.27501010115900E+15", true, "bulk-number-shortened"],
    ["nik", "1275015705009000", false, undefined],
    ["nik", "12750157", true, undefined],
    ["phone", "81234567890", true, "bulk-zero-lost"],
    ["phone", "81234567890", false, "bulk-zero-lost"],
    ["phone", "8.1E+10", false, "bulk-number-shortened"],
    ["phone", "081234567890", false, undefined],
    ["phone", "6281234567890", true, undefined],
    ["dependants", "2", true, undefined],
  ])("%s %s (a number: %s): %s", (column, text, isNumber, code) => {
    expect(numberFault(column, { text, isNumber })?.code).toBe(code);
  });
});

test.each([
  ["12.75.02.1001", "12.75.02.1001"],
  ["12.75.02.1001 Pahlawan (Binjai Utara)", "12.75.02.1001"],
  ["1275021001", "12.75.02.1001"],
  ["12750210012", "12750210012"],
  ["Pahlawan", "Pahlawan"],
])("%s names the village %s", (text, code) => {
  expect(villageCodeIn(text)).toBe(code);
});

test.each([
  ["contoh: 1275015705009001", true],
  ["Contoh", true],
  ["1275015705009001", false],
  ["", false],
])("a NIK %j is the template's own row: %s", (nik, isIt) => {
  expect(isExample(nik)).toBe(isIt);
});

test.each([
  ["received", "bulk-undo-unfinished"],
  ["checking", "bulk-undo-unfinished"],
  ["checked", undefined],
  ["undoing", "bulk-undo-done"],
  ["undone", "bulk-undo-done"],
  ["failed", "bulk-undo-done"],
] as const)("a list that is %s is taken back: %s", (status, code) => {
  const decision = decideUndo(status);
  expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
});
