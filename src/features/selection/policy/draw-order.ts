import type { Candidate, DrawLimits, DrawnCandidate } from "../types.ts";

/** HMAC-SHA-256 under the draw's seed; handed in, because a policy knows no Node. */
export type KeyedHash = (text: string) => Uint8Array;

/** Stored with every draw, so that another way of drawing is never mistaken for this one. */
export const DRAW_ALGORITHM = "priority, then hmac-sha-256(seed, participant id), 2 a family card, v1";

type Lot = { readonly candidate: Candidate; readonly head: number; readonly lot: Uint8Array };

/**
 * The draw (programme rules, section 5). Everyone's lot is a keyed hash of their id, so the order depends on the seed and
 * on nothing else: not on when they joined, not on the order of the list. Priority groups go first; then lots decide;
 * a family card never gets more than its places, in all waves together; the quota ends it.
 */
export function drawOrder(
  keyedHash: KeyedHash,
  candidates: readonly Candidate[],
  limits: DrawLimits,
): DrawnCandidate[] {
  const lots = candidates.map((candidate) => lotOf(candidate, keyedHash)).sort(byPriorityThenLot);
  const families = new Map<string, number>();
  let selected = 0;
  return lots.map(({ candidate }, index) => {
    const rank = index + 1;
    const family = families.get(candidate.familyCard) ?? limits.taken.get(candidate.familyCard) ?? 0;
    if (family >= limits.perFamilyCard) return { ...candidate, rank, outcome: "family_card_full" };
    if (selected >= limits.quota) return { ...candidate, rank, outcome: "quota_full" };
    selected += 1;
    families.set(candidate.familyCard, family + 1);
    return { ...candidate, rank, outcome: "selected" };
  });
}

function lotOf(candidate: Candidate, keyedHash: KeyedHash): Lot {
  const lot = keyedHash(candidate.participantId);
  // Six bytes fit a number exactly and settle nearly every comparison.
  const head = lot.subarray(0, 6).reduce((number, byte) => number * 256 + byte, 0);
  return { candidate, head, lot };
}

function byPriorityThenLot(one: Lot, other: Lot): number {
  return (
    one.candidate.priority - other.candidate.priority ||
    one.head - other.head ||
    compareBytes(one.lot, other.lot) ||
    (one.candidate.participantId < other.candidate.participantId ? -1 : 1)
  );
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let index = 0; index < one.length; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What the digest of a draw is taken of: the selected, in their order. */
export function selectedText(drawn: readonly DrawnCandidate[]): string {
  return drawn
    .filter(({ outcome }) => outcome === "selected")
    .map(({ participantId }) => participantId)
    .join("\n");
}
