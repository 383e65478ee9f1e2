import type { WaveStatus } from "#features/waves/types.ts";
import type { Transaction } from "#platform/db/client.ts";
import { takeTurn } from "#platform/db/turns.ts";
import type { SelectionRefusal } from "../refusals.ts";
import type { SelectionRun, SelectionStep } from "../types.ts";

/** A wave that is on its way from its closing to its review. */
export type WaveToSelect = {
  readonly id: string;
  readonly number: number;
  readonly quota: number;
  readonly status: WaveStatus;
  readonly closesAt: Date;
};

/** Work on whole waves goes one after the other: each must see what the one before has written. */
export async function waitForOtherWaves(tx: Transaction): Promise<void> {
  await takeTurn(tx, "selection");
}

/** Memory for the sorts of a whole wave; many times what a page's query may have. */
export async function allowLargeSorts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SET LOCAL work_mem = '256MB'`;
  await tx.$executeRaw`SET LOCAL maintenance_work_mem = '256MB'`;
}

/** The wave, held still until the transaction ends. */
export async function lockWaveToSelect(tx: Transaction, id: string): Promise<WaveToSelect | null> {
  await tx.$queryRaw`SELECT 1 FROM wave WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.wave.findUnique({
    where: { id },
    select: { id: true, number: true, quota: true, status: true, closesAt: true },
  });
}

/** Whether another wave stands between its fixed list and its publication: its recipients are not determined yet. */
export async function isAnotherUndecided(tx: Transaction, exceptWaveId: string): Promise<boolean> {
  const row = await tx.wave.findFirst({
    where: { status: { in: ["frozen", "drawn", "reviewed", "decided"] }, id: { not: exceptWaveId } },
    select: { id: true },
  });
  return row !== null;
}

export async function findRun(
  tx: Transaction,
  waveId: string,
  step: SelectionStep,
): Promise<SelectionRun | null> {
  return tx.selectionRun.findUnique({
    where: { waveId_step: { waveId, step } },
    omit: { waveId: true },
  });
}

/** Writes down that somebody asks for the work; after a failure, once more. */
export async function askForRun(
  tx: Transaction,
  asked: {
    readonly waveId: string;
    readonly step: SelectionStep;
    readonly askedBy: string;
    readonly askedAt: Date;
  },
): Promise<void> {
  const { waveId, step, askedBy, askedAt } = asked;
  await tx.selectionRun.upsert({
    where: { waveId_step: { waveId, step } },
    create: asked,
    update: { askedBy, askedAt, finishedAt: null, failure: null },
  });
}

export async function finishRun(
  tx: Transaction,
  waveId: string,
  step: SelectionStep,
  finishedAt: Date,
): Promise<void> {
  await tx.selectionRun.update({ where: { waveId_step: { waveId, step } }, data: { finishedAt } });
}

export async function failRun(
  tx: Transaction,
  waveId: string,
  step: SelectionStep,
  failure: SelectionRefusal["code"],
): Promise<void> {
  await tx.selectionRun.update({ where: { waveId_step: { waveId, step } }, data: { failure } });
}

const momentOf = { frozen: "frozenAt", drawn: "drawnAt", reviewed: "reviewedAt" } as const;

/** Takes the wave one step on; the database refuses any other step. */
export async function markWave(
  tx: Transaction,
  waveId: string,
  to: keyof typeof momentOf,
  now: Date,
): Promise<void> {
  await tx.wave.update({ where: { id: waveId }, data: { status: to, [momentOf[to]]: now } });
}
