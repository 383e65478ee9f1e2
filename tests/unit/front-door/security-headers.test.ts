import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { contentPolicy, setSecurityHeaders } from "#front-door/security-headers.ts";

function headersOf(isSecure: boolean): Map<string, unknown> {
  const headers = new Map<string, unknown>();
  const response = { setHeader: (name: string, value: unknown) => headers.set(name, value) };
  setSecurityHeaders(response as unknown as ServerResponse, isSecure);
  return headers;
}

describe("every answer", () => {
  test.each([
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "strict-origin-when-cross-origin"],
    ["cross-origin-opener-policy", "same-origin"],
    ["permissions-policy", expect.stringContaining("geolocation=()")],
  ])("carries %s", (name, value) => {
    expect(headersOf(true).get(name)).toEqual(value);
  });

  test("holds browsers to https where the portal has it, and only there", () => {
    expect(headersOf(true).get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(headersOf(false).has("strict-transport-security")).toBe(false);
  });
});

describe.each(["people", "staff"] as const)("the content policy of %s", (page) => {
  const policy = contentPolicy(page, "abc", false);

  test("lets no written-in script or style run", () => {
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("unsafe-eval");
  });

  test.each(["frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'", "object-src 'none'"])(
    "says %s",
    (rule) => {
      expect(policy.split("; ")).toContain(rule);
    },
  );
});

test("people's pages take scripts from the portal's own files only, staff's also by their nonce", () => {
  expect(contentPolicy("people", "abc", false)).toContain("script-src 'self';");
  expect(contentPolicy("staff", "abc", false)).toContain("'nonce-abc'");
});
