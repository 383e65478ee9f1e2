import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { BankRefusal } from "../refusals/bank.ts";
import { insertImport } from "../repository/bank.ts";
import type { ItemColumn, RefusedItemRow } from "../types/bank.ts";
import type { ReadList } from "./read-items.ts";
import { writeDown } from "./write-item.ts";

const columnOf: Partial<Record<BankRefusal["code"], ItemColumn>> = {
  "item-kind-stays": "kind",
  "item-open-version": "code",
  "item-not-yours": "code",
  "item-picture-unknown": "image",
  "item-picture-untold": "imageAlt",
};

/**
 * Takes the rows of a list that are right as drafts of whoever uploads it, and keeps why the others were not taken. A row
 * that says what the bank says already changes nothing, so that the same list may come twice.
 */
export async function importItems(
  work: Work<StaffActor>,
  list: ReadList,
): Promise<Result<{ readonly importId: string }, BankRefusal>> {
  if (list.missing.length > 0)
    return refuse({ code: "item-columns-missing", columns: list.missing.join(", ") });
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const refused: RefusedItemRow[] = [...list.refused];
  const outcomes = await writeDown(
    work,
    list.rows.map(({ item }) => item),
  );
  for (const [index, written] of outcomes.entries()) {
    if (written.ok) counts[written.value.was] += 1;
    else {
      const { code } = written.refusal;
      refused.push({ row: list.rows[index]?.row ?? 0, column: columnOf[code] ?? null, code });
    }
  }
  const importId = work.newId<"item-import">();
  await insertImport(
    work.tx,
    {
      id: importId,
      fileName: list.name,
      at: work.now,
      ...counts,
      refused: refused.toSorted((one, other) => one.row - other.row),
    },
    work.actor.accountId,
  );
  await work.record({
    action: "items-imported",
    subject: `item-import:${importId}`,
    details: { ...counts, refused: refused.length },
  });
  return ok({ importId });
}
