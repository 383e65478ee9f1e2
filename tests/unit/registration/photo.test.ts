import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { refuse } from "#kernel/result.ts";
import { preparePhoto } from "#platform/media/photo.ts";

/** A picture that is red at the left and blue at the right, so that it can be told which way up it is. */
function aPicture(width: number, height: number) {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const };
  return sharp({ create: { ...half, width, background: "#0000ff" } }).composite([
    { input: { create: { ...half, background: "#ff0000" } }, left: 0, top: 0 },
  ]);
}

async function prepared(photo: Uint8Array) {
  const result = await preparePhoto(photo);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

describe("a photo of a KTP", () => {
  test("is made at most 1600 pixels long", async () => {
    const photo = await prepared(await aPicture(4000, 2500).jpeg().toBuffer());
    expect([photo.width, photo.height]).toEqual([1600, 1000]);
    expect(photo.jpeg.byteLength).toBeLessThan(200_000);
  });

  test("is not blown up when it is smaller", async () => {
    const photo = await prepared(await aPicture(800, 500).png().toBuffer());
    expect([photo.width, photo.height]).toEqual([800, 500]);
  });

  test("is turned upright, and says nothing more of where and with what it was taken", async () => {
    const taken = await aPicture(1200, 800)
      .jpeg()
      .withExif({ IFD0: { Make: "Telepon" }, IFD3: { GPSLatitude: "3/1 36/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes("Telepon")).toBe(true);
    const photo = await prepared(taken);
    const { exif, icc, orientation, format } = await sharp(photo.jpeg).metadata();
    expect([photo.width, photo.height]).toEqual([800, 1200]);
    expect({ exif, icc, orientation, format }).toEqual({
      exif: undefined,
      icc: undefined,
      orientation: undefined,
      format: "jpeg",
    });
    const top = await sharp(photo.jpeg).extract({ left: 400, top: 50, width: 1, height: 1 }).raw().toBuffer();
    expect([...top].map((value) => Math.round(value / 255))).toEqual([1, 0, 0]);
  });

  test("keeps nothing that was hidden behind it", async () => {
    const secret = "<?php hidden ?>";
    const photo = await prepared(
      Buffer.concat([await aPicture(800, 500).jpeg().toBuffer(), Buffer.from(secret)]),
    );
    expect(Buffer.from(photo.jpeg).includes(secret)).toBe(false);
  });

  test.each([
    [599, 400],
    [700, 349],
    [349, 700],
  ])("of %d x %d pixels is too small to be read", async (width, height) => {
    const photo = await aPicture(width, height).jpeg().toBuffer();
    expect(await preparePhoto(photo)).toEqual(refuse("photo-too-small"));
  });

  test("of exactly 600 x 350 pixels is taken, standing or lying", async () => {
    expect((await preparePhoto(await aPicture(600, 350).jpeg().toBuffer())).ok).toBe(true);
    expect((await preparePhoto(await aPicture(350, 600).jpeg().toBuffer())).ok).toBe(true);
  });
});

describe("what is no photo", () => {
  test("text that calls itself one is refused", async () => {
    expect(await preparePhoto(Buffer.from("not a picture"))).toEqual(refuse("photo-unreadable"));
  });

  test("a drawing is refused: it may hold more than a picture", async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="9" height="9"/></svg>';
    expect(await preparePhoto(Buffer.from(drawing))).toEqual(refuse("photo-unreadable"));
  });

  test("half a photo is refused", async () => {
    const whole = await aPicture(1200, 800).jpeg().toBuffer();
    expect(await preparePhoto(whole.subarray(0, whole.length / 2))).toEqual(refuse("photo-unreadable"));
  });

  test("a small file that unpacks to a giant is refused", async () => {
    const giant = await sharp({ create: { width: 9000, height: 8000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(await preparePhoto(giant)).toEqual(refuse("photo-unreadable"));
  });
});
