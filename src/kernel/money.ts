declare const rupiahBrand: unique symbol;

/** Whole rupiah. A bigint, so that no sum is ever rounded; branded, so that no bare number is taken for money. */
export type Rupiah = bigint & { readonly [rupiahBrand]: true };

/** Makes rupiah of a whole number. Throws on fractions and on numbers too large to be exact: money is never rounded silently. */
export function rupiah(amount: bigint | number): Rupiah {
  if (typeof amount === "number" && !Number.isSafeInteger(amount)) {
    throw new RangeError(`not a whole number of rupiah: ${amount}`);
  }
  return BigInt(amount) as Rupiah;
}

export const noMoney: Rupiah = rupiah(0);

export function add(...amounts: readonly Rupiah[]): Rupiah {
  return amounts.reduce<bigint>((sum, amount) => sum + amount, 0n) as Rupiah;
}

export function subtract(from: Rupiah, amount: Rupiah): Rupiah {
  return (from - amount) as Rupiah;
}

/** "Rp1.000.000", the way people in Indonesia write it, in every language of the portal. */
export function formatRupiah(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().replace(/\B(?=(\d{3})+$)/g, ".");
  return `${amount < 0n ? "−" : ""}Rp${digits}`;
}
