/** Where chance comes from: real entropy in the portal, a seeded stream in tests and in anything replayable. */
export type Chance = {
  /** Fresh random bytes. */
  bytes(length: number): Uint8Array;
};

/** A whole number in [0, limit), without modulo bias. */
export function below(chance: Chance, limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 0x1_0000_0000) {
    throw new RangeError(`no number lies in [0, ${limit})`);
  }
  const ceiling = Math.floor(0x1_0000_0000 / limit) * limit;
  for (;;) {
    const bytes = chance.bytes(4);
    const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (value < ceiling) return value % limit;
  }
}

/** A shuffled copy (Fisher-Yates). */
export function shuffled<Item>(chance: Chance, items: readonly Item[]): Item[] {
  const pile = [...items];
  for (let last = pile.length - 1; last > 0; last -= 1) {
    const chosen = below(chance, last + 1);
    [pile[last], pile[chosen]] = [pile[chosen] as Item, pile[last] as Item];
  }
  return pile;
}

const READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A code for people to read and type: no 0/O, 1/I. Five bits of chance a character. */
export function readableCode(chance: Chance, length: number): string {
  return Array.from(chance.bytes(length), (byte) => READABLE[byte % 32]).join("");
}

/** A code of digits, such as a card number. */
export function digits(chance: Chance, length: number): string {
  return Array.from({ length }, () => below(chance, 10)).join("");
}
