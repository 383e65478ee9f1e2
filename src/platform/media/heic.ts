import decode from "heic-decode";
import { ok, type Result, refuse } from "#kernel/result.ts";

/** Brands of a still picture in an ISO file: iPhones write the first two. */
const BRANDS = ["heic", "heix", "mif1"];

export function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12));
  return (
    head.length === 12 &&
    head.toString("latin1", 4, 8) === "ftyp" &&
    BRANDS.includes(head.toString("latin1", 8, 12))
  );
}

type Pixels = {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
};

let busy: Promise<unknown> = Promise.resolve();

/**
 * The pixels (RGBA, upright) of an iPhone's photo. One at a time: unpacking takes a second or two of one core and a
 * quarter of a gigabyte, and most browsers turn such a photo into a JPEG by themselves before they send it.
 */
export function decodeHeic(
  photo: Uint8Array,
  mostPixels: number,
): Promise<Result<Pixels, "photo-unreadable" | "photo-too-many-pixels">> {
  const turn = busy.then(() => unpack(photo, mostPixels));
  busy = turn.catch(() => {});
  return turn;
}

async function unpack(
  photo: Uint8Array,
  mostPixels: number,
): Promise<Result<Pixels, "photo-unreadable" | "photo-too-many-pixels">> {
  const images = await decode.all({ buffer: photo });
  try {
    const [first] = images;
    if (!first) return refuse("photo-unreadable");
    if (first.width * first.height > mostPixels) return refuse("photo-too-many-pixels");
    const { data, width, height } = await first.decode();
    return ok({ pixels: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height });
  } finally {
    images.dispose?.();
  }
}
