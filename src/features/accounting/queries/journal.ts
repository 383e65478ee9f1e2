import { findHeads, readJournal, type SignedHead } from "#ledger/journal/read.ts";
import { database } from "#platform/db/client.ts";
import { publicKeyPem } from "#platform/signing/signature.ts";
import type { JournalState } from "../types.ts";

const HEADS_PER_PAGE = 30;

/** The signed heads, latest first, by keyset over the days. */
export async function findHeadPage(
  before?: string,
): Promise<{ readonly rows: readonly SignedHead[]; readonly next: string | null }> {
  const rows = await findHeads({ before, size: HEADS_PER_PAGE + 1 });
  const shown = rows.slice(0, HEADS_PER_PAGE);
  return { rows: shown, next: rows.length > HEADS_PER_PAGE ? (shown.at(-1)?.day ?? null) : null };
}

export async function findHead(day: string): Promise<SignedHead | null> {
  const [head] = await findHeads({ before: dayAfter(day), size: 1 });
  return head?.day === day ? head : null;
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** All heads as the file that everybody may keep. */
export async function writeHeads(): Promise<string> {
  return `${JSON.stringify({ heads: await findHeads() }, null, 2)}\n`;
}

/** The public keys that heads were signed with, by key id, as PEM; the latest first. */
export async function findPublicKeys(): Promise<readonly { readonly keyId: string; readonly pem: string }[]> {
  const rows = await database().ledgerHead.findMany({
    distinct: ["keyId", "publicKey"],
    orderBy: { day: "desc" },
    select: { keyId: true, publicKey: true },
  });
  return rows.map(({ keyId, publicKey }) => ({ keyId, pem: publicKeyPem(publicKey) }));
}

/** The journal's length, and how many transfers wait for their number. */
export async function findJournalState(): Promise<JournalState> {
  const last = await database().ledgerSeal.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, hash: true, sealedAt: true },
  });
  const waiting = await database().ledgerUnsealed.count();
  return {
    number: Number(last?.number ?? 0),
    hash: last ? Buffer.from(last.hash).toString("hex") : null,
    sealedAt: last?.sealedAt ?? null,
    waiting,
  };
}

/** The whole sealed journal as JSON lines, in pieces. */
export function exportJournal(): AsyncIterable<string> {
  return readJournal();
}
