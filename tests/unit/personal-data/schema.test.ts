import { describe, expect, test } from "vitest";
import { erasureInput } from "#features/personal-data/schema.ts";

const typed = { word: "HAPUS", password: "rahasia" };

describe("the form that erases an account", () => {
  test.each(["HAPUS", " HAPUS "])("takes the word %j", (word) => {
    expect(erasureInput.safeParse({ ...typed, word }).success).toBe(true);
  });

  test.each([
    ["another word", { word: "YA" }, "erasure-word"],
    ["small letters", { word: "hapus" }, "erasure-word"],
    ["nothing", { word: "" }, "erasure-word"],
    ["no password", { password: "" }, "required"],
  ])("refuses %s", (_, changes, code) => {
    const result = erasureInput.safeParse({ ...typed, ...changes });
    expect(result.error?.issues.map(({ message }) => message)).toEqual([code]);
  });
});
