import sharp, { type Sharp } from "sharp";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { decodeHeic, isHeic } from "./heic.ts";
import { measurePhoto, type PhotoQuality } from "./photo-quality.ts";

/** Pixels: less cannot be read, more is not needed. */
const LEAST = { long: 600, short: 350 };
const LONGEST = 1600;
/** A picture that unpacks to more pixels is an attack or an accident. */
export const MOST_PIXELS = 60_000_000;

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

/** Sharpness below which nothing in a picture can be read, and light below which nothing can be seen. */
const NOTHING = { sharpness: 3, brightness: 12 };

/**
 * Makes a phone's photo fit to be kept: known by its first bytes and not by its name, read to the last byte, turned
 * upright, at most 1600 pixels long, written anew as JPEG, so that nothing but the picture (no place, no device, no
 * hidden file behind it) is left; and measured.
 */
export async function preparePhoto(photo: Uint8Array): Promise<Result<PreparedPhoto, PhotoFault>> {
  if (!kindOf(photo)) return refuse("photo-wrong-kind");
  try {
    const picture = await open(photo);
    if (!picture.ok) return picture;
    const { data, info } = await picture.value
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, mozjpeg: true })
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
  const head = Buffer.from(bytes.subarray(0, 16));
  if (head.length < 12) return null;
  if (head.readUIntBE(0, 3) === 0xffd8ff) return "jpeg";
  if (head.toString("latin1", 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP") return "webp";
  return isHeic(bytes) ? "heic" : null;
}

/** The picture, opened with limits: its size is looked at before a single pixel is unpacked. */
async function open(photo: Uint8Array): Promise<Result<Sharp, PhotoFault>> {
  const heic = isHeic(photo) ? await decodeHeic(photo, MOST_PIXELS) : null;
  if (heic && !heic.ok) return heic;
  const picture = heic
    ? sharp(heic.value.pixels, {
        raw: { width: heic.value.width, height: heic.value.height, channels: 4 },
      })
    : sharp(photo, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true, pages: 1 });
  const { width, height } = await picture.metadata();
  if (width * height > MOST_PIXELS) return refuse("photo-too-many-pixels");
  if (Math.max(width, height) < LEAST.long || Math.min(width, height) < LEAST.short)
    return refuse("photo-too-small");
  return ok(picture);
}
