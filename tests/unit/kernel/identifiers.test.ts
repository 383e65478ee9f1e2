import fc from "fast-check";
import { expect, test } from "vitest";
import { isUuid, uuidv7 } from "#kernel/identifiers.ts";

const anyMoment = fc.date({
  min: new Date("1970-01-01T00:00:00Z"),
  max: new Date("9999-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const anyEntropy = fc.uint8Array({ minLength: 10, maxLength: 10 });

test("an id is a UUID of version 7 and variant 2", () => {
  fc.assert(
    fc.property(anyMoment, anyEntropy, (moment, entropy) => {
      const id = uuidv7(moment, entropy);
      expect(isUuid(id)).toBe(true);
      expect(id).toMatch(/^.{8}-.{4}-7.{3}-[89ab].{3}-.{12}$/);
    }),
  );
});

test("an id tells its moment", () => {
  fc.assert(
    fc.property(anyMoment, anyEntropy, (moment, entropy) => {
      const written = uuidv7(moment, entropy).replaceAll("-", "").slice(0, 12);
      expect(Number.parseInt(written, 16)).toBe(moment.getTime());
    }),
  );
});

test("ids sort by age, whatever chance says", () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, anyEntropy, anyEntropy, (one, other, entropy, moreEntropy) => {
      fc.pre(one.getTime() < other.getTime());
      expect(uuidv7(one, entropy) < uuidv7(other, moreEntropy)).toBe(true);
    }),
  );
});

test("two ids of one moment differ by chance", () => {
  const moment = new Date("2024-02-28T03:00:00Z");
  expect(uuidv7(moment, new Uint8Array(10).fill(1))).not.toBe(uuidv7(moment, new Uint8Array(10).fill(2)));
});

test.each([
  "",
  "1",
  "0190f3c0-0000-7000-8000-00000000000",
  "0190F3C0-0000-7000-8000-000000000000",
  "../etc/passwd",
])("%j is no id", (text) => {
  expect(isUuid(text)).toBe(false);
});
