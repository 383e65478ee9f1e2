import { type WholeForm, wholeFormInput } from "#features/registration/schema.ts";
import { onlyDigits } from "#kernel/nik.ts";
import type { Cell, Sheet, SheetRow } from "#platform/spreadsheet/sheet.ts";
import { dayInCell } from "#platform/spreadsheet/written-day.ts";
import { numberFault, plainWords, villageCodeIn } from "../policy.ts";
import { rowAdditions } from "../schema.ts";
import {
  type ChoiceColumn,
  type Column,
  choiceColumns,
  columns,
  type Layout,
  type RowReason,
  type Vocabulary,
  yesOrNoColumns,
} from "../types.ts";

/** A row as a form, or why it is none. */
export type ReadRow = {
  readonly number: number;
  readonly form: WholeForm | null;
  /** As it was written, even where the rest of the row is wrong. */
  readonly nik: string | null;
  readonly email: string | null;
  readonly reasons: readonly RowReason[];
};

type Reading = { readonly layout: Layout; readonly words: Vocabulary; readonly epoch: Sheet["epoch"] };

/** Reads a row as if somebody had typed it into the form: the same rules, the same sentences, and all of them at once. */
export function understandRow(row: SheetRow, reading: Reading): ReadRow {
  const { fields, faults } = readCells(row, reading);
  const form = wholeFormInput.safeParse(fields);
  const additions = rowAdditions.safeParse(fields);
  const issues = [...(form.error?.issues ?? []), ...(additions.error?.issues ?? [])].map(
    ({ path, message }): RowReason => ({ column: columnOf(String(path[0] ?? "")), code: message }),
  );
  const reasons = firstOfEach([...faults, ...issues]);
  return {
    number: row.number,
    form: reasons.length === 0 && form.success ? form.data : null,
    nik: onlyDigits(fields.nik ?? "") || null,
    email: additions.data?.email ?? null,
    reasons,
  };
}

type Cells = { readonly fields: Readonly<Record<string, string>>; readonly faults: readonly RowReason[] };

function readCells(row: SheetRow, reading: Reading): Cells {
  const fields: Record<string, string> = {};
  const faults: RowReason[] = [];
  for (const [place, column] of reading.layout.entries()) {
    const cell = row.cells[place];
    if (!column || !cell || cell.text === "") continue;
    const fault = numberFault(column, cell);
    if (fault) faults.push(fault);
    Object.assign(fields, fieldsOf(column, cell, reading));
  }
  return { fields, faults };
}

/** One thing to mend a column, from left to right: of a number that the spreadsheet spoiled, its cause. */
function firstOfEach(reasons: readonly RowReason[]): RowReason[] {
  const seen = new Set<Column | null>();
  const place = ({ column }: RowReason) => (column ? columns.indexOf(column) : columns.length);
  return reasons
    .filter(({ column }) => !seen.has(column) && seen.add(column))
    .toSorted((one, other) => place(one) - place(other));
}

function fieldsOf(column: Column, cell: Cell, { words, epoch }: Reading): Record<string, string> {
  if (column === "birthDate") {
    const [year = "", month = "", date = ""] = dayInCell(cell, epoch)?.split("-") ?? [];
    return { "birthDate-day": date, "birthDate-month": month, "birthDate-year": year };
  }
  if (column === "villageCode" || column === "domicileVillage") return { [column]: villageCodeIn(cell.text) };
  if (isChoice(column)) return { [column]: words.choices[column].get(plainWords(cell.text)) ?? cell.text };
  if (yesOrNoColumns.some((known) => known === column)) {
    const plain = plainWords(cell.text);
    return { [column]: words.yes.has(plain) ? "yes" : words.no.has(plain) ? "no" : cell.text };
  }
  return { [column]: cell.text };
}

function isChoice(column: Column): column is ChoiceColumn {
  return choiceColumns.some((known) => known === column);
}

/** "birthDate-day" belongs to the column of birth dates. */
function columnOf(field: string): Column | null {
  return columns.find((column) => field === column || field.startsWith(`${column}-`)) ?? null;
}
