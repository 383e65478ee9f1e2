import { isIPv4 } from "node:net";
import { headers } from "next/headers";

/** What a browser says of itself, and roughly where it is. */
export type VisitingBrowser = {
  readonly browser: string | null;
  readonly system: string | null;
  /** The first part of the network address: a neighbourhood, not a house. */
  readonly network: string;
};

/** The browser of the present request. */
export async function visitingBrowser(): Promise<VisitingBrowser> {
  const sent = await headers();
  return browserOf(sent.get("user-agent") ?? "", sent.get("x-client-address") ?? "");
}

// The first that fits: each browser also names those it is built on.
const BROWSERS = [
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["UC Browser", /\bUCBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /(Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;
const SYSTEMS = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
] as const;

export function browserOf(userAgent: string, address: string): VisitingBrowser {
  return {
    browser: nameIn(BROWSERS, userAgent),
    system: nameIn(SYSTEMS, userAgent),
    network: networkOf(address),
  };
}

function nameIn(known: readonly (readonly [string, RegExp])[], userAgent: string): string | null {
  return known.find(([, mark]) => mark.test(userAgent))?.[0] ?? null;
}

/** 36.80.12.x, or the first three groups of an IPv6 address. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, "");
  if (isIPv4(plain)) return plain.replace(/\.\d+$/, ".x");
  const groups = plain.split(":").filter(Boolean).slice(0, 3);
  return groups.length > 0 ? `${groups.join(":")}:x` : "x";
}
