declare const brand: unique symbol;
/** A UUID that cannot be mistaken for another kind of UUID. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type AccountId = Id<"account">;
/** The participant's account id; only `requireParticipant()` and the worker's loaders mint it. */
export type ParticipantId = Id<"participant">;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * A UUIDv7: 48 bits of milliseconds, then chance, so that ids sort by age and pages of an index stay warm.
 * `entropy` are 10 random bytes.
 */
export function uuidv7(moment: Date, entropy: Uint8Array): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(moment.getTime()) << 16n);
  bytes.set(entropy.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
