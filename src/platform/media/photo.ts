import sharp, { type Sharp } from "sharp";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { decodeHeic, isHeic } from "./heic.ts";
import { measurePhoto, type PhotoQuality } from "./photo-quality.ts";

// Photos come many at once: each on one core, and none is remembered once it is written.
sharp.concurrency(1);
sharp.cache(false);

/** Pixels: less cannot be read, more is not needed. */
const LEAST = { long: 600, short: 350 };
const LONGEST = 1600;
/** A picture that unpacks to more pixels is an attack or an accident. */
const MOST_PIXELS = 60_000_000;
const SECONDS = 20;
/** Light below which nothing can be seen, and sharpness below which nothing can be told apart. */
const NOTHING = { brightness: 18, sharpness: 2.5 };

/** Why a photo is not taken, as a message beside its field. */
export type PhotoFault =
  | "photo-unreadable"
  | "photo-wrong-kind"
  | "photo-too-many-pixels"
  | "photo-too-small"
  | "photo-black"
  | "photo-smeared";

export type PreparedPhoto = {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly quality: PhotoQuality;
};

/**
 * Makes a phone's photo fit to be kept: known by its first bytes and not by its name, read to the last byte, turned
 * upright, at most 1600 pixels long, written anew as JPEG, so that nothing but the picture (no place, no device, no
 * hidden file behind it) is left; and measured.
 */
export async function preparePhoto(photo: Uint8Array): Promise<Result<PreparedPhoto, PhotoFault>> {
  const kind = kindOf(photo);
  if (!kind) return refuse("photo-wrong-kind");
  try {
    const picture = kind === "heic" ? await openHeic(photo) : await open(photo);
    if (!picture.ok) return picture;
    const { data, info } = await picture.value
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82 })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true });
    const quality = await measurePhoto(data);
    if (quality.brightness < NOTHING.brightness) return refuse("photo-black");
    if (quality.sharpness < NOTHING.sharpness) return refuse("photo-smeared");
    return ok({ jpeg: new Uint8Array(data), width: info.width, height: info.height, quality });
  } catch {
    return refuse("photo-unreadable");
  }
}

/** The kind that the first bytes say; null for everything that is no photo of a phone. */
function kindOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | "heic" | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";
  return isHeic(bytes) ? "heic" : null;
}

/** The picture, opened with limits: its size is looked at before a single pixel is unpacked. */
async function open(photo: Uint8Array): Promise<Result<Sharp, PhotoFault>> {
  const size = fits(await sharp(photo, { limitInputPixels: false }).metadata());
  if (!size.ok) return size;
  return ok(sharp(photo, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true, pages: 1 }));
}

async function openHeic(photo: Uint8Array): Promise<Result<Sharp, PhotoFault>> {
  const unpacked = await decodeHeic(photo, MOST_PIXELS);
  if (!unpacked.ok) return unpacked;
  const { pixels, width, height } = unpacked.value;
  const size = fits({ width, height });
  return size.ok ? ok(sharp(pixels, { raw: { width, height, channels: 4 } })) : size;
}

type Size = { readonly width: number; readonly height: number };

function fits({ width, height }: Size): Result<void, PhotoFault> {
  if (width * height > MOST_PIXELS) return refuse("photo-too-many-pixels");
  const isSmall = Math.max(width, height) < LEAST.long || Math.min(width, height) < LEAST.short;
  return isSmall ? refuse("photo-too-small") : ok();
}
