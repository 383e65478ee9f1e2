import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, parseDay } from "#kernel/calendar.ts";
import {
  agreesWith,
  type Gender,
  maskNik,
  type Nik,
  onlyDigits,
  parseFamilyCardNumber,
  parseNik,
  readNik,
} from "#kernel/nik.ts";
import { ok, refuse } from "#kernel/result.ts";

const knownDistricts = ["12.75.01", "11.01.01", "31.71.03", "92.71.08"];
const knows = (code: string) => knownDistricts.includes(code);

type Holder = {
  readonly district: string;
  readonly birth: Day;
  readonly gender: Gender;
  readonly serial: number;
};

const anyHolder: fc.Arbitrary<Holder> = fc.record({
  district: fc.constantFrom(...knownDistricts),
  birth: fc.integer({ min: 0, max: 28_000 }).map((days) => addDays(parseDay("1935-01-01") as Day, days)),
  gender: fc.constantFrom<Gender>("female", "male"),
  serial: fc.integer({ min: 1, max: 9999 }),
});

/** The number as the civil registry would issue it. */
function issue({ district, birth, gender, serial }: Holder): string {
  const date = Number(birth.slice(8)) + (gender === "female" ? 40 : 0);
  const dated = `${String(date).padStart(2, "0")}${birth.slice(5, 7)}${birth.slice(2, 4)}`;
  return `${district.replaceAll(".", "")}${dated}${String(serial).padStart(4, "0")}`;
}

const replace = (text: string, at: number, piece: string) =>
  text.slice(0, at) + piece + text.slice(at + piece.length);

describe("an issued NIK", () => {
  test("is accepted, and agrees with its holder", () => {
    fc.assert(
      fc.property(anyHolder, (holder) => {
        const number = issue(holder);
        expect(parseNik(number, knows)).toEqual(ok(number));
        expect(agreesWith(number as Nik, holder.birth, holder.gender)).toEqual(ok());
      }),
    );
  });

  test("tells district, gender and the last two digits of the birth year", () => {
    fc.assert(
      fc.property(anyHolder, (holder) => {
        expect(readNik(issue(holder) as Nik)).toEqual({
          districtCode: holder.district,
          gender: holder.gender,
          birthYearShort: Number(holder.birth.slice(2, 4)),
        });
      }),
    );
  });

  test("may be typed with spaces, dots and dashes", () => {
    expect(parseNik(" 1275.0157-0898 9001 ", knows)).toEqual(ok("1275015708989001"));
    expect(onlyDigits("12-75.01 57")).toBe("12750157");
  });
});

describe("a NIK with one spoiled fact is refused", () => {
  const spoiled = (name: string, spoil: (number: string) => fc.Arbitrary<string>, code: string) =>
    test(`${name}: ${code}`, () => {
      const numbers = anyHolder.chain((holder) => spoil(issue(holder)));
      fc.assert(
        fc.property(numbers, (number) => {
          expect(parseNik(number, knows)).toEqual(refuse({ code }));
        }),
      );
    });

  spoiled("a digit too few", (number) => fc.constant(number.slice(1)), "nik-not-16-digits");
  spoiled("a digit too many", (number) => fc.nat(9).map((digit) => number + digit), "nik-not-16-digits");
  spoiled(
    "a letter among the digits",
    (number) => fc.nat(15).map((at) => replace(number, at, "O")),
    "nik-not-16-digits",
  );
  spoiled(
    "a district that does not exist",
    (number) => fc.constant(replace(number, 0, "999999")),
    "nik-unknown-region",
  );
  spoiled(
    "a day that is neither a man's nor a woman's",
    (number) => fc.constantFrom("00", "32", "40", "72", "99").map((date) => replace(number, 6, date)),
    "nik-impossible-date",
  );
  spoiled(
    "a month that does not exist",
    (number) => fc.constantFrom("00", "13", "99").map((month) => replace(number, 8, month)),
    "nik-impossible-date",
  );
  spoiled(
    "30 February, of a man or a woman",
    (number) => fc.constantFrom("3002", "7002").map((date) => replace(number, 6, date)),
    "nik-impossible-date",
  );
  spoiled(
    "29 February of a common year",
    (number) => fc.constant(replace(number, 6, "290299")),
    "nik-impossible-date",
  );
  spoiled("serial zero", (number) => fc.constant(replace(number, 12, "0000")), "nik-zero-serial");

  test("29 February 2000 existed, though 29 February 1900 did not", () => {
    expect(parseNik("1275012902009001", knows)).toEqual(ok("1275012902009001"));
  });

  test("another birth date than the person entered", () => {
    fc.assert(
      fc.property(anyHolder, fc.integer({ min: 1, max: 360 }), (holder, days) => {
        const answer = agreesWith(issue(holder) as Nik, addDays(holder.birth, days), holder.gender);
        expect(answer).toEqual(refuse({ code: "nik-birth-date-differs" }));
      }),
    );
  });

  test("another gender than the person entered", () => {
    fc.assert(
      fc.property(anyHolder, (holder) => {
        const other = holder.gender === "female" ? "male" : "female";
        const answer = agreesWith(issue(holder) as Nik, holder.birth, other);
        expect(answer).toEqual(refuse({ code: "nik-gender-differs" }));
      }),
    );
  });
});

describe("a family card number", () => {
  test.each([
    ["of a known district and a possible recording date", "1275011708989001", ok("1275011708989001")],
    ["with serial zero, which only a NIK forbids", "1275011708980000", ok("1275011708980000")],
    ["of 15 digits", "127501170898900", refuse({ code: "kk-not-16-digits" })],
    ["of an unknown district", "9999991708989001", refuse({ code: "kk-unknown-region" })],
    ["with day + 40, which only a NIK has", "1275015708989001", refuse({ code: "kk-impossible-date" })],
  ])("%s", (_name, number, answer) => {
    expect(parseFamilyCardNumber(number, knows)).toEqual(answer);
  });
});

test("a masked NIK keeps region and serial and hides the birth date", () => {
  expect(maskNik("1275015705009101")).toBe("127501••••••9101");
});
