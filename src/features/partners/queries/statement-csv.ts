import { stringify } from "csv-stringify/sync";
import type { Locale } from "#i18n/messages.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { harmless } from "#platform/spreadsheet/write-sheet.ts";
import type { Period } from "../policy/statement.ts";
import type { StatementLine } from "../types/statement.ts";
import type { OwnPartner } from "../types.ts";
import { everyLine } from "./statement.ts";

const COLUMNS = [
  "day",
  "kind",
  "invoice",
  "transaction",
  "course",
  "price",
  "commission",
  "amount",
  "forfeited",
] as const;

/** A month's movements as a CSV of any length, as it is taken. Money is whole rupiah without dots. */
export async function* statementCsv(
  partner: OwnPartner,
  period: Period,
  locale: Locale,
): AsyncGenerator<string> {
  const say = translatorFor(locale, "partners");
  const write = (rows: readonly (readonly string[])[], bom: boolean) =>
    stringify(
      rows.map((row) => [...row]),
      { bom, delimiter: ";", record_delimiter: "\r\n" },
    );
  yield write([COLUMNS.map((column) => say(`statement.columns.${column}`))], true);
  const cells = (line: StatementLine) => [
    dayInWib(line.occurredAt),
    say(`statement.kinds.${line.kind}`),
    ...[line.invoiceCode, line.transactionCode, line.courseTitle].map((text) => harmless(text ?? "")),
    ...[line.price, line.commission, line.amount].map((money) => money?.toString() ?? ""),
    line.isForfeited ? say("statement.forfeitedYes") : "",
  ];
  for await (const lines of everyLine(partner, period, locale)) yield write(lines.map(cells), false);
}
