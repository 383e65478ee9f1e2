import type { Candidate, DrawLimits, DrawnCandidate } from "../types.ts";

/** HMAC-SHA-256 under the draw's seed; handed in, because a policy knows no Node. */
export type KeyedHash = (text: string) => Uint8Array;

/** Stored with every draw, so that another way of drawing is never mistaken for this one. */
export const DRAW_ALGORITHM = "priority, then 48 bits of hmac-sha-256(seed, participant id), then id; v1";

type Lot = { readonly candidate: Candidate; readonly place: number };

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
  const lots = candidates.map((candidate) => lotOf(candidate, keyedHash)).sort(byPlace);
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

const LOTS = 2 ** 48;

/** Priority and the first 48 bits of the hash in one number, which is exact up to priority 31: a million compare fast. */
function lotOf(candidate: Candidate, keyedHash: KeyedHash): Lot {
  const hash = keyedHash(candidate.participantId);
  const bits = new DataView(hash.buffer, hash.byteOffset, 6);
  const lot = bits.getUint32(0) * 65_536 + bits.getUint16(4);
  return { candidate, place: candidate.priority * LOTS + lot };
}

function byPlace(one: Lot, other: Lot): number {
  const difference = one.place - other.place;
  if (difference !== 0) return difference;
  return one.candidate.participantId < other.candidate.participantId ? -1 : 1;
}

/** What the digest of a draw is taken of: the selected, in their order. */
export function selectedText(drawn: readonly DrawnCandidate[]): string {
  return drawn
    .filter(({ outcome }) => outcome === "selected")
    .map(({ participantId }) => participantId)
    .join("\n");
}
