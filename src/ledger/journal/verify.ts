import { createPublicKey, verify } from "node:crypto";
import { Chain, HeadWatch } from "./chain.ts";
import { canonicalTransfer, headBytes } from "./form.ts";
import { type Entry, entry, type Finding, type Head, heads } from "./reading.ts";

/** The published file of heads. Throws when it is none. */
export function parseHeads(text: string): readonly Head[] {
  return heads.parse(JSON.parse(text)).heads.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * Checks an export line by line with constant memory: each hash over the one before, numbers without gaps, lines that
 * sum to zero, and, with heads, that the journal still is what was signed. With `key`, the public key that the heads must
 * be signed with (PEM); without, each head's own. Knows neither database nor portal.
 */
export async function* verifyJournal(
  lines: AsyncIterable<string>,
  signed: readonly Head[] = [],
  key?: string,
): AsyncGenerator<Finding, { readonly entries: number; readonly hash: string }> {
  const good = signed.filter((head) => isSigned(head, key));
  for (const head of signed)
    if (!good.includes(head)) yield { problem: "bad-signature", number: head.number, day: head.day };
  const chain = new Chain();
  const watch = new HeadWatch(good);
  for await (const text of lines) {
    if (text === "") continue;
    const read = readEntry(text);
    if (!read) {
      yield { problem: "unreadable", number: chain.count + 1 };
      chain.skip();
      continue;
    }
    yield* chain.follow(read);
    yield* watch.pass(read);
  }
  yield* chain.end();
  yield* watch.end(chain.count);
  return { entries: chain.count, hash: chain.last };
}

function readEntry(text: string): Entry | null {
  try {
    return entry.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isSigned(head: Head, pem: string | undefined): boolean {
  const spki = Buffer.concat([
    Buffer.from("302a300506032b6570032100", "hex"),
    Buffer.from(head.publicKey, "hex"),
  ]);
  const key = createPublicKey(pem ?? { key: spki, type: "spki", format: "der" });
  return verify(null, headBytes(head), key, Buffer.from(head.signature, "hex"));
}

/**
 * Compares an export with one that somebody kept from earlier: the journal only grows, so every earlier entry must stand
 * in the later one as it was. Finds the first that does not, even when all hashes were worked out anew.
 */
export async function* compareJournals(
  lines: AsyncIterable<string>,
  earlier: AsyncIterable<string>,
): AsyncGenerator<Finding, void> {
  const later = lines[Symbol.asyncIterator]();
  for await (const text of earlier) {
    const kept = readEntry(text);
    if (!kept) continue;
    const { value, done } = await later.next();
    const now = done ? null : readEntry(value);
    if (now?.hash === kept.hash && isSame(now, kept)) continue;
    yield { problem: now ? "rewritten" : "cut", number: kept.number };
    return;
  }
}

const isSame = (a: Entry, b: Entry) =>
  a.transfer && b.transfer
    ? canonicalTransfer(a.transfer) === canonicalTransfer(b.transfer)
    : a.transfer === b.transfer;
