import { database } from "#platform/db/client.ts";
import type { SelectionRun } from "../types.ts";

/** What was asked for on a whole wave, and how it went: freeze, draw, publish. */
export async function findSelectionRuns(waveId: string): Promise<readonly SelectionRun[]> {
  return database().selectionRun.findMany({
    where: { waveId },
    orderBy: { askedAt: "asc" },
    omit: { waveId: true },
  });
}
