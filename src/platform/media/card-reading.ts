import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { z } from "zod";
import { env } from "#env.ts";
import { askOwnThread } from "./own-thread.ts";

const SECONDS = 20;
/** Letters of an identity card are read best at this width. */
const WIDTH = 1200;

let busy: Promise<unknown> = Promise.resolve();

/**
 * The text on a photo of an identity card, line by line; null when it cannot be read, when reading takes more than 20
 * seconds, or when this installation has no data to read with. One at a time. The text is personal data: it is
 * compared and forgotten.
 */
export function readCardText(photo: Uint8Array): Promise<string | null> {
  const turn = busy.then(() => read(photo));
  busy = turn.catch(() => {});
  return turn;
}

async function read(photo: Uint8Array): Promise<string | null> {
  const data = readingData(env().KTP_READING_DATA);
  if (!data) return null;
  const picture = await sharp(photo).resize({ width: WIDTH }).greyscale().normalise().png().toBuffer();
  const text = await askOwnThread("card-worker.ts", { picture: new Uint8Array(picture), ...data }, SECONDS);
  return z.string().safeParse(text).data ?? null;
}

type ReadingData = { readonly folder: string; readonly isPacked: boolean };

/** Where the data of the language lies: the folder of the settings, or the package that `npm ci` brings. */
function readingData(configured: string | undefined): ReadingData | null {
  const folder = configured ?? packagedFolder();
  if (!folder) return null;
  if (existsSync(join(folder, "ind.traineddata"))) return { folder, isPacked: false };
  return existsSync(join(folder, "ind.traineddata.gz")) ? { folder, isPacked: true } : null;
}

function packagedFolder(): string | null {
  try {
    const found = createRequire(import.meta.url).resolve("@tesseract.js-data/ind/package.json");
    return join(dirname(found), "4.0.0_best_int");
  } catch {
    return null;
  }
}
