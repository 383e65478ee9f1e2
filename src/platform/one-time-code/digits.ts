import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#env.ts";

/** The six digits of a code: they follow from its id and a key, so that neither the database nor the queue holds them. */
export function digitsOf(codeId: string): string {
  const mac = createHmac("sha256", Buffer.from(env().TOKEN_KEY, "hex"))
    .update(`one-time-code\n${codeId}`)
    .digest();
  return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** Compares in constant time. */
export function areDigitsOf(codeId: string, typed: string): boolean {
  const given = Buffer.from(typed.padEnd(6).slice(0, 6));
  return typed.length === 6 && timingSafeEqual(Buffer.from(digitsOf(codeId)), given);
}
