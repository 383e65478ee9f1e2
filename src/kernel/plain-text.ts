/**
 * Takes out of a text what nobody can see and no database keeps: control characters (but line ends and tabs), zero-width
 * signs and those that turn the direction of reading. What somebody sees on their screen is what is kept.
 */
export function plainText(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n").replace(INVISIBLE, "").trim();
}

/** The same on one line, with single spaces. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/gu, " ");
}

/** Whether every sign stands for something: no half of a sign, no mark of a broken copy, nothing private to one font. */
export function isReadable(text: string): boolean {
  return text.isWellFormed() && !UNREADABLE.test(text);
}

const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;
const UNREADABLE = /[\uFFFD\p{Co}]/u;
