import type { SignedParts } from "../types/signature.ts";
import { rewritten, withEscapes, withoutWhiteSpace, withSeparatorsEscaped } from "./json-text.ts";

/**
 * The path as both sides sign it: no host, no query, and leading slashes folded into one, because clients join a base
 * address that ends in a slash with a path that begins with one.
 */
export function signedPath(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").split(/[?#]/, 1)[0] ?? "";
  return path.replace(/^\/*/, "/");
}

/**
 * Every message that the sender may have signed, the likeliest first. Clients do not all send the bytes that they sign:
 * some sign compact JSON and let their HTTP library write it again, so that the body counts (1) as it came, (2) without
 * white space, (3) written anew, (4) the same with Go's escapes. Each with the Authorization value and without it.
 */
export function signedMessages({ head, authorization, body }: SignedParts): readonly string[] {
  const forms = bodyForms(body);
  const heads = authorization ? [head + authorization, head] : [head];
  return heads.flatMap((start) => forms.map((form) => start + form));
}

function bodyForms(body: string): readonly string[] {
  const text = withoutMark(body);
  const plain = rewritten(text);
  const escaped = withEscapes(plain);
  return [...new Set([body, withoutWhiteSpace(text), plain, escaped, withSeparatorsEscaped(escaped)])];
}

/** Some writers begin a body with a byte order mark, which is no part of the JSON. */
export function withoutMark(body: string): string {
  return body.replace(/^\uFEFF/, "");
}
