import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { signedMessages } from "../policy/signed-forms.ts";
import type { Signing, StrongSigning } from "../types/signature.ts";

/**
 * Whether a call was signed with one of these keys (two while a key is being changed). HMAC-SHA1 over client code, timestamp,
 * "POST", path, the Authorization value where there is one, and the body in any of the forms that clients are known to sign.
 */
export function verifySignature(keys: readonly string[], signature: string, signing: Signing): boolean {
  const given = digestOf(signature, 20);
  if (!given) return false;
  const { clientCode, timestamp, path, authorization, body } = signing;
  const head = `${clientCode}${timestamp}POST${path}`;
  const messages = signedMessages({ head, authorization, body: body.toString("utf8") });
  return keys.some((key) => messages.some((message) => isMacOf("sha1", key, message, given)));
}

/**
 * The stronger scheme: HMAC-SHA256 over these lines, joined by "\n": "v2", client code, timestamp, nonce, "POST", path, the
 * Authorization value or nothing, and the SHA-256 of the very bytes of the body, in hexadecimal.
 */
export function verifyStrongSignature(
  keys: readonly string[],
  signature: string,
  signing: StrongSigning,
): boolean {
  const given = digestOf(signature, 32);
  if (!given) return false;
  const { clientCode, timestamp, nonce, path, authorization, body } = signing;
  const bodyHash = createHash("sha256").update(body).digest("hex");
  const lines = ["v2", clientCode, timestamp, nonce, "POST", path, authorization ?? "", bodyHash];
  return keys.some((key) => isMacOf("sha256", key, lines.join("\n"), given));
}

/** The key counts as plain UTF-8 bytes. Compared in constant time. */
function isMacOf(hash: "sha1" | "sha256", key: string, message: string, given: Buffer): boolean {
  return timingSafeEqual(createHmac(hash, Buffer.from(key, "utf8")).update(message, "utf8").digest(), given);
}

/** The bytes of a hexadecimal digest of this length; null for anything else. */
function digestOf(text: string, bytes: number): Buffer | null {
  return text.length === bytes * 2 && /^[0-9a-f]*$/i.test(text) ? Buffer.from(text, "hex") : null;
}
