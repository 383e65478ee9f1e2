import { lettersBetween } from "#kernel/edit-distance.ts";

/** Where people in Indonesia have their e-mail, the commonest first. */
const COMMON = [
  "gmail.com",
  "yahoo.com",
  "yahoo.co.id",
  "ymail.com",
  "hotmail.com",
  "outlook.com",
  "outlook.co.id",
  "icloud.com",
  "rocketmail.com",
] as const;

/** Real ones that look like a slip of one of those. */
const ALSO_REAL = [
  "live.com",
  "hotmail.co.id",
  "hotmail.co.uk",
  "googlemail.com",
  "yahoo.co.uk",
  "yahoo.co.jp",
  "yahoo.com.sg",
  "yahoo.com.my",
  "yahoo.com.au",
];

/** Endings that do not exist and mean ".com". */
const BROKEN_COM = /\.(con|comm|cmo|ocm|vom|xom|cim|coom|comn)$/;

/**
 * The address that was probably meant, where the domain looks like a slip of one that many have; null when there is
 * nothing to ask. Only a question: what looks wrong may be right.
 */
export function suggestEmail(address: string): string | null {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if ([...COMMON, ...ALSO_REAL].includes(domain)) return null;
  const meant = COMMON.find((known) => looksLike(domain, known)) ?? repairedEnding(domain);
  return meant ? `${address.slice(0, at)}@${meant}` : null;
}

function looksLike(domain: string, known: string): boolean {
  const [name, ending] = parts(domain);
  const [knownName, knownEnding] = parts(known);
  // Only gmail.com ends in one way; the others have a domain in many countries.
  if (name === knownName && name === "gmail") return true;
  const slips = knownName.length < 6 ? 1 : 2;
  return lettersBetween(name, knownName) <= slips && lettersBetween(ending, knownEnding) <= 2;
}

function repairedEnding(domain: string): string | null {
  return BROKEN_COM.test(domain) ? domain.replace(BROKEN_COM, ".com") : null;
}

function parts(domain: string): readonly [string, string] {
  const dot = domain.indexOf(".");
  return dot < 0 ? [domain, ""] : [domain.slice(0, dot), domain.slice(dot + 1)];
}
