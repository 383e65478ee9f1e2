import { env } from "#env.ts";

/** Where anybody may check a certificate; also what its QR code says. */
export function checkAddress(code: string): string {
  return `${env().APP_URL}/periksa-sertifikat/${code}`;
}

/** "ABCD-EFGH-JKLM", so that it can be read out and typed. */
export function readableGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? code;
}
