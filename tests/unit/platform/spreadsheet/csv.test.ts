import { describe, expect, test } from "vitest";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import { sheetFormats, UnreadableSheet } from "#platform/spreadsheet/sheet.ts";
import { writeSheets } from "#platform/spreadsheet/write-sheet.ts";

async function read(file: Uint8Array): Promise<[number, ...string[]][]> {
  const rows: [number, ...string[]][] = [];
  for await (const row of (await openSheet(file)).rows()) {
    rows.push([row.number, ...row.cells.map((cell) => cell.text)]);
  }
  return rows;
}

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("NIK\tNama\r\n1\tSári", "utf16le")]);

describe("a CSV is read", () => {
  test.each([
    ["with commas", Buffer.from('NIK,Nama\n1,"Sári"')],
    ["with semicolons, a mark and carriage returns", Buffer.from("\uFEFFNIK;Nama\r\n1;Sári\r\n")],
    ["with commas inside of quoted headers", Buffer.from('"NIK";"Nama"\n1;Sári')],
    ["with tabs, as Excel's Unicode text", utf16],
    ["in Windows-1252", Buffer.from("NIK;Nama\n1;Sári", "latin1")],
  ])("%s", async (_, file) => {
    expect(await read(file)).toEqual([
      [1, "NIK", "Nama"],
      [2, "1", "Sári"],
    ]);
  });

  test("with Excel's own first line", async () => {
    expect(await read(Buffer.from("sep=|\nNIK|Nama\n1|a"))).toEqual([
      [2, "NIK", "Nama"],
      [3, "1", "a"],
    ]);
  });

  test("with quotes in quotes, line breaks in cells, blank lines and short rows", async () => {
    expect(await read(Buffer.from('a,b\n\n"kata ""orang"", dua\nbaris"\n'))).toEqual([
      [1, "a", "b"],
      [3, 'kata "orang", dua\nbaris'],
    ]);
  });

  test("up to the quote that nobody closed", async () => {
    const file = Buffer.from(`a;b\n1;"${"x\n".repeat(200_000)}`);
    await expect(read(file)).rejects.toThrow(UnreadableSheet);
  });
});

describe("a list that is written", () => {
  const rows = [
    ["NIK", "Nama"],
    ["1275015705009001", "=HYPERLINK(1)"],
    ["+6281200009001", '@Sári; -"dua"'],
  ];

  test.each(sheetFormats)("as %s says the same when it is read again", async (format) => {
    const file = await writeSheets(format, [{ name: "Data", rows, widths: [20, 20] }]);
    expect((await read(file)).map(([, ...texts]) => texts)).toEqual(rows);
  });

  test.each(["=1+1", "+1", "-1", "@a", "\tx", "\rx"])("never calculates %j", async (text) => {
    const file = await writeSheets("csv", [{ name: "Data", rows: [[text, "a"]], widths: [] }]);
    expect(Buffer.from(file).toString("utf8")).toContain(`'${text}`);
  });

  test("keeps whole columns of an Excel workbook as text", async () => {
    const file = await writeSheets("xlsx", [{ name: "Data", rows, widths: [20, 20] }]);
    const { openArchive } = await import("#platform/spreadsheet/zip-archive.ts");
    const stream = await (await openArchive(Buffer.from(file))).read("xl/worksheets/sheet1.xml");
    const xml = Buffer.concat((await stream?.toArray()) ?? []).toString("utf8");
    expect(xml).toMatch(/<col style="[1-9]\d*"/);
  });
});
