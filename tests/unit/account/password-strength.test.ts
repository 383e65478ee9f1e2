import { describe, expect, test } from "vitest";
import { ok, refuse } from "#kernel/result.ts";
import { judgePassword } from "#platform/web/password-strength.ts";

const wulan = ["Wulan Pertiwi", "wulan.pertiwi@example.test", "+6281234567890"];

describe("a new password", () => {
  test.each(["kopi-hangat-di-teras-88", "kopi tubruk pagi hari", "sepeda biru lupa rem"])(
    "of a few words is taken: %s",
    (password) => {
      expect(judgePassword(password, wulan)).toEqual(ok());
    },
  );

  test.each([
    ["only digits in a row", "1234567890"],
    ["a row of the keyboard", "qwertyuiop"],
    ["a word that many take", "bismillah123"],
    ["the country and a year", "indonesia1945"],
    ["this portal and a year", "prakerja-2026"],
    ["the owner's name", "wulanpertiwi1"],
    ["the owner's address", "wulan.pertiwi@example.test"],
    ["the owner's phone as it is dialled", "081234567890"],
    ["one letter, however often", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["signs in place of letters", "P@$$w0rd!1"],
  ])("is refused when it is %s", (_, password) => {
    expect(judgePassword(password, wulan)).toEqual(refuse({ code: "password-guessable" }));
  });

  test("of somebody else's name is not the owner's own word", () => {
    expect(judgePassword("sutrisnowati-jalan-kenanga", ["Budi"])).toEqual(ok());
    expect(judgePassword("sutrisnowati-kenanga-12", ["Sutrisnowati Kenanga"]).ok).toBe(false);
  });
});
