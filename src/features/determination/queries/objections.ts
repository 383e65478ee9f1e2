import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { objectionUntil } from "../policy.ts";
import type { Objection } from "../types.ts";

const select = {
  participantId: true,
  waveId: true,
  text: true,
  filedAt: true,
  outcome: true,
  answer: true,
  answeredAt: true,
} as const;

/** A person's wave with its result, what they objected, and until when they may; null when there is nothing to object to. */
export async function findOwnObjection(participantId: ParticipantId, waveId: string) {
  const entry = await database().waveEntry.findUnique({
    where: { participantId_waveId: { participantId, waveId } },
    select: { status: true, reason: true, wave: { select: { number: true, publishedAt: true } } },
  });
  if (!entry?.wave.publishedAt || entry.status === "selected") return null;
  const row = await database().waveObjection.findUnique({
    where: { participantId_waveId: { participantId, waveId } },
    select,
  });
  return {
    waveId,
    waveNumber: entry.wave.number,
    reason: entry.reason,
    until: objectionUntil(entry.wave.publishedAt),
    objection: row,
  };
}

/** The last wave with a result that a person may object to, or has objected to. */
export async function findLastResult(participantId: ParticipantId): Promise<string | null> {
  const row = await database().waveEntry.findFirst({
    where: {
      participantId,
      status: { in: ["ineligible", "not_selected"] },
      wave: { publishedAt: { not: null } },
    },
    orderBy: { joinedAt: "desc" },
    select: { waveId: true },
  });
  return row?.waveId ?? null;
}

const PER_PAGE = 30;

/** Objections for an operator: the unanswered first, oldest first; by keyset. */
export async function findObjections(after?: { readonly filedAt: Date; readonly participantId: string }) {
  const rows = await database().waveObjection.findMany({
    where: {
      answeredAt: null,
      ...(after
        ? {
            OR: [
              { filedAt: { gt: after.filedAt } },
              { filedAt: after.filedAt, participantId: { gt: after.participantId } },
            ],
          }
        : {}),
    },
    orderBy: [{ filedAt: "asc" }, { participantId: "asc" }],
    take: PER_PAGE + 1,
    select,
  });
  const shown = await Promise.all(rows.slice(0, PER_PAGE).map(withWave));
  const last = shown.at(-1);
  return {
    rows: shown,
    next:
      rows.length > PER_PAGE && last
        ? { filedAt: last.filedAt, participantId: last.participantId as string }
        : null,
  };
}

/** One objection with the reason that the person was given. */
export async function findObjection(participantId: string, waveId: string): Promise<Objection | null> {
  const row = await database().waveObjection.findUnique({
    where: { participantId_waveId: { participantId, waveId } },
    select,
  });
  return row && withWave(row);
}

async function withWave(
  row: Omit<Objection, "participantId" | "waveNumber" | "reason"> & { readonly participantId: string },
): Promise<Objection> {
  const { participantId, waveId } = row;
  const entry = await database().waveEntry.findUniqueOrThrow({
    where: { participantId_waveId: { participantId, waveId } },
    select: { reason: true, wave: { select: { number: true } } },
  });
  return {
    ...row,
    participantId: participantId as ParticipantId,
    waveNumber: entry.wave.number,
    reason: entry.reason,
  };
}
