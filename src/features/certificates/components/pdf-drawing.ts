import { DYES, type Paper } from "#platform/media/paper.ts";
import { qrPath } from "./qr-modules.ts";

/** A4 on its side, in points. */
export const SHEET = { width: 841.89, height: 595.28 } as const;

/** The portal's dyes (ui/tokens.css, light). */
export const INK = {
  ...DYES,
  brand: "#0e5257",
  band: "#0e4a50",
  bandLine: "#2b6a6f",
  accent: "#f0a62f",
  onAccent: "#2a1b00",
} as const;

const BAND = 126;
const TILE = 42;
// One tile of the kawung motif, four petals on a grid of 40.
const PETALS =
  "M19 19C8 19 3 11 2 2c9 1 17 6 17 17ZM21 19C21 8 29 3 38 2c-1 9-6 17-17 17ZM21 21c11 0 16 8 17 17-9-1-17-6-17-17ZM19 21C19 32 11 37 2 38c1-9 6-17 17-17Z";
// The mark of the portal on a grid of 32: three petals, and the lit one.
const MARK =
  "M15 15C8 15 6 10 6 6c4 0 9 2 9 9ZM17 17c7 0 9 5 9 9-4 0-9-2-9-9ZM15 17c0 7-5 9-9 9 0-4 2-9 9-9Z";
const LIT = "M17 15c0-7 5-9 9-9 0 4-2 9-9 9Z";

/** The deep band of kawung at the left edge, with the mark of the portal. */
export function drawBand(paper: Paper): void {
  paper.rect(0, 0, BAND, SHEET.height).fill(INK.band);
  paper.save().rect(0, 0, BAND, SHEET.height).clip();
  for (let x = 0; x < BAND; x += TILE) {
    for (let y = -8; y < SHEET.height; y += TILE) {
      paper
        .save()
        .translate(x, y)
        .scale(TILE / 40)
        .path(PETALS)
        .lineWidth(1.3)
        .stroke(INK.bandLine)
        .restore();
    }
  }
  paper.restore();
  paper.rect(BAND, 0, 6, SHEET.height).fill(INK.accent);
  paper.circle(BAND / 2, 84, 44).fill(INK.band);
  paper
    .save()
    .translate(BAND / 2 - 48, 84 - 48)
    .scale(3)
    .path(MARK)
    .fill("#ffffff")
    .path(LIT)
    .fill(INK.accent)
    .restore();
}

/** A QR code of sharp vector squares. */
export function drawQr(paper: Paper, text: string, x: number, y: number, side: number): void {
  const { path, size } = qrPath(text);
  paper
    .save()
    .translate(x, y)
    .scale(side / size)
    .path(path)
    .fill(INK.ink)
    .restore();
}
