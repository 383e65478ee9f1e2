import type { ServerResponse } from "node:http";

const common = ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"];

const peoplePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  ...common,
].join("; ");

function staffPolicy(nonce: string, isDevelopment: boolean): string {
  const evaluation = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    ...common,
  ].join("; ");
}

/** The content policy of a page: none of the framework's scripts for people, a nonce for staff. */
export function contentPolicy(page: "people" | "staff", nonce: string, isDevelopment: boolean): string {
  return page === "people" ? peoplePolicy : staffPolicy(nonce, isDevelopment);
}

/** Headers of every response. */
export function setSecurityHeaders(response: ServerResponse, isSecure: boolean): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("permissions-policy", "camera=(self), microphone=(), geolocation=(), payment=()");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  if (isSecure) response.setHeader("strict-transport-security", "max-age=63072000; includeSubDomains");
}
