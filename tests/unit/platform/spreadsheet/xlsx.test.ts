import { describe, expect, test } from "vitest";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import { UnreadableSheet } from "#platform/spreadsheet/sheet.ts";
import { dayInCell } from "#platform/spreadsheet/written-day.ts";
import { workbookFiles, workbookOf, zipOf } from "../../../support/workbook.ts";

async function read(file: Buffer) {
  const rows = [];
  const sheet = await openSheet(file);
  for await (const row of sheet.rows()) rows.push(row);
  return { sheet, rows };
}

async function texts(file: Buffer): Promise<string[][]> {
  return (await read(file)).rows.map((row) => row.cells.map((cell) => cell.text));
}

async function fault(file: Buffer): Promise<string> {
  const error = await read(file).catch((thrown: unknown) => thrown);
  return error instanceof UnreadableSheet ? error.fault : `no fault but ${String(error)}`;
}

describe("an Excel workbook", () => {
  test("is read with shared, rich and inline texts, and without readings of Japanese", async () => {
    const strings = `<si><t>NIK</t></si><si><r><t>Sari </t></r><r><t>&amp; Siti</t></r><rPh><t>x</t></rPh></si>`;
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Nama</t></is></c></row>
      <row r="2"><c r="B2" t="s"><v>1</v></c></row>`;
    expect(await texts(workbookOf({ rows, strings }))).toEqual([
      ["NIK", "Nama"],
      ["", "Sari & Siti"],
    ]);
  });

  test("keeps the numbers that Excel shows beside the rows, and leaves blank rows out", async () => {
    const rows = `<row r="1"><c t="str"><v>a</v></c></row><row r="2"><c/></row><row r="5"><c t="str"><v>b</v></c></row>`;
    expect((await read(workbookOf({ rows }))).rows.map((row) => row.number)).toEqual([1, 5]);
  });

  test("tells what Excel turned into a number", async () => {
    const rows = `<row><c><v>3.2750151705E+15</v></c><c t="str"><f>A1</f><v>3275</v></c><c><v></v></c></row>`;
    const cells = (await read(workbookOf({ rows }))).rows[0]?.cells;
    expect(cells).toEqual([
      { text: "3.2750151705E+15", isNumber: true },
      { text: "3275", isNumber: false },
      { text: "", isNumber: false },
    ]);
  });

  test("is read where its elements carry a prefix", async () => {
    const files = workbookFiles({ rows: "" });
    const sheet = `<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await texts(zipOf({ ...files, "xl/worksheets/people.xml": sheet }))).toEqual([["a"]]);
  });

  test("counts its dates from 1904 where it says so", async () => {
    const rows = `<row><c><v>35201</v></c></row>`;
    const { sheet, rows: read1904 } = await read(
      workbookOf({ rows, properties: '<workbookPr date1904="1"/>' }),
    );
    const cell = read1904[0]?.cells[0];
    expect(cell && dayInCell(cell, sheet.epoch)).toBe("2000-05-17");
  });
});

describe("a file that is no list is refused", () => {
  test.each([
    ["half of a workbook", workbookOf({ rows: "<row/>".repeat(500) }).subarray(0, 300), "sheet-damaged"],
    ["XML that ends too early", workbookOf({ rows: "<row><c>" }), "sheet-damaged"],
    ["rows in disorder", workbookOf({ rows: '<row r="7"/><row r="3"/>' }), "sheet-damaged"],
    ["another ZIP", zipOf({ "surat.txt": "halo" }), "sheet-unknown-format"],
    ["an old .xls", Buffer.from("d0cf11e0a1b11ae10000000000000000", "hex"), "sheet-unknown-format"],
    ["nothing", Buffer.alloc(0), "sheet-damaged"],
    ["too many files in one", zipOf(manyFiles()), "sheet-too-large"],
  ])("%s", async (_, file, expected) => {
    expect(await fault(file)).toBe(expected);
  });

  test("a bomb is told by its directory and never inflated", async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024, " ");
    expect(await fault(zipOf({ ...workbookFiles({ rows: "" }), "xl/worksheets/people.xml": zeros }))).toBe(
      "sheet-too-large",
    );
  });

  test("a bomb whose directory lies is cut off at the size that it promised", async () => {
    const rows = "<row><c t='str'><v>x</v></c></row>".repeat(200_000);
    expect(await fault(zipOf(workbookFiles({ rows }), 400))).toBe("sheet-damaged");
  });

  test("entities that burst are not read", async () => {
    const files = workbookFiles({ rows: "" });
    const sheet = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    expect(await fault(zipOf({ ...files, "xl/worksheets/people.xml": sheet }))).toBe("sheet-damaged");
  });
});

describe("a day in a cell", () => {
  test.each([
    ["17/05/2000", false, "2000-05-17"],
    ["7-5-2000", false, "2000-05-07"],
    ["2000-05-17", false, "2000-05-17"],
    ["2000-05-17 00:00:00", false, "2000-05-17"],
    ["36663", true, "2000-05-17"],
    ["36663.5", true, "2000-05-17"],
    ["31/02/2000", false, null],
    ["17/05/00", false, null],
    ["Mei 2000", false, null],
    ["0", true, null],
    ["1e99", true, null],
  ])("%s (a number: %s) is %s", (text, isNumber, day) => {
    expect(dayInCell({ text, isNumber }, 1900)).toBe(day);
  });
});

function manyFiles(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`xl/${index}.xml`, ""]));
}
