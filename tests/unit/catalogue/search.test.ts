import { describe, expect, test } from "vitest";
import { correctionOf, wordsOf } from "#features/catalogue/policy/search.ts";
import { comparedCourses, courseSearch } from "#features/catalogue/schema/search.ts";

describe("the words of a search", () => {
  test.each<[string, readonly string[]]>([
    ["Kursus Excel untuk Pemula", ["excel", "pemula"]],
    ["  kopi,KOPI  ", ["kopi"]],
    ["pelatihan", ["pelatihan"]],
    ["Fotografí!", ["fotografi"]],
    ["a & b | !c:*", ["b", "c"]],
    ["", []],
  ])("%j are %j", (typed, words) => {
    expect(wordsOf(typed)).toEqual(words);
  });

  test("are at most eight", () => {
    expect(wordsOf("b c d e f g h i j k")).toHaveLength(8);
  });
});

describe("a word that no course says", () => {
  const known = (word: string) => ({ word, isKnown: true, near: [] });
  const unknown = (word: string, ...near: readonly string[]) => ({
    word,
    isKnown: false,
    near: near.map((other) => ({ word: other, likeness: 0.4 })),
  });

  test.each([
    [[unknown("exel", "express", "excel")], { words: ["excel"], isCertain: true }],
    [[known("kopi"), unknown("barsita", "barista")], { words: ["kopi", "barista"], isCertain: true }],
    [[unknown("fotographer", "fotografi")], { words: ["fotografi"], isCertain: false }],
    [[unknown("jai", "jahit")], { words: ["jahit"], isCertain: false }],
    [[unknown("kenanga", "tenaga")], { words: ["tenaga"], isCertain: false }],
    [[unknown("pembukkuwan", "pembukuan")], { words: ["pembukuan"], isCertain: true }],
    [[known("kopi"), unknown("xyz")], null],
    [[known("kopi")], null],
  ])("%j is taken for %j", (standings, correction) => {
    expect(correctionOf(standings)).toEqual(correction);
  });
});

describe("the address of a search", () => {
  test("reads every filter, and leaves out what makes no sense", () => {
    expect(
      courseSearch.parse({ cari: " kopi ", cara: "webinar", lama: "pendek", rating: "4", urut: "termurah" }),
    ).toMatchObject({
      words: "kopi",
      mode: "webinar",
      length: "pendek",
      rating: 4,
      sort: "termurah",
      category: null,
    });
    expect(
      courseSearch.parse({
        cara: "x",
        lama: "toString",
        rating: "-1",
        urut: "'",
        harga: "abc",
        kategori: "A b",
      }),
    ).toMatchObject({
      mode: null,
      length: null,
      rating: null,
      sort: null,
      priceAtMost: null,
      category: null,
    });
  });

  test.each<[unknown, readonly string[]]>([
    [undefined, []],
    ["kopi", ["kopi"]],
    [
      ["a", "b", "a", "c", "d"],
      ["a", "b", "c"],
    ],
    [["../x", "b"], ["b"]],
  ])("to compare reads %j as %j", (asked, slugs) => {
    expect(comparedCourses.parse(asked)).toEqual(slugs);
  });
});
