import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, formatRupiah, noMoney, rupiah, subtract } from "#kernel/money.ts";

describe("rupiah as people write them", () => {
  test.each([
    [0n, "Rp0"],
    [999n, "Rp999"],
    [50_000n, "Rp50.000"],
    [600_000n, "Rp600.000"],
    [1_000_000n, "Rp1.000.000"],
    [3_500_000n, "Rp3.500.000"],
    [12_345_678_901_234_567_890n, "Rp12.345.678.901.234.567.890"],
    [-1_000n, "−Rp1.000"],
  ])("%s is written %s", (amount, text) => {
    expect(formatRupiah(amount)).toBe(text);
  });

  test("whoever reads the dots away gets the amount back", () => {
    fc.assert(
      fc.property(fc.bigInt(), (amount) => {
        const digits = formatRupiah(amount).replace("−", "-").replace("Rp", "").replaceAll(".", "");
        expect(BigInt(digits)).toBe(amount);
      }),
    );
  });

  test("a dot stands before every three digits from the end and nowhere else", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), (amount) => {
        expect(formatRupiah(amount)).toMatch(/^Rp\d{1,3}(\.\d{3})*$/);
      }),
    );
  });
});

describe("money is never rounded silently", () => {
  test.each([0.5, 1_000_000.01, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "%s is no rupiah",
    (amount) => {
      expect(() => rupiah(amount)).toThrow(RangeError);
    },
  );

  test("a sum minus its parts is nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt()), (amounts) => {
        const parts = amounts.map(rupiah);
        expect(parts.reduce(subtract, add(...parts))).toBe(noMoney);
      }),
    );
  });
});
