import { createHash } from "node:crypto";

// The journal's written form. Whoever has an export can check it with this file and nothing else of the portal.

/** One side of a transfer as the journal names it; amounts in whole rupiah, as text so that no reader rounds them. */
export type JournalLine = {
  readonly kind: string;
  readonly owner: string;
  readonly amount: string;
  /** The account's balance after it, where it keeps one. */
  readonly after: string | null;
};

/** A transfer with its lines, in the order in which they are numbered. */
export type JournalTransfer = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly wave: string | null;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  /** In hexadecimal. */
  readonly fingerprint: string;
  readonly lines: readonly JournalLine[];
};

/** A line of the export. Hashes in hexadecimal; a transfer that is gone from the books is null. */
export type JournalEntry = {
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
  readonly transfer: JournalTransfer | null;
};

/** What the first entry follows. */
export const JOURNAL_START = "00".repeat(32);

/** The canonical text: JSON of these fields in this order, without spaces, in UTF-8. */
export function canonicalTransfer(transfer: JournalTransfer): string {
  const { id, key, kind, wave, at, fingerprint, lines } = transfer;
  const sides = lines.map(({ kind: account, owner, amount, after }) => ({
    kind: account,
    owner,
    amount,
    after,
  }));
  return JSON.stringify({ id, key, kind, wave, at, fingerprint, lines: sides });
}

/** SHA-256 over the hash before (32 bytes) and the canonical text, in hexadecimal. */
export function journalHash(previous: string, transfer: JournalTransfer): string {
  return createHash("sha256")
    .update(Buffer.from(previous, "hex"))
    .update(canonicalTransfer(transfer), "utf8")
    .digest("hex");
}

/** A line of the export, without the line break. */
export function journalText({ number, previous, hash, transfer }: JournalEntry): string {
  const text = transfer === null ? "null" : canonicalTransfer(transfer);
  return `{"number":${number},"previous":"${previous}","hash":"${hash}","transfer":${text}}`;
}

/** The journal's end on a day in WIB, as it is signed. */
export type JournalHead = {
  /** "2026-11-24" */
  readonly day: string;
  readonly number: number;
  readonly hash: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly signedAt: string;
  readonly keyId: string;
};

/** The bytes that an Ed25519 signature of a head is over. */
export function headBytes({ day, number, hash, signedAt, keyId }: JournalHead): Buffer {
  return Buffer.from(JSON.stringify(["ledger-head", day, number, hash, signedAt, keyId]), "utf8");
}
