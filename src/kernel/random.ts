/** Where chance comes from: real entropy in the portal, a seeded stream in tests and in anything replayable. */
export type Chance = {
  /** Fresh random bytes. */
  bytes(length: number): Uint8Array;
};

/** A whole number in [0, limit), without modulo bias. */
export function below(chance: Chance, limit: number): number {
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
  const result: Item[] = [];
  while (pile.length > 0) result.push(...pile.splice(below(chance, pile.length), 1));
  return result;
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
