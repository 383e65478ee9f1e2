import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { UnreadableSheet } from "./sheet.ts";

const ENTRIES = 500;
const INFLATED_BYTES = 200 * 1024 * 1024;
/** A sheet of people shrinks ten to thirty times; what shrinks more was made to burst. */
const RATIO = 150;
const RATIO_FROM_BYTES = 8 * 1024 * 1024;

export type Archive = { read(name: string): Promise<Readable | null> };

/**
 * Opens a ZIP that somebody sent. What its directory says of sizes is judged before anything is inflated, and held to
 * while it is: whoever lies there is cut off at the size that was promised.
 */
export async function openArchive(file: Buffer): Promise<Archive> {
  try {
    const zip = await fromBufferPromise(file, { validateEntrySizes: true });
    const entries = await entriesOf(zip);
    return {
      read: async (name) => {
        const entry = entries.get(name.toLowerCase());
        return entry ? zip.openReadStreamPromise(entry) : null;
      },
    };
  } catch (error) {
    if (error instanceof UnreadableSheet) throw error;
    throw new UnreadableSheet("sheet-damaged", { cause: error });
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ENTRIES) throw new UnreadableSheet("sheet-too-large");
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize;
    const isBomb =
      entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > RATIO * entry.compressedSize;
    if (isBomb || inflated > INFLATED_BYTES) throw new UnreadableSheet("sheet-too-large");
    if (entry.isEncrypted()) throw new UnreadableSheet("sheet-unknown-format");
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}
