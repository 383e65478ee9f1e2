import type { DocumentHint, DocumentKind, DocumentQuality } from "../types.ts";

/** From where on a photo is worth a second look; measured on drawn cards, blurred, darkened and lit step by step. */
const LIMITS = { dark: 70, bright: 235, blurred: 60, glare: 0.12, blue: 0.06 };

/** What is worth saying about a photo at once. Hints only: whether the writing can be read, the person sees best. */
export function hintsOf(kind: DocumentKind, quality: DocumentQuality): readonly DocumentHint[] {
  const hints: DocumentHint[] = [];
  if (quality.brightness < LIMITS.dark) hints.push("dark");
  if (quality.brightness > LIMITS.bright) hints.push("bright");
  if (quality.sharpness < LIMITS.blurred) hints.push("blurred");
  if (kind === "id_card" && quality.glare > LIMITS.glare && quality.brightness <= LIMITS.bright)
    hints.push("glare");
  if (kind === "id_card" && quality.blue < LIMITS.blue) hints.push("not-a-card");
  return hints;
}
