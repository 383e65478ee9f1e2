import { describe, expect, test } from "vitest";
import { refusedListOf } from "#features/bulk-registration/queries/refused-list.ts";
import { templateOf } from "#features/bulk-registration/queries/template.ts";
import { findFile, findFiles, findRegion } from "#features/bulk-registration/queries.ts";
import { removeOldListsDue } from "#features/bulk-registration/use-cases/remove-old-lists.ts";
import { storeList } from "#features/bulk-registration/use-cases/store-list.ts";
import { addDays, addSeconds, dayInWib, startOfDay } from "#kernel/calendar.ts";
import { openSheet } from "#platform/spreadsheet/open-sheet.ts";
import { sheetFormats } from "#platform/spreadsheet/sheet.ts";
import { writeSheets } from "#platform/spreadsheet/write-sheet.ts";
import { listedPerson, listOf } from "../../support/people-list.ts";
import { workbookOf } from "../../support/workbook.ts";
import { anOfficer, binjai, refusals, theFile, uploadAndCheck } from "./offices.ts";

async function read(bytes: Uint8Array | null): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of (await openSheet(bytes ?? new Uint8Array())).rows()) {
    rows.push(row.cells.map((cell) => cell.text));
  }
  return rows;
}

describe.each(sheetFormats)("the template as %s", (format) => {
  test("is understood as it stands, and its example is nobody", async () => {
    const template = await templateOf(binjai, format);
    expect(await storeList(template, "templat")).toMatchObject({
      value: { format, missing: [], twice: [], unknown: [] },
    });
    const [headers, example] = await read(template);
    expect(headers?.slice(0, 3)).toEqual(["NIK", "Nomor KK", "Nama lengkap"]);
    expect(example?.[0]).toMatch(/^contoh/);
    const id = await uploadAndCheck(await anOfficer(), template);
    expect(await theFile(id)).toMatchObject({ status: "failed", failure: "bulk-file-empty" });
  });

  test("has an example that would be taken, were it a person", async () => {
    const [headers = [], [nik = "", ...example] = []] = await read(await templateOf(binjai, format));
    const rows = [headers, [nik.replace(/\D/g, "").replace(/1$/, format === "csv" ? "1" : "2"), ...example]];
    const phone = headers.indexOf("Nomor HP");
    rows[1]?.splice(phone, 1, "");
    const id = await uploadAndCheck(
      await anOfficer(),
      await writeSheets("csv", [{ name: "Data", rows, widths: [] }]),
    );
    expect(await refusals(id)).toEqual({});
  });
});

describe("the rows that were not taken", () => {
  test.each(sheetFormats)(
    "come back as %s with their reasons, and are taken once they are mended",
    async (format) => {
      const officer = await anOfficer();
      const number = format === "csv" ? 701 : 711;
      const people = [
        listedPerson(number),
        listedPerson(number + 1, { gender: "?", fullName: "=2+3" }),
        listedPerson(number + 2, { consent: "" }),
      ];
      const id = await uploadAndCheck(officer, await listOf(people));
      const list = await refusedListOf(await theFile(id), format, "id");
      const [headers = [], one = [], two = [], ...more] = await read(list);
      expect(more).toEqual([]);
      expect(headers.at(-1)).toBe("Alasan belum diambil");
      expect(one.at(-1)).toContain("Jenis kelamin: Pilih salah satu.");
      expect(two.at(-1)).toContain("Setuju didaftarkan: Tulis “ya”");
      expect(one[0]).toBe(people[1]?.nik);
      expect(one[2]).toBe("=2+3");

      one[headers.indexOf("Jenis kelamin")] = "perempuan";
      one[headers.indexOf("Nama lengkap")] = "Sari Simulasi";
      two[headers.indexOf("Setuju didaftarkan")] = "Ya";
      const mended = await writeSheets(format, [{ name: "Data", rows: [headers, one, two], widths: [] }]);
      const again = await uploadAndCheck(officer, mended);
      expect(await theFile(again)).toMatchObject({ rowsTaken: 2, rowsRefused: 0, unknownColumns: [] });
    },
  );

  test("come back with their dates as people write them", async () => {
    const person = listedPerson(731, { gender: "?" });
    const headers = (await read(await listOf([])))[0] ?? [];
    const cells = Object.entries(person).map(([column, text]) =>
      column === "birthDate" ? "<c><v>25705</v></c>" : `<c t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    const titles = headers.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
    const file = workbookOf({ rows: `<row>${titles.join("")}</row><row>${cells.join("")}</row>` });
    const id = await uploadAndCheck(await anOfficer(), new Uint8Array(file));
    expect(await refusals(id)).toEqual({ 2: ["gender choose-one"] });
    const rows = await read(await refusedListOf(await theFile(id), "csv", "id"));
    expect(rows[1]?.[headers.indexOf("Tanggal lahir")]).toBe("17/05/1970");
  });

  test("are gone with the file after thirty days; the verdicts stay", async () => {
    const id = await uploadAndCheck(await anOfficer(), await listOf([listedPerson(741, { gender: "?" })]));
    const { receivedAt } = await theFile(id);
    const last = startOfDay(addDays(dayInWib(receivedAt), 30));
    await removeOldListsDue(last);
    expect(await theFile(id)).toMatchObject({ isStored: true });
    await removeOldListsDue(addSeconds(last, 86_400));
    expect(await theFile(id)).toMatchObject({ isStored: false });
    expect(await refusedListOf(await theFile(id), "csv", "id")).toBeNull();
    expect(await refusals(id)).toEqual({ 2: ["gender choose-one"] });
  });
});

describe("an office", () => {
  test("sees its region's lists, the newest first, and nobody else's", async () => {
    const officer = await anOfficer();
    const older = await uploadAndCheck(officer, await listOf([listedPerson(751)]));
    const newer = await uploadAndCheck(await anOfficer(), await listOf([listedPerson(752)]));
    const { files } = await findFiles(binjai, "");
    expect(files.slice(0, 2).map(({ id }) => id)).toEqual([newer, older]);
    expect((await findFiles(binjai, newer)).files[0]?.id).toBe(older);
    expect(await findRegion(officer)).toEqual({ code: "12.75", name: expect.any(String) });
    expect(await findFile({ code: "12.71", name: "Kota Medan" }, newer)).toBeNull();
    expect(await findFile(binjai, "bukan-uuid")).toBeNull();
  });
});
