import sharp from "sharp";

/** What was measured of a photo; numbers to judge by, no verdict. */
export type PhotoQuality = {
  /** Mean light, 0 black to 255 white. */
  readonly brightness: number;
  /** Variance of the second derivative on a picture of 800 pixels: text and edges make it large, a smear makes it small. */
  readonly sharpness: number;
  /** Share of pixels that are strongly lit, 0 to 1: a lamp mirrored in the card. */
  readonly glare: number;
  /** Share of bluish pixels, 0 to 1: an identity card is light blue. */
  readonly blue: number;
};

const SIDE = 800;

/** Measures an upright picture. */
export async function measurePhoto(picture: Uint8Array): Promise<PhotoQuality> {
  const { data, info } = await sharp(picture)
    .resize({ width: SIDE, height: SIDE, fit: "inside" })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const light = new Float32Array(width * height);
  let sum = 0;
  let glare = 0;
  let blue = 0;
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const at = pixel * channels;
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
    const grey = 0.299 * r + 0.587 * g + 0.114 * b;
    light[pixel] = grey;
    sum += grey;
    if (grey > 250) glare += 1;
    if (b > r + 12 && b >= g - 8) blue += 1;
  }
  return {
    brightness: rounded(sum / light.length),
    sharpness: rounded(edgeVariance(light, width, height)),
    glare: rounded(glare / light.length),
    blue: rounded(blue / light.length),
  };
}

/** The variance of the Laplacian of a picture. */
function edgeVariance(light: Float32Array, width: number, height: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const around =
        (light[at - 1] ?? 0) + (light[at + 1] ?? 0) + (light[at - width] ?? 0) + (light[at + width] ?? 0);
      const edge = around - 4 * (light[at] ?? 0);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  if (count === 0) return 0;
  return squares / count - (sum / count) ** 2;
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
