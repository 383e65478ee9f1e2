import { database } from "#platform/db/client.ts";
import type { Decree, DecreePaper } from "../types.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** The decrees of a wave, first one first. */
export async function findDecrees(waveId: string): Promise<readonly Decree[]> {
  const rows = await database().decree.findMany({ where: { waveId }, orderBy: { issuedAt: "asc" } });
  return rows.map((row) => ({ ...row, digest: hex(row.digest) }));
}

/** So many lines of the list stand in the paper; a longer list is published as a file only. */
const LINES = 500;

type Line = { rank: number; entry: string; province: string };

/** All that the paper of a wave's first decree says; null while there is none. */
export async function findDecreePaper(waveId: string): Promise<DecreePaper | null> {
  const [decree] = await findDecrees(waveId);
  if (!decree) return null;
  const [wave, list, draw, lines] = await Promise.all([
    database().wave.findUniqueOrThrow({
      where: { id: waveId },
      select: { number: true, quota: true, scheme: { select: { name: true } } },
    }),
    database().drawList.findUniqueOrThrow({ where: { waveId } }),
    database().draw.findUniqueOrThrow({ where: { waveId } }),
    database().$queryRaw<Line[]>`
      SELECT p.rank, encode(l.entry, 'hex') AS entry, coalesce(a.name, l.province_code) AS province
      FROM draw_place p JOIN draw_leaf l ON l.wave_id = p.wave_id AND l.position = p.position
      LEFT JOIN area a ON a.code = l.province_code
      WHERE p.wave_id = ${waveId}::uuid AND p.outcome = 'selected' ORDER BY p.rank LIMIT ${LINES}`,
  ]);
  return {
    ...decree,
    waveNumber: wave.number,
    schemeName: wave.scheme.name,
    quota: wave.quota,
    applicants: list.entryCount + list.refusedCount,
    root: hex(list.root),
    seed: hex(draw.seed),
    entries: lines,
  };
}
