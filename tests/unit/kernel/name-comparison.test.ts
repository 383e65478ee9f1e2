import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames } from "#kernel/name-comparison.ts";

describe("one person's name", () => {
  test.each([
    ["Siti Rahma", "SITI  RAHMA", "capitals and spaces"],
    ["Siti Rahma", "Rahma Siti", "order"],
    ["Sri Mulyani", "Srimulyani", "a space within"],
    ["Siti Nurhaliza", "Nur Haliza Siti", "order and a space within"],
    ["Nur'aini", "Nuraini", "an apostrophe"],
    ["Ma’ruf Amin", "Maruf Amin", "a curly apostrophe"],
    ["Abdul-Rahman", "Abdul Rahman", "a hyphen"],
    ["José Siregar", "Jose Siregar", "an accent"],
    ["Soeharto", "Suharto", "oe"],
    ["Djoko Santoso", "Joko Santoso", "dj"],
    ["Tjokroaminoto", "Cokroaminoto", "tj"],
    ["Njoman Sari", "Nyoman Sari", "nj"],
    ["Jusuf Kalla", "Yusuf Kalla", "the old j"],
    ["Sjahrir", "Syahrir", "sj"],
    ["Chairil Anwar", "Khairil Anwar", "ch"],
    ["Anissa Rachmawati", "Anisa Rakhmawati", "a doubled letter and ch"],
    ["Moch. Rizki", "Muhammad Rizki", "Moch."],
    ["Muh Rizki", "Muhammad Rizki", "Muh"],
    ["Mohd. Rizki", "Muhamad Rizki", "Mohd."],
    ["M. Rizki", "Mohammad Rizki", "M."],
    ["M.Rizki", "Mochammad Rizki", "M. without a space"],
    ["Rizki Mohammed", "Rizki Muhammad", "Muhammad at the end"],
    ["Achmad Fauzi", "Ahmad Fauzi", "Achmad"],
    ["St. Aminah", "Siti Aminah", "St."],
    ["H. Ahmad Fauzi", "Ahmad Fauzi", "H."],
    ["Hj. Siti Rahma", "Siti Rahma", "Hj."],
    ["Drs. H. Ahmad Fauzi, M.Si.", "Ahmad Fauzi", "titles on both sides"],
    ["Siti Rahma, S.Pd.", "Siti Rahma", "S.Pd. after a comma"],
    ["Siti Rahma S.Pd", "Siti Rahma", "S.Pd without a comma"],
    ["dr. Budi Santoso, Sp.A.", "Budi Santoso", "a doctor"],
    ["Ir. Budi Santoso, SE, MM", "Budi Santoso", "titles without dots"],
    ["R. Budi Santoso", "Budi Santoso", "R."],
    ["Rr. Dewi Sartika", "Dewi Sartika", "Rr."],
  ])("%s and %s are the same: %s", (one, other) => {
    expect(compareNames(one, other)).toBe("same");
  });
});

describe("perhaps one person's name", () => {
  test.each([
    ["Siti Rahma", "Siti Rahmi", "one letter"],
    ["Siti Rahma", "Siti Rahm", "a letter that is missing"],
    ["Budi Santoso", "Budi Sanotso", "two letters that changed places"],
    ["Siti Rahma", "Siti R.", "an initial"],
    ["Siti Rahma", "Siti Rahma Dewi", "a word more"],
    ["Siti", "Siti Rahma", "a word that is missing"],
    ["Sri Mulyani", "Srimulyane", "a letter, and the space"],
    ["Sari Simulasi", "Sari Simulassy", "a spelling that nobody wrote a rule for"],
  ])("%s and %s are similar: %s", (one, other) => {
    expect(compareNames(one, other)).toBe("similar");
  });
});

describe("two people's names", () => {
  test.each([
    ["Siti Rahma", "Dewi Lestari"],
    ["Rani Sari", "Nira Sari"],
    ["Ani", "Ana"],
    ["Siti", "Siti Rahma Dewi"],
    ["Siti Aini Siti Putri", "Siti Siti Siti Putri"],
    ["Siti Rahma", "Siti Dewi"],
    ["S. R.", "Siti Rahma"],
    ["Sari Dewi Lestari", "Sara Devi Lestary Ayu"],
    ["Muhammad Rizki", "Muhammad Fauzi"],
    ["Siti Rahma", ""],
  ])("%s and %s are different", (one, other) => {
    expect(compareNames(one, other)).toBe("different");
  });
});

const words = ["Siti", "Rahma", "Budi", "Joko", "Nur", "Aini", "Wati", "Eka", "Putri", "Simulasi", "Agus"];
const aName = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });

describe("however a name is written", () => {
  test("it is the same as itself, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => compareNames(name, name) === "same"));
  });

  test("one is to the other what the other is to it", () => {
    const anything = fc.oneof(
      fc.string(),
      aName.map((name) => name.join(" ")),
      fc.constantFrom("M. Rizki", "Siti R.", "Drs. Budi, S.E.", "Siti Rahmi"),
    );
    fc.assert(
      fc.property(anything, anything, (one, other) => compareNames(one, other) === compareNames(other, one)),
    );
  });

  test("capitals, spaces and the order of its words do not count", () => {
    const spaces = fc.constantFrom(" ", "  ", "\t", " \u00a0");
    fc.assert(
      fc.property(aName, aName, spaces, (name, other, space) => {
        const written = name.join(" ");
        const turned = name.toReversed().join(space).toUpperCase();
        expect(compareNames(written, ` ${turned} `)).toBe("same");
        expect(compareNames(written, name.join(""))).toBe("same");
        expect(compareNames(turned, other.join(" "))).toBe(compareNames(written, other.join(" ")));
      }),
    );
  });

  test("a long one is compared in no time", () => {
    const long = Array.from({ length: 12 }, (_, index) => `nama${"abcdefghijkl"[index]}`).join(" ");
    expect(compareNames(long, long.split(" ").toReversed().join(" "))).toBe("same");
    expect(compareNames(long, `${long} lain`)).not.toBe("same");
  });
});
