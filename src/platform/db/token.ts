import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#env.ts";

/**
 * A short signature over a purpose and its data. The same data always gives the same token, so a link can be made
 * again by the worker without the secret ever standing in the queue.
 */
export function signToken(purpose: string, ...parts: readonly string[]): string {
  return createHmac("sha256", Buffer.from(env().TOKEN_KEY, "hex"))
    .update([purpose, ...parts].join("\n"))
    .digest("base64url")
    .slice(0, 32);
}

/** Compares in constant time. */
export function isSignedToken(token: string, purpose: string, ...parts: readonly string[]): boolean {
  const expected = Buffer.from(signToken(purpose, ...parts));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
