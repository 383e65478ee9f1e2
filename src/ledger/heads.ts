import { dayInWib } from "#kernel/calendar.ts";
import { takeTurn } from "#platform/db/turns.ts";
import type { Work } from "#platform/db/work.ts";
import { newestSigningKey, signWith } from "#platform/signing/signature.ts";
import { headBytes, type JournalHead } from "./journal/form.ts";
import { findEnd } from "./seal.ts";

/**
 * Signs the end of the journal as it stands at the beginning of a day in WIB, once a day; it covers every number up to
 * it. Says the day, or null when today's head stands already or nothing is sealed yet.
 */
export async function signHead(work: Work): Promise<string | null> {
  const day = dayInWib(work.now);
  const date = new Date(`${day}T00:00:00Z`);
  await takeTurn(work.tx, "ledger-seal");
  if (await work.tx.ledgerHead.findFirst({ where: { day: { gte: date } }, select: { day: true } }))
    return null;
  const end = await findEnd(work.tx);
  if (!end) return null;
  const head: JournalHead = {
    ...{ day, number: Number(end.number), hash: end.hash },
    ...{ signedAt: work.now.toISOString(), keyId: newestSigningKey() },
  };
  const { signature, publicKey } = signWith(head.keyId, headBytes(head));
  await work.tx.ledgerHead.create({
    data: {
      day: date,
      number: end.number,
      hash: Buffer.from(end.hash, "hex"),
      signedAt: work.now,
      keyId: head.keyId,
      publicKey: new Uint8Array(publicKey),
      signature: new Uint8Array(signature),
    },
  });
  return day;
}
