/** "Sari Simulasi" as "S••• S•••": enough to tell two rows apart. */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `${[...word][0]}•••`)
    .join(" ");
}
