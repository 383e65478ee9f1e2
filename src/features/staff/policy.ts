/** A NIK to tell two people of one name apart and no more: the region and the serial stay, the birth date goes. */
export function maskNik(nik: string): string {
  return `${nik.slice(0, 6)}••••••${nik.slice(-4)}`;
}
