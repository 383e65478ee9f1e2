import { Secret, TOTP } from "otpauth";

const PERIOD = 30;
/** Half minutes that a phone's clock may be off, either way. */
const TOLERANCE = 1;

/** 160 bits, as authenticator apps take them (base32). */
export function secretOf(bytes: Uint8Array): string {
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

/** The address behind the QR code of an authenticator app. */
export function authenticatorAddress(secret: string, issuer: string, label: string): string {
  return appOf(secret, issuer, label).toString();
}

/** The half minute that a typed code belongs to; null when it is of none near this moment. */
export function stepOfDigits(secret: string, digits: string, moment: Date): number | null {
  const delta = appOf(secret).validate({ token: digits, timestamp: moment.getTime(), window: TOLERANCE });
  return delta === null ? null : stepAt(moment) + delta;
}

/** The code that the app shows in a half minute. */
export function digitsOfStep(secret: string, step: number): string {
  return appOf(secret).generate({ timestamp: step * PERIOD * 1000 });
}

export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / PERIOD);
}

function appOf(secret: string, issuer?: string, label?: string): TOTP {
  return new TOTP({ issuer, label, secret, algorithm: "SHA1", digits: 6, period: PERIOD });
}
