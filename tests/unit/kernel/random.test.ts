import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { below, type Chance, digits, readableCode, shuffled } from "#kernel/random.ts";
import { anyChance, seededChance } from "./chances.ts";

/** Chance that says exactly these 32-bit numbers, one after another. */
function scripted(...numbers: readonly number[]): Chance {
  const rest = [...numbers];
  return {
    bytes: () => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, rest.shift() ?? 0);
      return bytes;
    },
  };
}

describe("a number below a limit", () => {
  test("is whole and within the limit", () => {
    fc.assert(
      fc.property(anyChance, fc.integer({ min: 1, max: 0x1_0000_0000 }), (chance, limit) => {
        const value = below(chance, limit);
        expect(Number.isInteger(value) && value >= 0 && value < limit).toBe(true);
      }),
    );
  });

  test("takes no number from the uneven rest, which would favour the small ones", () => {
    expect(below(scripted(0xffff_ffff, 5), 10)).toBe(5);
  });

  test("every value comes about equally often", () => {
    const chance = seededChance(20_240_228);
    const counts = new Array<number>(6).fill(0);
    for (let throws = 0; throws < 6000; throws += 1) {
      const face = below(chance, 6);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test.each([0, -1, 1.5, Number.NaN, 0x1_0000_0001])("no number lies below %s", (limit) => {
    expect(() => below(seededChance(1), limit)).toThrow(RangeError);
  });
});

describe("a shuffle", () => {
  test("keeps everyone and adds nobody", () => {
    fc.assert(
      fc.property(anyChance, fc.array(fc.integer()), (chance, people) => {
        const before = [...people];
        expect(shuffled(chance, people).toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
        expect(people).toEqual(before);
      }),
    );
  });

  test("of the same chance is the same, so that a draw can be replayed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, people) => {
        expect(shuffled(seededChance(seed), people)).toEqual(shuffled(seededChance(seed), people));
      }),
    );
  });

  test("puts everyone in every place about equally often", () => {
    const chance = seededChance(7);
    const seen = new Map<string, number>();
    for (let draws = 0; draws < 6000; draws += 1) {
      const order = shuffled(chance, ["a", "b", "c"]).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test("of a hundred thousand people takes no longer than a blink", () => {
    const people = Array.from({ length: 100_000 }, (_, index) => index);
    expect(new Set(shuffled(seededChance(3), people)).size).toBe(people.length);
  });
});

test("a code for people has the asked length and no letter that looks like a digit", () => {
  fc.assert(
    fc.property(anyChance, fc.integer({ min: 1, max: 40 }), (chance, length) => {
      expect(readableCode(chance, length)).toMatch(new RegExp(`^[2-9A-HJ-NP-Z]{${length}}$`));
    }),
  );
});

test("a card number is digits only, leading zeros included", () => {
  fc.assert(
    fc.property(anyChance, (chance) => {
      expect(digits(chance, 16)).toMatch(/^\d{16}$/);
    }),
  );
  expect(digits(scripted(0, 10, 20), 3)).toBe("000");
});
