import type { StaffActor } from "#authorization/actor.ts";
import { openAccountsForPeople } from "#features/account/use-cases/open-accounts-for-people.ts";
import type { RegistrationRefusal } from "#features/registration/refusals.ts";
import type { WholeForm } from "#features/registration/schema.ts";
import { fieldOfRefusal } from "#features/registration/types.ts";
import { fillForPeople } from "#features/registration/use-cases/fill-for-people.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { reasonAt } from "../policy.ts";
import { countRows, lockFile } from "../repository/files.ts";
import { insertHelp, insertRows } from "../repository/rows.ts";
import { type BulkFileId, type Column, columns, type DecidedRow, type RowReason } from "../types.ts";
import type { ReadRow } from "./understand-row.ts";

type Batch = {
  readonly bulkFileId: BulkFileId;
  /** Villages of the office's region. */
  readonly villages: ReadonlySet<string>;
  readonly rows: readonly ReadRow[];
};

/**
 * Decides rows of a list that are not decided yet: people, verdicts and counts come together. A row with a fault costs
 * the others nothing.
 */
export async function takeRows(
  work: Work<StaffActor>,
  { bulkFileId, villages, rows }: Batch,
): Promise<Result<{ taken: number }, never>> {
  const list = await lockFile(work.tx, bulkFileId, ["checking"]);
  const open = list ? rows.filter((row) => row.number > list.lastRow) : [];
  const lastRow = open.at(-1)?.number;
  if (!list || lastRow === undefined) return ok({ taken: 0 });

  const checked = open.map((row) => inRegion(row, villages));
  const verdicts = await takeForms(work, checked);
  const decided = checked.map((row): DecidedRow => verdicts.get(row.number) ?? refused(row));
  const people = decided.flatMap(({ participantId }) => participantId ?? []);
  await insertHelp(work.tx, list, people, work.now);
  await insertRows(work.tx, bulkFileId, decided);
  const counts = { taken: people.length, refused: decided.length - people.length };
  await countRows(work.tx, bulkFileId, { ...counts, lastRow }, work.now);
  await work.record({ action: "bulk-rows-taken", subject: `bulk-file:${bulkFileId}`, details: counts });
  return ok({ taken: people.length });
}

/** An office registers people of its own region only. */
function inRegion(row: ReadRow, villages: ReadonlySet<string>): ReadRow {
  if (!row.form || villages.has(row.form.villageCode)) return row;
  return { ...row, form: null, reasons: [reasonAt("villageCode", { code: "bulk-village-elsewhere" })] };
}

/** What account and registration say to the rows that are well written. */
async function takeForms(
  work: Work<StaffActor>,
  rows: readonly ReadRow[],
): Promise<ReadonlyMap<number, DecidedRow>> {
  const written = rows.flatMap((row) => (row.form ? [{ row, form: row.form }] : []));
  const rowOf = new Map(written.map(({ row, form }) => [form, row]));
  const openAccounts = (forms: readonly WholeForm[]) =>
    openAccountsForPeople(
      work,
      forms.map((form) => ({
        displayName: form.fullName,
        email: rowOf.get(form)?.email ?? undefined,
        phone: form.phone,
        locale: "id",
      })),
    );
  const verdicts = await fillForPeople(
    work,
    written.map(({ form }) => form),
    openAccounts,
  );
  return new Map(
    written.map(({ row }, index) => {
      const { participantId = null, refusals = [] } = verdicts[index] ?? {};
      const reasons = refusals.length > 0 ? refusals.map(reasonOf) : [contactTaken(row)];
      return [row.number, { number: row.number, participantId, reasons: participantId ? [] : reasons }];
    }),
  );
}

function refused({ number, reasons }: ReadRow): DecidedRow {
  return { number, reasons, participantId: null };
}

/** Of a NIK that is registered the office learns that, and nothing else. */
function reasonOf({ code, ...values }: RegistrationRefusal): RowReason {
  if (code === "nik-registered") return reasonAt("nik", { code: "bulk-nik-registered" });
  const fields: Partial<Record<string, string>> = fieldOfRefusal;
  const field = fields[code];
  const column: Column | null = columns.find((known) => known === field) ?? null;
  return { column, code, ...(Object.keys(values).length > 0 ? { values } : {}) };
}

function contactTaken(row: ReadRow): RowReason {
  return { column: row.email ? "email" : "phone", code: "account-contact-taken" };
}
