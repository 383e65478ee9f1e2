import type { DrawStatus, PathNode } from "./types.ts";

/** SHA-256, handed in: a policy knows no Node. */
type Digest = (bytes: Uint8Array) => Uint8Array;

const HASH = 32;
/** Levels of the tree that one kept row spans: 256 hashes. */
export const LEVELS_A_ROW = 8;

/** The rows of kept hashes that the proof of a position needs, one a level: each with its block. */
export function rowsOfProof(
  position: number,
  count: number,
): readonly { readonly level: number; readonly block: number }[] {
  const rows = [];
  for (let level = 0; Math.ceil(count / 2 ** level) > 1; level += LEVELS_A_ROW) {
    rows.push({ level, block: Math.floor(position / 2 ** (level + LEVELS_A_ROW)) });
  }
  return rows;
}

/**
 * The way from a position to the root (docs/decisions/0012): the hash beside it on each level, and on which side.
 * `rows`: the kept hashes of `rowsOfProof`, in its order.
 */
export function pathOf(digest: Digest, position: number, rows: readonly Uint8Array[]): PathNode[] {
  return rows.flatMap((hashes, index) => {
    const first = Math.floor(position / 2 ** (index * LEVELS_A_ROW)) % 2 ** LEVELS_A_ROW;
    return pathWithin(digest, first, hashes);
  });
}

function pathWithin(digest: Digest, first: number, hashes: Uint8Array): PathNode[] {
  const path: PathNode[] = [];
  let at = first;
  for (let level = split(hashes); level.length > 1; level = levelAbove(digest, level)) {
    const beside = level[at % 2 === 1 ? at - 1 : at + 1];
    if (beside) path.push({ side: at % 2 === 1 ? "left" : "right", hash: inHex(beside) });
    at = Math.floor(at / 2);
  }
  return path;
}

/** Nodes in pairs; a last one without a partner moves up as it is. */
function levelAbove(digest: Digest, level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]];
    if (left) above.push(right ? digest(Uint8Array.of(1, ...left, ...right)) : left);
  }
  return above;
}

function split(hashes: Uint8Array): Uint8Array[] {
  return Array.from({ length: hashes.length / HASH }, (_, at) => hashes.subarray(at * HASH, (at + 1) * HASH));
}

export function inHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether everybody may know the result of a wave. */
export function isOver(status: DrawStatus): boolean {
  return status === "published" || status === "archived";
}
