import type { StaffActor } from "#authorization/actor.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { log } from "#platform/telemetry/log.ts";
import { takeRows } from "./take-rows.ts";

type Batch = Parameters<typeof takeRows>[1];

/**
 * Takes a batch in one transaction. Where something breaks in there, its rows are taken one by one, and the one that
 * breaks again is handed back, so that no row can hold up a list.
 */
export async function takeBatch(officer: StaffActor, batch: Batch): Promise<void> {
  try {
    await inOneTransaction(officer, (work) => takeRows(work, batch));
  } catch (error) {
    log.warn({ bulkFileId: batch.bulkFileId, error: nameOf(error) }, "a batch of rows broke");
    for (const row of batch.rows) await takeAlone(officer, { ...batch, rows: [row] });
  }
}

async function takeAlone(officer: StaffActor, batch: Batch): Promise<void> {
  try {
    await inOneTransaction(officer, (work) => takeRows(work, batch));
  } catch {
    const rows = batch.rows.map((row) => ({
      ...row,
      form: null,
      reasons: [{ column: null, code: "bulk-row-broken" }],
    }));
    await inOneTransaction(officer, (work) => takeRows(work, { ...batch, rows }));
  }
}

/** The kind of a fault; its message may quote what a row says. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
