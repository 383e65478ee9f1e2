import { headerOf } from "#features/bulk-registration/queries/vocabulary.ts";
import type { Column } from "#features/bulk-registration/types.ts";
import { columns } from "#features/bulk-registration/types.ts";
import type { SheetFormat } from "#platform/spreadsheet/sheet.ts";
import { writeSheets } from "#platform/spreadsheet/write-sheet.ts";

export type ListedPerson = Readonly<Record<Column, string>>;

/** A woman of Binjai as an officer writes her down; the number makes NIK, family card and phone her own. */
export function listedPerson(number: number, changes: Partial<ListedPerson> = {}): ListedPerson {
  // Serials of invented people begin with 9; beyond a thousand the year of birth goes on.
  const serial = `9${String(number % 1_000).padStart(3, "0")}`;
  const year = 1970 + (Math.floor(number / 1_000) % 30);
  return {
    nik: `1275015705${String(year).slice(2)}${serial}`,
    familyCard: `12750101${String(1 + (Math.floor(number / 1_000) % 28)).padStart(2, "0")}15${serial}`.padEnd(
      16,
      "0",
    ),
    fullName: "Sari Simulasi",
    gender: "Perempuan",
    birthPlace: "Binjai",
    birthDate: `17/05/${year}`,
    motherName: "Siti Simulasi",
    phone: `0812${String(10_000_000 + number)}`,
    email: "",
    villageCode: "12.75.02.1001 Pahlawan",
    address: "Jalan Melati 12, RT 03/RW 05",
    domicileVillage: "",
    domicileAddress: "",
    education: "SMA atau sederajat",
    maritalStatus: "Belum kawin",
    dependants: "1",
    employment: "Belum atau tidak bekerja",
    disability: "Tidak ada",
    wantedCategory: "digital",
    reason: "Ingin menambah keterampilan agar lebih mudah bekerja.",
    statedEmployment: "Saya sedang mencari kerja",
    excludedOccupation: "tidak",
    inEducation: "tidak",
    otherAid: "tidak",
    dataIsTrue: "ya",
    consent: "ya",
    ...changes,
  };
}

/** People as a file, under the headers of the template. */
export function listOf(people: readonly ListedPerson[], format: SheetFormat = "xlsx") {
  const headers = columns.map((column) => headerOf(column, "id"));
  const rows = people.map((person) => columns.map((column) => person[column]));
  return writeSheets(format, [{ name: "Data", rows: [headers, ...rows], widths: [] }]);
}
