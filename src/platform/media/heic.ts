import { z } from "zod";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { askOwnThread } from "./own-thread.ts";

/** Brands of a still picture in an ISO file: iPhones write "heic", some others "mif1". */
const BRANDS = ["heic", "heix", "heim", "heis", "mif1"];
const LIMITS = { seconds: 30, memory: 700 * 1024 * 1024 };

export function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return head.slice(4, 8) === "ftyp" && BRANDS.includes(head.slice(8));
}

type Pixels = {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
};
type HeicFault = "photo-unreadable" | "photo-too-many-pixels";

const answer = z.union([
  z.object({ tooMany: z.literal(true) }),
  z.object({ width: z.number().int(), height: z.number().int(), pixels: z.instanceof(Uint8Array) }),
]);

let busy: Promise<unknown> = Promise.resolve();

/**
 * The pixels (RGBA, upright) of an iPhone's photo. One at a time: unpacking takes a second or two of one core and a
 * quarter of a gigabyte, and most browsers turn such a photo into a JPEG by themselves before they send it.
 */
export function decodeHeic(photo: Uint8Array, mostPixels: number): Promise<Result<Pixels, HeicFault>> {
  const turn = busy.then(() => unpack(photo, mostPixels));
  busy = turn;
  return turn;
}

async function unpack(photo: Uint8Array, mostPixels: number): Promise<Result<Pixels, HeicFault>> {
  const task = { photo, mostPixels, mostMemory: LIMITS.memory };
  const { data } = answer.safeParse(await askOwnThread("heic-worker.ts", task, LIMITS.seconds));
  if (!data) return refuse("photo-unreadable");
  return "tooMany" in data ? refuse("photo-too-many-pixels") : ok(data);
}
