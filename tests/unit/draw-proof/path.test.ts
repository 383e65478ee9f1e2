import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { pathOf, rowsOfProof } from "#features/draw-proof/policy.ts";
import { sha256 } from "#features/selection/queries/sha256.ts";

const hash = (...parts: readonly Uint8Array[]) =>
  parts.reduce((so, part) => so.update(part), createHash("sha256")).digest();

/** All levels of a tree over so many leaves, by docs/decisions/0012. */
function treeOf(count: number): Buffer[][] {
  let level: Buffer[] = Array.from({ length: count }, (_, at) => hash(Buffer.from(`leaf ${at}`)));
  const levels = [level];
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const pair = level.slice(at, at + 2);
      above.push(pair.length === 2 ? hash(Buffer.of(1), ...pair) : Buffer.concat(pair));
    }
    level = above;
    levels.push(level);
  }
  return levels;
}

function follow(levels: readonly Buffer[][], position: number) {
  const count = levels[0]?.length ?? 0;
  const wanted = rowsOfProof(position, count);
  const rows = wanted.map(({ level, block }) =>
    Buffer.concat(levels[level]?.slice(block * 256, block * 256 + 256) ?? []),
  );
  const path = pathOf(sha256, position, rows);
  const start: Buffer = levels[0]?.[position] ?? Buffer.alloc(0);
  const top = path.reduce<Buffer>((node, { side, hash: beside }) => {
    const other = Buffer.from(beside, "hex");
    return side === "left" ? hash(Buffer.of(1), other, node) : hash(Buffer.of(1), node, other);
  }, start);
  return { top: top.toString("hex"), rows: rows.length, length: path.length };
}

describe("the way from a line to the root", () => {
  it.each([1, 2, 3, 255, 256, 257, 511, 513, 1_000, 65_536, 65_537, 66_050])(
    "leads there from the first, the last and others of %d lines, with a row a level",
    (count) => {
      const levels = treeOf(count);
      const root = levels.at(-1)?.[0]?.toString("hex");
      const positions = new Set([0, 1, 254, 255, 256, 300, count >> 1, count - 2, count - 1]);
      for (const position of positions) {
        if (position < 0 || position >= count) continue;
        const found = follow(levels, position);
        expect(found.top).toBe(root);
        expect(found.rows).toBeLessThanOrEqual(Math.ceil(levels.length / 8));
        expect(found.length).toBeLessThanOrEqual(levels.length - 1);
      }
    },
  );

  it("needs three rows of ten million lines", () => {
    expect(rowsOfProof(9_999_999, 10_000_000)).toEqual([
      { level: 0, block: 39_062 },
      { level: 8, block: 152 },
      { level: 16, block: 0 },
    ]);
  });
});
