/** The colour of a field's covers, 0-359; the same code always has the same one. */
export function categoryHue(code: string): number {
  return [...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
}
