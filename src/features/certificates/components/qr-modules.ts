import QRCode from "qrcode";

/** The dark squares of a QR code as one SVG path, a unit a square, and the side in squares. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, y) => y);
  const path = rows
    .flatMap((y) => rows.filter((x) => modules.get(y, x) === 1).map((x) => `M${x} ${y}h1v1h-1Z`))
    .join("");
  return { path, size: modules.size };
}
