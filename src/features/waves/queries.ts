import type { ParticipantId } from "#kernel/identifiers.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { schemeParameters } from "./schema.ts";
import type { CurrentWave, ListedWave, Quotas, Scheme, WaveEntry, WaveId } from "./types.ts";

/** The scheme of people whose wave is not known yet (programme rules, section 2). */
const DEFAULT_SCHEME = "A";

const withScheme = { scheme: { select: { name: true } } } as const;

/** The scheme of a wave, with the numbers that were fixed at its opening. Throws when there is no such wave. */
export async function findSchemeOfWave(waveId: string): Promise<Scheme> {
  const row = await database().wave.findUniqueOrThrow({
    where: { id: waveId },
    select: { scheme: true, parameters: true },
  });
  return readScheme({ ...row.scheme, parameters: row.parameters ?? row.scheme.parameters });
}

/** The scheme under which a person became a recipient; of everybody else, the default one. */
export async function findSchemeOf(participantId: ParticipantId): Promise<Scheme> {
  const determination = await database().determination.findUnique({
    where: { participantId },
    select: { waveId: true },
  });
  return determination ? findSchemeOfWave(determination.waveId) : findDefaultScheme();
}

export async function findDefaultScheme(): Promise<Scheme> {
  return readScheme(await database().scheme.findUniqueOrThrow({ where: { code: DEFAULT_SCHEME } }));
}

/** The wave that takes people now, or else the next one that is planned. */
export async function findCurrentWave(now: Date): Promise<CurrentWave | null> {
  const ahead = { closesAt: { gt: now } };
  const row =
    (await database().wave.findFirst({
      where: { status: "open", ...ahead },
      orderBy: { number: "asc" },
      include: withScheme,
    })) ??
    (await database().wave.findFirst({
      where: { status: "scheduled", ...ahead },
      orderBy: { opensAt: "asc" },
      include: withScheme,
    }));
  return row && { ...readWave(row), isOpen: row.opensAt <= now };
}

/** Every wave that a person joined, latest first. */
export async function findEntries(participantId: ParticipantId): Promise<WaveEntry[]> {
  const rows = await database().waveEntry.findMany({
    where: { participantId },
    orderBy: { joinedAt: "desc" },
    take: 50,
    include: { wave: { select: { number: true, status: true, closesAt: true, publishedAt: true } } },
  });
  return rows.map(({ wave, ...entry }) => ({
    ...entry,
    participantId,
    waveId: entry.waveId as WaveId,
    waveNumber: wave.number,
    waveStatus: wave.status,
    closesAt: wave.closesAt,
    publishedAt: wave.publishedAt,
  }));
}

/** Whether this person is on the list of those who may not join again. */
export async function isBlacklisted(participantId: ParticipantId): Promise<boolean> {
  const person = await database().registration.findUnique({
    where: { participantId },
    select: { nikIndex: true },
  });
  if (!person?.nikIndex) return false;
  const entry = await database().blacklistEntry.findUnique({
    where: { nikIndex: person.nikIndex },
    select: { reason: true },
  });
  return entry !== null;
}

const WAVES_PER_PAGE = 30;

/** All waves, latest number first, by keyset. */
export async function findWaves(
  before?: number,
): Promise<{ readonly rows: readonly ListedWave[]; readonly next: number | null }> {
  const rows = await database().wave.findMany({
    where: before === undefined ? {} : { number: { lt: before } },
    orderBy: { number: "desc" },
    take: WAVES_PER_PAGE + 1,
    include: withScheme,
  });
  const shown = rows.slice(0, WAVES_PER_PAGE).map(readWave);
  return { rows: shown, next: rows.length > WAVES_PER_PAGE ? (shown.at(-1)?.number ?? null) : null };
}

export async function findWave(id: string): Promise<ListedWave | null> {
  const row = await database().wave.findUnique({ where: { id }, include: withScheme });
  return row && readWave(row);
}

/** The wave of a number, whatever its status; whoever shows it to people looks at the status first. */
export async function findWaveByNumber(number: number): Promise<ListedWave | null> {
  const row = await database().wave.findUnique({ where: { number }, include: withScheme });
  return row && readWave(row);
}

/** The parts of a wave's quota. `db`: the transaction that asks, where there is one. */
export async function findQuotas(
  waveId: string,
  db: Pick<Transaction, "waveQuota"> = database(),
): Promise<Quotas> {
  const rows = await db.waveQuota.findMany({
    where: { waveId },
    orderBy: [{ provinceCode: "asc" }, { priority: "asc" }],
  });
  const ofProvinces = rows.filter(({ provinceCode }) => provinceCode !== "");
  const ofGroups = rows.filter(({ provinceCode }) => provinceCode === "");
  return {
    provinces: new Map(ofProvinces.map(({ provinceCode, places }) => [provinceCode, places])),
    groups: new Map(ofGroups.map(({ priority, places }) => [priority, places])),
  };
}

type WaveRow = Omit<ListedWave, "id" | "parameters" | "schemeName"> & {
  readonly id: string;
  readonly parameters: unknown;
  readonly scheme: { readonly name: string };
};

/** A wave's row, its parameters checked. */
function readWave({ scheme, ...row }: WaveRow): ListedWave {
  const parameters = row.parameters === null ? null : schemeParameters.parse(row.parameters);
  return { ...row, id: row.id as WaveId, parameters, schemeName: scheme.name };
}

/** A scheme's row, its parameters checked. */
function readScheme(row: {
  readonly code: string;
  readonly name: string;
  readonly parameters: unknown;
}): Scheme {
  return { code: row.code, name: row.name, parameters: schemeParameters.parse(row.parameters) };
}
