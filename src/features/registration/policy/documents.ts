import { compareNames } from "#kernel/name-comparison.ts";
import type { TypedOnCard } from "../types/documents.ts";
import type { Agreement, CardReading, DocumentHint, DocumentKind, DocumentQuality } from "../types.ts";

/** From where on a photo is worth a second look; measured on drawn cards, blurred, darkened and lit step by step. */
const LIMITS = { dark: 70, bright: 235, glare: 0.12, blue: 0.04 };
/** A face has fewer edges than writing. */
const LEAST_SHARP = { id_card: 60, selfie: 15 };

/** What is worth saying about a photo at once. Hints only: whether the writing can be read, the person sees best. */
export function hintsOf(kind: DocumentKind, quality: DocumentQuality): readonly DocumentHint[] {
  const hints: DocumentHint[] = [];
  if (quality.brightness < LIMITS.dark) hints.push("dark");
  if (quality.brightness > LIMITS.bright) hints.push("bright");
  const isLit = hints.length === 0;
  if (quality.sharpness < LEAST_SHARP[kind]) hints.push("blurred");
  // Colours and reflections tell something of a card only in a picture that is lit.
  if (kind === "selfie" || !isLit) return hints;
  if (quality.glare > LIMITS.glare) hints.push("glare");
  if (quality.blue < LIMITS.blue) hints.push("not-a-card");
  return hints;
}

/**
 * What a machine read on a KTP beside what was typed. It misreads a character easily: one that differs says nothing, and
 * "differs" itself is a hint to look again, never a verdict.
 */
export function compareCard(text: string, typed: TypedOnCard): CardReading {
  const lines = text.split("\n");
  return {
    nik: compareNik(lines, typed.nik),
    name: compareName(lines, typed.name),
    birthDate: compareBirthDate(lines, typed.birthDate),
  };
}

function compareNik(lines: readonly string[], typed: string): Agreement {
  const read = lines.flatMap((line) => /\d{16}/.exec(asDigits(line.replace(/^\W*NIK\W*/i, "")))?.[0] ?? []);
  return agreementOf(read, typed);
}

/** "17-05-2000", wherever it stands; the dates of issue and of validity are behind other words. */
function compareBirthDate(lines: readonly string[], typed: string): Agreement {
  const [year, month, day] = typed.split("-");
  const born = lines.filter((line) => /lahir|tgl/i.test(line));
  const read = born.flatMap((line) => {
    const found = /(\d{2})[-./](\d{2})[-./](\d{4})/.exec(asDigits(line.split(",").at(-1) ?? ""));
    return found ? [`${found[1]}${found[2]}${found[3]}`] : [];
  });
  return agreementOf(read, `${day}${month}${year}`);
}

function compareName(lines: readonly string[], typed: string): Agreement {
  const read = lines.flatMap((line) => /^\W*Nama\b\W*(.*\p{L}.*)$/iu.exec(line)?.[1] ?? []);
  if (read.length === 0) return "unread";
  if (read.some((name) => compareNames(name, typed) !== "different")) return "agrees";
  const words = typed.toUpperCase().split(/\s+/);
  const isPartlyThere = words.some((word) => word.length > 2 && read.join(" ").toUpperCase().includes(word));
  return isPartlyThere ? "unread" : "differs";
}

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  l: "1",
  "|": "1",
  "!": "1",
  Z: "2",
  S: "5",
  b: "6",
  G: "6",
  "?": "7",
  B: "8",
};

/** A line with the letters that look like digits as digits, and without its spaces. */
function asDigits(line: string): string {
  return line.replace(/\s/g, "").replace(/[OQDIl|!ZSbG?B]/g, (sign) => LOOK_ALIKE[sign] ?? sign);
}

function agreementOf(read: readonly string[], typed: string): Agreement {
  if (read.length === 0) return "unread";
  const fewest = Math.min(...read.map((digits) => differingDigits(digits, typed)));
  if (fewest === 0) return "agrees";
  return fewest === 1 ? "unread" : "differs";
}

function differingDigits(one: string, other: string): number {
  return [...one].filter((digit, index) => digit !== other[index]).length;
}
