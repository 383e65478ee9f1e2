import { openCsv } from "./csv-sheet.ts";
import { type Sheet, UnreadableSheet } from "./sheet.ts";
import { openXlsx } from "./xlsx-sheet.ts";

/** Opens a list that somebody uploaded, by what it is and not by what it is called. Throws `UnreadableSheet`. */
export async function openSheet(bytes: Uint8Array): Promise<Sheet> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) throw new UnreadableSheet("sheet-damaged");
  if (file.toString("latin1", 0, 2) === "PK") return openXlsx(file);
  if (isUtf16(file) || !file.subarray(0, 4_096).includes(0)) return openCsv(file);
  throw new UnreadableSheet("sheet-unknown-format");
}

function isUtf16(file: Buffer): boolean {
  return file[0] === 0xff && file[1] === 0xfe;
}
