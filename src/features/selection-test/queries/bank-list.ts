import { translatorFor } from "#i18n/sentences.ts";
import { database } from "#platform/db/client.ts";
import type { SheetFormat } from "#platform/spreadsheet/sheet.ts";
import { writeSheets } from "#platform/spreadsheet/write-sheet.ts";
import { type ItemColumn, itemColumns, itemKinds } from "../types/bank.ts";
import type { TestItemKind } from "../types.ts";

type Words = Readonly<Record<ItemColumn, string>>;

/** Letters of a column: texts are long, everything else is short. */
const widthOf = (column: ItemColumn) => (["stem", "passage", "explanation"].includes(column) ? 60 : 18);

/** The headers of a list of items. Indonesian for everybody, so that every list can be read by everybody's portal. */
export function headersOf(): Words {
  const t = translatorFor("id", "selection-test");
  const named = itemColumns.map((column) => [column, t(`bank.columns.${column}.header`)]);
  return Object.fromEntries(named) as Words;
}

/** The words of cells that hold one of few answers: column -> what is written -> what the form sends. */
export function answersOf(): Readonly<Partial<Record<ItemColumn, ReadonlyMap<string, string>>>> {
  const t = translatorFor("id", "selection-test");
  return {
    kind: new Map(itemKinds.map((kind) => [t(`question.kind.${kind}`).toLowerCase(), kind])),
    answer: new Map(["1", "2", "3", "4"].map((place, index) => ["abcd".charAt(index), place])),
    reversed: new Map([
      [t("bank.sheet.yes"), "yes"],
      [t("bank.sheet.no"), "no"],
    ]),
  };
}

/** An empty list with the headers and one example of each sort, whose codes say that they are examples. */
export function templateOfItems(format: SheetFormat): Promise<Uint8Array<ArrayBuffer>> {
  const t = translatorFor("id", "selection-test");
  const example: Partial<Words> = {
    code: t("bank.sheet.exampleCode"),
    kind: t("question.kind.numeracy"),
    stem: t("bank.sheet.exampleStem"),
    option1: "Rp24.000",
    option2: "Rp28.000",
    option3: "Rp32.000",
    option4: "Rp36.000",
    answer: "C",
    explanation: t("bank.sheet.exampleExplanation"),
    difficulty: "1",
    reversed: t("bank.sheet.no"),
  };
  return write(format, [example]);
}

/** The bank as a list: of each code that is in use or being written the newest version. Imported again it changes nothing. */
export async function exportItems(format: SheetFormat): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await database().testItem.findMany({
    where: { state: { not: "retired" } },
    orderBy: [{ code: "asc" }, { version: "asc" }],
  });
  const newest = [...new Map(rows.map((row) => [row.code, row])).values()];
  return write(format, newest.map(wordsOf));
}

type Row = {
  readonly code: string;
  readonly kind: TestItemKind;
  readonly stem: string;
  readonly passage: string | null;
  readonly options: readonly string[];
  readonly answer: number | null;
  readonly explanation: string | null;
  readonly difficulty: number;
  readonly pairCode: string | null;
  readonly reversed: boolean;
  readonly family: string | null;
  readonly exposureLimit: number | null;
  readonly image: string | null;
  readonly imageAlt: string | null;
};

function wordsOf(row: Row): Partial<Words> {
  const t = translatorFor("id", "selection-test");
  const [option1 = "", option2 = "", option3 = "", option4 = ""] =
    row.kind === "motivation" ? [] : row.options;
  return {
    code: row.code,
    kind: t(`question.kind.${row.kind}`),
    stem: row.stem,
    passage: row.passage ?? "",
    option1,
    option2,
    option3,
    option4,
    answer: row.answer === null ? "" : "ABCD".charAt(row.answer),
    explanation: row.explanation ?? "",
    difficulty: String(row.difficulty),
    pairCode: row.pairCode ?? "",
    reversed: t(row.reversed ? "bank.sheet.yes" : "bank.sheet.no"),
    family: row.family ?? "",
    exposureLimit: row.exposureLimit?.toString() ?? "",
    image: row.image ?? "",
    imageAlt: row.imageAlt ?? "",
  };
}

function write(format: SheetFormat, rows: readonly Partial<Words>[]): Promise<Uint8Array<ArrayBuffer>> {
  const headers = headersOf();
  const cells = rows.map((row) => itemColumns.map((column) => row[column] ?? ""));
  return writeSheets(format, [
    {
      name: translatorFor("id", "selection-test")("bank.sheet.name"),
      rows: [itemColumns.map((column) => headers[column]), ...cells],
      widths: itemColumns.map(widthOf),
    },
  ]);
}
