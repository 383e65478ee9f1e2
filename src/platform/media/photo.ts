import sharp from "sharp";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** Pixels: less cannot be read, more is not needed. */
const LEAST = { long: 600, short: 350 };
const LONGEST = 1600;
/** A picture that unpacks to more pixels is an attack or an accident. */
const MOST_PIXELS = 60_000_000;

/** Why a photo is not taken, as a message beside its field. */
export type PhotoFault = "photo-unreadable" | "photo-too-small";

export type PreparedPhoto = {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/**
 * Makes a phone's photo fit to be kept: read to the last byte, turned upright, at most 1600 pixels long, written anew
 * as JPEG, so that nothing but the picture (no place, no device, no hidden file) is left.
 */
export async function preparePhoto(photo: Uint8Array): Promise<Result<PreparedPhoto, PhotoFault>> {
  try {
    const picture = sharp(photo, { limitInputPixels: MOST_PIXELS, failOn: "error" });
    const { format, width, height } = await picture.metadata();
    if (!["jpeg", "png", "webp", "heif"].includes(format)) return refuse("photo-unreadable");
    if (Math.max(width, height) < LEAST.long || Math.min(width, height) < LEAST.short)
      return refuse("photo-too-small");
    const { data, info } = await picture
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return ok({ jpeg: new Uint8Array(data), width: info.width, height: info.height });
  } catch {
    return refuse("photo-unreadable");
  }
}
