import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { digitsOfStep, secretOf, stepAt, stepOfDigits } from "#platform/web/authenticator.ts";
import { isFromOtherSite, isFromOwnPages } from "#platform/web/same-origin.ts";
import { cookieOptions, sessionCookie } from "#platform/web/session-cookie.ts";
import { browserOf } from "#platform/web/visiting-browser.ts";
import { portsFrom, settingsFor } from "../../../scripts/stack/settings.ts";

const folder = mkdtempSync(`${tmpdir()}/portal-unit-`);
Object.assign(process.env, settingsFor(folder, portsFrom(1), "postgres://nobody"), {
  APP_URL: "https://portal.test",
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a browser says what it is", () => {
  test.each([
    [
      "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
      "Chrome",
      "Android",
    ],
    [
      "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115 Mobile",
      "Samsung Internet",
      "Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1",
      "Safari",
      "iPhone",
    ],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge", "Windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox", "Linux"],
    ["curl/8.5.0", null, null],
  ])("%s", (agent, browser, system) => {
    expect(browserOf(agent, "36.80.12.7")).toEqual({ browser, system, network: "36.80.12.x" });
  });

  test.each([
    ["::ffff:36.80.12.7", "36.80.12.x"],
    ["2001:448a:2020:1::7", "2001:448a:2020:x"],
    ["::1", "1:x"],
    ["", "x"],
  ])("%s is of the network %s", (address, network) => {
    expect(browserOf("", address).network).toBe(network);
  });
});

describe("a request that changes something comes from the portal's own pages", () => {
  test.each([
    ["its own page", { "sec-fetch-site": "same-origin", origin: "https://portal.test" }, true],
    ["an older browser's own page", { origin: "https://portal.test" }, true],
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.test" }, false],
    [
      "another site that names the portal",
      { "sec-fetch-site": "cross-site", origin: "https://portal.test" },
      false,
    ],
    ["a sister site", { "sec-fetch-site": "same-site", origin: "https://portal.test" }, false],
    ["another site in an older browser", { origin: "https://evil.test" }, false],
    ["a sandboxed page", { "sec-fetch-site": "same-origin", origin: "null" }, false],
    ["nobody", {}, false],
  ] as const)("%s", (_, headers, isOwn) => {
    expect(isFromOwnPages(new Headers(headers))).toBe(isOwn);
  });
});

test.each([
  ["another site's form", { site: "cross-site", origin: "https://evil.test" }, true],
  ["another site's form that hides its name", { site: null, origin: "null" }, true],
  ["a sister site's form", { site: "same-site", origin: undefined }, true],
  ["the portal's own form", { site: "same-origin", origin: "https://portal.test" }, false],
  ["a partner's machine, which is no browser", { site: undefined, origin: undefined }, false],
] as const)("%s is stopped at the front door: %#", (_, said, isForeign) => {
  expect(isFromOtherSite(said)).toBe(isForeign);
});

test("the session's cookie is out of reach of scripts, other sites and plain http", () => {
  expect(sessionCookie()).toBe("__Host-sesi");
  expect(cookieOptions(60)).toEqual({ httpOnly: true, sameSite: "lax", secure: true, path: "/", maxAge: 60 });
});

describe("an authenticator app", () => {
  // The example of RFC 6238, appendix B, cut to six digits.
  const secret = secretOf(new TextEncoder().encode("12345678901234567890"));

  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("shows at second %i what the standard says", (second, digits) => {
    expect(digitsOfStep(secret, stepAt(new Date(second * 1000)))).toBe(digits);
  });

  test("may be half a minute off, either way, and no more", () => {
    const moment = new Date(1_111_111_109_000);
    const step = stepAt(moment);
    const taken = [-2, -1, 0, 1, 2].map((off) =>
      stepOfDigits(secret, digitsOfStep(secret, step + off), moment),
    );
    expect(taken).toEqual([null, step - 1, step, step + 1, null]);
  });
});
