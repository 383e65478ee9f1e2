import { findVillages } from "#features/assisted-registration/queries.ts";
import type { Region } from "#features/assisted-registration/types.ts";
import { translatorFor } from "#i18n/sentences.ts";
import type { SheetFormat } from "#platform/spreadsheet/sheet.ts";
import { writeSheets } from "#platform/spreadsheet/write-sheet.ts";
import { type ChoiceColumn, type Column, choiceColumns, columns, yesOrNoColumns } from "../types.ts";
import { findChoicesOf, headerOf } from "./vocabulary.ts";

const WIDTH = 24;

/** What the example says where nothing is chosen from a list. */
const EXAMPLE: Partial<Record<Column, string>> = {
  nik: "1275015705009001",
  familyCard: "1275010101159001",
  fullName: "Sari Simulasi",
  birthPlace: "Binjai",
  birthDate: "17/05/2000",
  motherName: "Siti Simulasi",
  phone: "081200009001",
  address: "Jalan Melati 12, RT 03/RW 05",
  dependants: "1",
  reason: "Ingin menambah keterampilan agar lebih mudah bekerja.",
};

/** The empty list to fill in: headers, an example that is never taken, and what may be answered. Indonesian for everybody. */
export async function templateOf(region: Region, format: SheetFormat): Promise<Uint8Array<ArrayBuffer>> {
  const t = translatorFor("id", "bulk-registration");
  const villages = (await findVillages(region.code)).map(({ code, name }) => `${code} ${name}`);
  const headers = columns.map((column) => headerOf(column, "id"));
  const choices = await Promise.all(choiceColumns.map(listOf));
  const example = columns.map((column) => exampleOf(column, choices, villages[0] ?? ""));
  const lists = [
    ...choices,
    [yesOrNoColumns.map((column) => headerOf(column, "id")).join(" / "), t("sheet.yes"), t("sheet.no")],
    [`${headerOf("villageCode", "id")} / ${headerOf("domicileVillage", "id")}`, ...villages],
  ];
  return writeSheets(format, [
    { name: t("sheet.data"), rows: [headers, example], widths: columns.map(() => WIDTH) },
    { name: t("sheet.choices"), rows: turned(lists), widths: lists.map(() => WIDTH * 1.5) },
  ]);
}

/** A header with its choices below. */
async function listOf(column: ChoiceColumn): Promise<readonly string[]> {
  const choices = await findChoicesOf(column, "id");
  return [headerOf(column, "id"), ...choices.map(({ words }) => words)];
}

function exampleOf(column: Column, choices: readonly (readonly string[])[], village: string): string {
  const t = translatorFor("id", "bulk-registration");
  const written = EXAMPLE[column];
  if (column === "nik") return `${t("sheet.example")}: ${written}`;
  if (written !== undefined) return written;
  if (column === "villageCode") return village;
  const chosenFrom: readonly Column[] = choiceColumns;
  const chosen = choices[chosenFrom.indexOf(column)]?.[1];
  if (chosen !== undefined) return chosen;
  if (column === "dataIsTrue" || column === "consent") return t("sheet.yes");
  return yesOrNoColumns.some((choice) => choice === column) ? t("sheet.no") : "";
}

/** Lists beside each other, as rows. */
function turned(lists: readonly (readonly string[])[]): string[][] {
  const height = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? ""));
}
