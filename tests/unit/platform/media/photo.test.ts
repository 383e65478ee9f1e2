import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { preparePhoto } from "#platform/media/photo.ts";
import { aCard, aPhotoOfACard } from "../../../support/pictures.ts";

async function prepared(photo: Uint8Array) {
  const result = await preparePhoto(photo);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** Where the red picture on the card hangs: "right bottom" of an upright photo. */
async function redCorner(photo: Uint8Array): Promise<string> {
  const { data, info } = await sharp(photo).raw().toBuffer({ resolveWithObject: true });
  let [x, y, count] = [0, 0, 0];
  for (let pixel = 0; pixel < info.width * info.height; pixel += 1) {
    const [r = 0, g = 0] = data.subarray(pixel * info.channels);
    if (r < 150 || g > 100) continue;
    x += pixel % info.width;
    y += Math.floor(pixel / info.width);
    count += 1;
  }
  const side = x / count > info.width / 2 ? "right" : "left";
  return `${side} ${y / count > info.height / 2 ? "bottom" : "top"}`;
}

/** Why a photo is not taken; "none" when it is. */
async function faultOf(photo: Uint8Array): Promise<string> {
  const result = await preparePhoto(photo);
  return result.ok ? "none" : result.refusal;
}

describe("a photo of a KTP", () => {
  test("is made at most 1600 pixels long", async () => {
    const photo = await prepared(
      await sharp(await aCard())
        .resize({ width: 4000 })
        .jpeg()
        .toBuffer(),
    );
    expect([photo.width, photo.height]).toEqual([1600, 1010]);
    expect(photo.jpeg.byteLength).toBeLessThan(250_000);
  });

  test("is not blown up when it is smaller", async () => {
    const photo = await prepared(
      await sharp(await aCard())
        .resize({ width: 800 })
        .png()
        .toBuffer(),
    );
    expect([photo.width, photo.height]).toEqual([800, 505]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "held as orientation %d says is turned upright",
    async (orientation) => {
      const turns = [
        { angle: 0, mirrored: false },
        { angle: 0, mirrored: true },
        { angle: 180, mirrored: false },
        { angle: 180, mirrored: true },
        { angle: 270, mirrored: true },
        { angle: 270, mirrored: false },
        { angle: 90, mirrored: true },
        { angle: 90, mirrored: false },
      ];
      const { angle, mirrored } = turns[orientation - 1] ?? { angle: 0, mirrored: false };
      const seen = sharp(
        await sharp(await aCard())
          .resize({ width: 600 })
          .flop(mirrored)
          .png()
          .toBuffer(),
      );
      const held = await seen.rotate(angle).jpeg().withMetadata({ orientation }).toBuffer();
      const photo = await prepared(held);
      expect([photo.width, photo.height]).toEqual([600, 379]);
      expect(await redCorner(photo.jpeg)).toBe("right bottom");
    },
  );

  test("says nothing of where and with what it was taken", async () => {
    const taken = await sharp(await aCard())
      .jpeg()
      .withExif({ IFD0: { Make: "Telepon" }, IFD3: { GPSLatitude: "3/1 36/1 0/1" } })
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Binjai</x:xmpmeta>")
      .toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes("Telepon")).toBe(true);
    const { jpeg } = await prepared(taken);
    const { exif, icc, xmp, iptc, comments, orientation, format } = await sharp(jpeg).metadata();
    expect({ exif, icc, xmp, iptc, comments, orientation, format }).toEqual({ format: "jpeg" });
  });

  test.each(["png", "webp", "jpeg"] as const)("as %s is taken", async (format) => {
    const photo = await sharp(await aCard())
      .resize({ width: 900 })
      .toFormat(format)
      .toBuffer();
    expect((await prepared(photo)).width).toBe(900);
  });

  test.each([
    [599, 400],
    [700, 349],
    [349, 700],
  ])("of %d x %d pixels is too small to be read", async (width, height) => {
    const photo = await sharp(await aCard())
      .resize({ width, height, fit: "fill" })
      .jpeg()
      .toBuffer();
    expect(await faultOf(photo)).toBe("photo-too-small");
  });

  test("of exactly 600 x 350 pixels is taken, standing or lying", async () => {
    for (const size of [
      { width: 600, height: 350 },
      { width: 350, height: 600 },
    ]) {
      const photo = await sharp(await aCard())
        .resize({ ...size, fit: "fill" })
        .jpeg()
        .toBuffer();
      expect(await faultOf(photo)).toBe("none");
    }
  });
});

describe("an iPhone's photo", () => {
  const fixture = new URL("../../../fixtures/documents/phone-photo.heic", import.meta.url);

  test("is turned upright, and what the phone wrote into it is gone", async () => {
    const taken = await readFile(fixture);
    expect(taken.includes("Telepon Simulasi")).toBe(true);
    const { jpeg, width, height } = await prepared(taken);
    expect([width, height]).toEqual([800, 500]);
    expect(Buffer.from(jpeg).includes("Telepon")).toBe(false);
    const { exif, format } = await sharp(jpeg).metadata();
    expect({ exif, format }).toEqual({ format: "jpeg" });
  });

  test("does not hold up the process while it is unpacked", async () => {
    const taken = await readFile(fixture);
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 5);
    await prepared(taken);
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(10);
  });

  test("is refused when it is cut off, or says a size that it is not", async () => {
    const taken = await readFile(fixture);
    expect(await faultOf(taken.subarray(0, 6000))).toBe("photo-unreadable");
    const sizeAt = taken.indexOf("ispe") + 8;
    const giant = Buffer.from(taken);
    giant.writeUInt32BE(30_000, sizeAt);
    giant.writeUInt32BE(30_000, sizeAt + 4);
    const result = await preparePhoto(giant);
    expect(result.ok).toBe(false);
  });
});

describe("a photo that shows nothing", () => {
  test.each([
    ["is too dark to see anything", { light: 0.05 }, "photo-black"],
    ["is black", { light: 0 }, "photo-black"],
    ["is blurred altogether", { blur: 20 }, "photo-smeared"],
    ["is blurred altogether and dark", { blur: 20, light: 0.4 }, "photo-smeared"],
    ["is burnt out to white", { light: 30 }, "photo-smeared"],
  ] as const)("because it %s is refused", async (_, spoiling, fault) => {
    expect(await faultOf(await aPhotoOfACard(spoiling))).toBe(fault);
  });

  test.each([{ light: 0.3 }, { blur: 3 }, { light: 1.3 }, { width: 600, blur: 1 }])(
    "is another than %o, which a person may judge",
    async (spoiling) => {
      expect(await faultOf(await aPhotoOfACard(spoiling))).toBe("none");
    },
  );
});
