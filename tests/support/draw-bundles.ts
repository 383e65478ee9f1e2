import { createHash, createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Chance } from "#kernel/random.ts";
import { below } from "#kernel/random.ts";

/**
 * Published files of a draw, written from the text of docs/decisions/0012 as plainly as can be: what the portal and
 * both verifiers are measured by. Slow, and nothing of the portal in it.
 */

type Party = "operator" | "witness" | "public";
type Outcome = "selected" | "family_card_full" | "quota_full";
/** How far a wave is; each stage has everything of those before it. */
export type Stage = "frozen" | "promised" | "shown" | "drawn" | "published";
const stages: readonly Stage[] = ["frozen", "promised", "shown", "drawn", "published"];

/** A person whom the rules let in. */
export type Entrant = {
  /** A UUID. */
  readonly participant: string;
  readonly province: string;
  readonly priority: number;
  /** The keyed hash of the family card. */
  readonly familyCard: string;
  readonly taken: number;
};

export type Pool = {
  readonly wave: number;
  readonly stage: Stage;
  readonly salt: Buffer;
  readonly entrants: readonly Entrant[];
  readonly quota: number;
  readonly provinces: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, number>>;
  readonly perFamilyCard: number;
  readonly frozenAt: Date;
  readonly secrets: { readonly operator: Buffer; readonly witness: Buffer };
  readonly figure: string;
  readonly source: string;
  /** Parties that show nothing in time. */
  readonly silent: readonly Party[];
};

export type PromiseMade = {
  party: Party;
  commitment: string;
  committedAt: string;
  source?: string;
  knownAt?: string;
};
export type Reveal = { party: Party; value: string; fallback: boolean; revealedAt: string };
export type PublishedDraw = {
  format: string;
  wave: number;
  rule: number;
  quota: number;
  provinces: Record<string, number>;
  groups: Record<string, number>;
  perFamilyCard: number;
  entries: number;
  root: string;
  frozenAt: string;
  commitments: PromiseMade[];
  reveals: Reveal[];
  seed: string | null;
  selected: number | null;
  digest: string | null;
  drawnAt: string | null;
};

export type ListedLine = Entrant & {
  readonly salt: Buffer;
  readonly entry: Buffer;
  readonly family: Buffer;
  readonly line: string;
  readonly leaf: Buffer;
};
export type DrawnPlace = { position: number; rank: number; stratumRank: number; outcome: Outcome };
export type Bundle = {
  readonly pool: Pool;
  readonly draw: PublishedDraw;
  readonly lines: readonly ListedLine[];
  /** In the drawn order; empty before there is a seed. */
  readonly places: readonly DrawnPlace[];
};

const sha256 = (...parts: readonly (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const idBytes = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const written = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`;
const later = (moment: Date, hours: number) => new Date(moment.getTime() + hours * 3_600_000);

/** Everything that is published about a pool, and what only its people know. */
export function bundleOf(pool: Pool): Bundle {
  const { wave } = pool;
  const lines = listOf(pool);
  const root = levelsOf(lines.map(({ leaf }) => leaf)).at(-1)?.[0] ?? sha256();
  const has = (stage: Stage) => stages.indexOf(pool.stage) >= stages.indexOf(stage);
  const knownAt = later(pool.frozenAt, 30);
  const commitments = has("promised") ? promisesOf(pool, knownAt) : [];
  const reveals = has("shown") ? revealsOf(pool, root, commitments, knownAt) : [];
  const shown = (party: Party) =>
    Buffer.from(reveals.find((each) => each.party === party)?.value ?? "", "hex");
  const seed = has("shown")
    ? sha256(
        `prakerja-draw-2 seed\n${wave}\n`,
        root,
        sha256(shown("operator")),
        sha256(shown("witness")),
        sha256(shown("public")),
      )
    : null;
  const places = seed ? placesOf(pool, lines, seed) : [];
  const selected = places.filter(({ outcome }) => outcome === "selected");
  const isPublished = has("published");
  const draw: PublishedDraw = {
    format: "prakerja-draw/2",
    wave,
    rule: 2,
    quota: pool.quota,
    provinces: { ...pool.provinces },
    groups: { ...pool.groups },
    perFamilyCard: pool.perFamilyCard,
    entries: lines.length,
    root: root.toString("hex"),
    frozenAt: written(pool.frozenAt),
    commitments,
    reveals,
    seed: seed?.toString("hex") ?? null,
    selected: isPublished ? selected.length : null,
    digest: isPublished
      ? sha256(...selected.map(({ position }) => lines[position]?.leaf ?? "")).toString("hex")
      : null,
    drawnAt: has("drawn") ? written(later(pool.frozenAt, 60)) : null,
  };
  return { pool, draw, lines, places };
}

function listOf(pool: Pool): ListedLine[] {
  return pool.entrants
    .map((entrant) => {
      const salt = sha256(pool.salt, "entry", idBytes(entrant.participant)).subarray(0, 16);
      const entry = sha256(salt, idBytes(entrant.participant));
      const family = sha256(pool.salt, "family", entrant.familyCard).subarray(0, 16);
      const line = [
        entry.toString("hex"),
        entrant.province,
        entrant.priority,
        1,
        family.toString("hex"),
        entrant.taken,
      ].join(",");
      return { ...entrant, salt, entry, family, line, leaf: sha256(Buffer.of(0), line) };
    })
    .toSorted((a, b) => a.leaf.compare(b.leaf));
}

/** All levels of the tree, leaves first. */
function levelsOf(leaves: readonly Buffer[]): (readonly Buffer[])[] {
  const levels = [leaves];
  for (let level = leaves; level.length > 1; levels.push(level)) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const pair = level.slice(at, at + 2);
      above.push(pair.length === 2 ? sha256(Buffer.of(1), ...pair) : (pair[0] ?? Buffer.alloc(0)));
    }
    level = above;
  }
  return levels;
}

function promisesOf(pool: Pool, knownAt: Date): PromiseMade[] {
  const secret = (party: "operator" | "witness", hours: number) => ({
    party,
    commitment: sha256(`prakerja-draw-2 commit\n${pool.wave}\n${party}\n`, pool.secrets[party]).toString(
      "hex",
    ),
    committedAt: written(later(pool.frozenAt, hours)),
  });
  const moment = written(knownAt);
  const commitment = sha256(`prakerja-draw-2 public\n${pool.wave}\n${moment}\n${pool.source}`).toString(
    "hex",
  );
  const committedAt = written(later(pool.frozenAt, 3));
  return [
    secret("operator", 1),
    secret("witness", 2),
    { party: "public", commitment, committedAt, source: pool.source, knownAt: moment },
  ];
}

function revealsOf(pool: Pool, root: Buffer, promises: readonly PromiseMade[], knownAt: Date): Reveal[] {
  return promises.map(({ party, commitment }) => {
    const fallback = pool.silent.includes(party);
    const value = fallback
      ? sha256(`prakerja-draw-2 fallback\n${pool.wave}\n${party}\n`, root, Buffer.from(commitment, "hex"))
      : party === "public"
        ? Buffer.from(pool.figure)
        : pool.secrets[party];
    const inTime = party === "public" ? later(knownAt, 1) : later(pool.frozenAt, 5);
    const tooLate = party === "public" ? later(knownAt, 25) : knownAt;
    return {
      party,
      value: value.toString("hex"),
      fallback,
      revealedAt: written(fallback ? tooLate : inTime),
    };
  });
}

/** The order and the walk. */
function placesOf(pool: Pool, lines: readonly ListedLine[], seed: Buffer): DrawnPlace[] {
  const keyOf = ({ leaf }: ListedLine) => createHmac("sha256", seed).update(leaf).digest();
  const order = lines
    .map((line, position) => ({ line, position, key: keyOf(line) }))
    .toSorted((a, b) => a.line.priority - b.line.priority || a.key.compare(b.key));
  const chosen: ListedLine[] = [];
  const ranks = new Map<string, number>();
  return order.map(({ line, position }, index) => {
    const stratum = `${line.province} ${line.priority}`;
    const stratumRank = (ranks.get(stratum) ?? 0) + 1;
    ranks.set(stratum, stratumRank);
    const count = (isLike: (other: ListedLine) => boolean) => chosen.filter(isLike).length;
    const familyFull = line.taken + count((other) => other.family.equals(line.family)) >= pool.perFamilyCard;
    const provinceFull =
      Object.keys(pool.provinces).length > 0 &&
      count((other) => other.province === line.province) >= (pool.provinces[line.province] ?? 0);
    const groupFull =
      count((other) => other.priority === line.priority) >= (pool.groups[line.priority] ?? Number.MAX_VALUE);
    const isFull = chosen.length >= pool.quota || provinceFull || groupFull;
    const outcome = familyFull ? "family_card_full" : isFull ? "quota_full" : "selected";
    if (outcome === "selected") chosen.push(line);
    return { position, rank: index + 1, stratumRank, outcome };
  });
}

/** bukti.json of the person at this position. */
export function proofAt({ draw, lines, places, pool }: Bundle, position: number) {
  const line = lines[position];
  if (!line) throw new Error(`nobody stands at ${position}`);
  const path: { side: "left" | "right"; hash: string }[] = [];
  let at = position;
  for (const level of levelsOf(lines.map(({ leaf }) => leaf))) {
    const other = level[at ^ 1];
    if (other && level.length > 1)
      path.push({ side: at % 2 === 1 ? "left" : "right", hash: other.toString("hex") });
    at >>= 1;
  }
  const place = pool.stage === "published" ? places.find((each) => each.position === position) : undefined;
  const ofStratum = places.filter((each) => {
    const other = lines[each.position];
    return other?.province === line.province && other.priority === line.priority;
  });
  const last = ofStratum.findLast(({ outcome }) => outcome === "selected");
  return {
    format: "prakerja-draw-proof/2",
    wave: draw.wave,
    participant: line.participant,
    salt: line.salt.toString("hex"),
    entry: line.entry.toString("hex"),
    province: line.province,
    priority: line.priority,
    weight: 1,
    family: line.family.toString("hex"),
    taken: line.taken,
    position,
    leaf: line.leaf.toString("hex"),
    path,
    root: draw.root,
    rank: place?.rank ?? null,
    stratumRank: place?.stratumRank ?? null,
    outcome: place?.outcome ?? null,
    cutOff: place ? (last?.stratumRank ?? null) : null,
  };
}

/** File name -> text of everything that is published. */
export function filesOf({ draw, lines, places, pool }: Bundle): Record<string, string> {
  const result = places.map(({ rank, position, outcome }) => `${rank},${position},${outcome}\n`).join("");
  return {
    "undian.json": JSON.stringify(draw),
    "daftar.csv": lines.map(({ line }) => `${line}\n`).join(""),
    ...(pool.stage === "published" ? { "hasil.csv": result } : {}),
  };
}

export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

/** A pool of chance: some empty, families that are full, provinces without places, parties that stay silent. */
export function anyPool(chance: Chance, changes: Partial<Pool> = {}): Pool {
  const oneOf = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[below(chance, items.length)] ?? items[0];
  const bytes = (length: number) => Buffer.from(chance.bytes(length));
  const size = below(chance, 8) === 0 ? below(chance, 2) : below(chance, 61);
  const provinces = ["11", "12", "31", "32", "73", "94"] as const;
  const families = Array.from({ length: 1 + below(chance, 40) }, () => ({
    familyCard: bytes(32).toString("hex"),
    taken: oneOf([0, 0, 0, 1, 2]),
  }));
  const entrants = Array.from({ length: size }, () => {
    const hex = bytes(16).toString("hex");
    const participant = [8, 12, 16, 20, 32]
      .map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end))
      .join("-");
    const family = oneOf([families[below(chance, families.length)] ?? families[0]]);
    return {
      participant,
      province: oneOf([...provinces, ""]),
      priority: oneOf([0, 1, 1]),
      familyCard: family?.familyCard ?? "",
      taken: family?.taken ?? 0,
    };
  });
  const withProvinces = below(chance, 2) === 0;
  const withGroups = below(chance, 3) === 0;
  const listed = provinces.filter(() => below(chance, 3) > 0);
  return {
    wave: 1 + below(chance, 99),
    stage: "published",
    salt: bytes(32),
    entrants,
    quota: below(chance, 45),
    provinces: withProvinces ? Object.fromEntries(listed.map((code) => [code, below(chance, 9)])) : {},
    groups: withGroups ? Object.fromEntries([[oneOf(["0", "1"]), below(chance, 20)]]) : {},
    perFamilyCard: oneOf([1, 2, 2, 3]),
    frozenAt: new Date(Date.UTC(2026, 10, 1 + below(chance, 28), below(chance, 24), below(chance, 60))),
    secrets: { operator: bytes(32), witness: bytes(32) },
    figure: oneOf(["7.214,56", "6.998,01 — naik", "4821"]),
    source: oneOf([
      "Penutupan IHSG pada hari itu, dua angka di belakang koma",
      "Angka keluaran suar acak “drand” putaran 5.000.000",
    ]),
    silent: (["operator", "witness", "public"] as const).filter(() => below(chance, 5) === 0),
    ...changes,
  };
}
