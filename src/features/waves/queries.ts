import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { schemeParameters } from "./schema.ts";
import type { ListedWave, Scheme, Wave, WaveEntry, WaveId } from "./types.ts";

/** The scheme of people whose wave is not known yet (programme rules, section 2). */
const DEFAULT_SCHEME = "A";

/** The scheme of a wave. Throws when there is no such wave. */
export async function findSchemeOfWave(waveId: string): Promise<Scheme> {
  const row = await database().wave.findUniqueOrThrow({ where: { id: waveId }, select: { scheme: true } });
  return readScheme(row.scheme);
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

const columns = {
  id: true,
  number: true,
  schemeCode: true,
  opensAt: true,
  closesAt: true,
  quota: true,
  status: true,
} as const;

/** The wave that takes people now, or else the next one that is planned. */
export async function findCurrentWave(now: Date): Promise<Wave | null> {
  const open = await database().wave.findFirst({
    where: { status: "open", closesAt: { gt: now } },
    orderBy: { number: "asc" },
    select: columns,
  });
  const row =
    open ??
    (await database().wave.findFirst({
      where: { status: "scheduled", closesAt: { gt: now } },
      orderBy: { opensAt: "asc" },
      select: columns,
    }));
  return row && { ...row, id: row.id as WaveId };
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
    include: { scheme: { select: { name: true } } },
  });
  const shown = rows.slice(0, WAVES_PER_PAGE).map(({ scheme, ...row }) => ({
    ...row,
    id: row.id as WaveId,
    schemeName: scheme.name,
  }));
  return { rows: shown, next: rows.length > WAVES_PER_PAGE ? (shown.at(-1)?.number ?? null) : null };
}

export async function findWave(id: string): Promise<ListedWave | null> {
  const row = await database().wave.findUnique({
    where: { id },
    include: { scheme: { select: { name: true } } },
  });
  return row && { ...row, id: row.id as WaveId, schemeName: row.scheme.name };
}

/** The schemes that a wave may have, and the number that comes next. */
export async function findPlanningChoices(): Promise<{
  readonly schemes: readonly { readonly code: string; readonly name: string }[];
  readonly nextNumber: number;
}> {
  const schemes = await database().scheme.findMany({
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
  const last = await database().wave.findFirst({ orderBy: { number: "desc" }, select: { number: true } });
  return { schemes, nextNumber: (last?.number ?? 0) + 1 };
}

/** A scheme's row, its parameters checked. */
function readScheme(row: {
  readonly code: string;
  readonly name: string;
  readonly parameters: unknown;
}): Scheme {
  return { code: row.code, name: row.name, parameters: schemeParameters.parse(row.parameters) };
}
