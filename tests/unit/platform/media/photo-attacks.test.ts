import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { preparePhoto } from "#platform/media/photo.ts";
import { aCard } from "../../../support/pictures.ts";

const ZIP = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.from("payload.html<script>alert(1)</script>")]);
const HIDDEN: readonly (readonly [string, Buffer])[] = [
  ["a ZIP archive", ZIP],
  ["a page with a script", Buffer.from("<html><script>alert(1)</script></html>")],
  ["a program for a server", Buffer.from("<?php system($_GET['c']); ?>")],
  ["a Java archive", Buffer.concat([ZIP, Buffer.from("META-INF/MANIFEST.MF")])],
];

async function aSmallCard(format: "jpeg" | "png" | "webp"): Promise<Buffer> {
  return sharp(await aCard())
    .resize({ width: 700 })
    .toFormat(format)
    .toBuffer();
}

async function cleaned(photo: Buffer): Promise<Buffer> {
  const result = await preparePhoto(photo);
  if (!result.ok) throw new Error(result.refusal);
  return Buffer.from(result.value.jpeg);
}

/** Why a photo is not taken; "none" when it is. */
async function faultOf(photo: Uint8Array): Promise<string> {
  const result = await preparePhoto(photo);
  return result.ok ? "none" : result.refusal;
}

describe("a photo with something hidden", () => {
  test.each(HIDDEN)("behind it, %s, is written anew without it", async (_, hidden) => {
    for (const format of ["jpeg", "png", "webp"] as const) {
      const photo = await aSmallCard(format);
      const jpeg = await cleaned(Buffer.concat([photo, hidden]));
      expect(jpeg.includes(hidden.subarray(0, 8))).toBe(false);
      expect(jpeg.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    }
  });

  test("in a comment of the file is written anew without it", async () => {
    const photo = await aSmallCard("jpeg");
    const script = Buffer.from("<script>alert(1)</script>");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(script.length + 2);
    const commented = Buffer.concat([
      photo.subarray(0, 2),
      Buffer.from([0xff, 0xfe]),
      length,
      script,
      photo.subarray(2),
    ]);
    expect((await cleaned(commented)).includes(script)).toBe(false);
  });
});

describe("what is no photo", () => {
  test.each([
    ["text that calls itself one", Buffer.from("not a picture, whatever its name says")],
    ["nothing", Buffer.alloc(0)],
    ["two bytes", Buffer.from([0xff, 0xd8])],
    ["a document", Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj")],
    ["a picture that moves", Buffer.from("GIF89a\x01\x00\x01\x00/*=0;alert(1)//*/")],
    ["an archive", ZIP],
    [
      "a drawing, which may hold more than a picture",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><script/></svg>'),
    ],
    ["a film", Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isomiso2")],
  ])("%s is refused by its first bytes", async (_, bytes) => {
    expect(await faultOf(bytes)).toBe("photo-wrong-kind");
  });

  test.each([
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["a PNG", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
    ["a WebP", Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1")],
    ["an iPhone's photo", Buffer.from("\0\0\0\x18ftypheic", "latin1")],
  ])("the beginning of %s and then words are refused", async (_, beginning) => {
    const bytes = Buffer.concat([beginning, Buffer.from("and then only words ".repeat(20))]);
    expect(await faultOf(bytes)).toBe("photo-unreadable");
  });

  test.each(["jpeg", "png", "webp"] as const)("half a photo, as %s, is refused", async (format) => {
    const whole = await aSmallCard(format);
    expect(await faultOf(whole.subarray(0, whole.length / 2))).toBe("photo-unreadable");
  });
});

describe("a small file that unpacks to a giant", () => {
  test("is refused by the size it says, before anything is unpacked", async () => {
    const bomb = aPngOf(30_000, 30_000);
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await faultOf(bomb)).toBe("photo-too-many-pixels");
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("is refused when it says a small size, too", async () => {
    const liar = aPngOf(30_000, 30_000);
    const said = aPngOf(900, 600, liar.subarray(33));
    expect((await preparePhoto(said)).ok).toBe(false);
  });
});

/** A PNG of one colour, black and white, by hand: a real one of this size would take a while to make. */
function aPngOf(width: number, height: number, after?: Buffer): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size[8] = 1;
  const row = Math.ceil(width / 8) + 1;
  const rows = () => [chunk("IDAT", deflateSync(Buffer.alloc(row * height))), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    ...(after ? [after] : rows()),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
