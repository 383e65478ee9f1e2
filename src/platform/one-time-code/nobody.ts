/**
 * An id that no account has, always the same for the same keyed hash of what was typed: codes and tries of whoever is
 * unknown are counted like anybody's, so that nobody learns who is known.
 */
export function nobodysId(index: Uint8Array): string {
  const hex = Buffer.from(index).toString("hex");
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20)];
  return `${a}-${b}-8${c}-8${d}-${hex.slice(20, 32)}`;
}
