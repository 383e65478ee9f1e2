import { stringify } from "csv-stringify/sync";
import type { StaffActor } from "#authorization/actor.ts";
import { educations } from "#features/registration/types.ts";
import type { ListedWave } from "#features/waves/types.ts";
import type { Locale } from "#i18n/messages.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import type { SheetFormat } from "#platform/spreadsheet/sheet.ts";
import { harmless, writeSheets } from "#platform/spreadsheet/write-sheet.ts";
import { verdicts } from "../types.ts";

/** Rows that are read, and kept in memory, at once. */
const ROWS_AT_ONCE = 5_000;
/** A workbook is put together in memory; a CSV is not and has no limit. */
export const XLSX_ROWS = 100_000;
const WIDTHS = [38, 28, 14, 8, 26, 26, 14, 26, 60];
const FIRST = "00000000-0000-0000-0000-000000000000";

export type ExportedWave = Pick<ListedWave, "id" | "number" | "closesAt">;

type Row = {
  readonly id: string;
  readonly province: string | null;
  readonly gender: "female" | "male" | null;
  readonly age: number | null;
  readonly education: string | null;
  readonly laid_off: boolean;
  readonly disability: string | null;
  readonly refusal: string | null;
  readonly outcome: "selected" | "family_card_full" | "quota_full" | null;
};

/** Writes down that a wave's people were exported, before the first of them is read. */
export async function recordExport(
  actor: StaffActor,
  wave: ExportedWave,
  format: SheetFormat,
): Promise<void> {
  await inOneTransaction(actor, async (work) => {
    await work.record({
      action: "wave-exported",
      subject: `wave:${wave.id}`,
      details: { format, number: wave.number },
    });
    return ok();
  });
}

/** A wave's fixed list in the order of its people's numbers, in stretches; no names. The first stretch is the header. */
async function* rowsOf(wave: ExportedWave, locale: Locale): AsyncGenerator<string[][]> {
  const words = wordsOf(locale);
  yield [words.header];
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const rows: Row[] = await findRows(wave, after);
    if (rows.length > 0) yield rows.map(words.row);
    after = rows.length === ROWS_AT_ONCE ? rows.at(-1)?.id : undefined;
  }
}

function findRows(wave: ExportedWave, after: string): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT f.participant_id AS id, a.name AS province, r.gender::text AS gender,
      extract(year FROM age(${dayInWib(wave.closesAt)}::date, f.birth_date))::int AS age,
      r.education, f.laid_off, r.disability, f.refusal, p.outcome::text AS outcome
    FROM (
      SELECT * FROM frozen_entry WHERE wave_id = ${wave.id}::uuid AND participant_id > ${after}::uuid
      ORDER BY participant_id LIMIT ${ROWS_AT_ONCE}
    ) f
    LEFT JOIN registration r ON r.participant_id = f.participant_id
    LEFT JOIN area a ON a.code = f.province_code
    LEFT JOIN draw_leaf l ON l.wave_id = ${wave.id}::uuid AND l.participant_id = f.participant_id
    LEFT JOIN draw_place p ON p.wave_id = ${wave.id}::uuid AND p.position = l.position
    ORDER BY f.participant_id`;
}

/** A CSV of any length, as it is taken: a mark for Excel, semicolons, and nothing that a spreadsheet would calculate. */
export async function* exportLines(wave: ExportedWave, locale: Locale): AsyncGenerator<string> {
  let bom = true;
  for await (const rows of rowsOf(wave, locale)) {
    yield stringify(
      rows.map((row) => row.map(harmless)),
      { bom, delimiter: ";", record_delimiter: "\r\n" },
    );
    bom = false;
  }
}

/** A workbook; null for a wave with more people than fit. */
export async function exportWorkbook(
  wave: ExportedWave,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if ((await countExported(wave.id)) > XLSX_ROWS) return null;
  const rows: string[][] = [];
  for await (const stretch of rowsOf(wave, locale)) rows.push(...stretch);
  return writeSheets("xlsx", [{ name: String(wave.number), rows, widths: WIDTHS }]);
}

/** How many people an export has; 0 before the list is fixed. */
export async function countExported(waveId: string): Promise<number> {
  const list = await database().drawList.findUnique({
    where: { waveId },
    select: { entryCount: true, refusedCount: true },
  });
  return list ? list.entryCount + list.refusedCount : 0;
}

function wordsOf(locale: Locale) {
  const t = translatorFor(locale, "wave-review");
  const registration = translatorFor(locale, "registration");
  const columns = [
    "person",
    "province",
    "gender",
    "age",
    "education",
    "priority",
    "disability",
    "status",
    "reason",
  ] as const;
  const educationOf = (code: string | null) => {
    const known = educations.find((each) => each === code);
    return known ? registration(`situation.educations.${known}`) : "";
  };
  const reasonOf = ({ refusal, outcome }: Row) => {
    const known = verdicts.find((code) => code === refusal);
    if (known) return t(`labels.verdict.${known}`);
    return outcome === "family_card_full" || outcome === "quota_full" ? t(`labels.outcome.${outcome}`) : "";
  };
  const statusOf = ({ refusal, outcome }: Row) => {
    if (refusal) return t("export.ineligible");
    if (outcome === null) return t("export.eligible");
    return outcome === "selected" ? t("export.selected") : t("export.notSelected");
  };
  return {
    header: columns.map((column) => t(`export.columns.${column}`)),
    row: (row: Row): string[] => [
      ...[
        row.id,
        row.province ?? "",
        t(`labels.gender.${row.gender ?? "unknown"}`),
        row.age?.toString() ?? "",
      ],
      ...[educationOf(row.education), t(`labels.priority.${row.laid_off ? "first" : "other"}`)],
      t(
        `labels.disability.${row.disability === null ? "unknown" : row.disability === "none" ? "no" : "yes"}`,
      ),
      ...[statusOf(row), reasonOf(row)],
    ],
  };
}
