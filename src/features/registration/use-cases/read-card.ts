import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { readCardText } from "#platform/media/card-reading.ts";
import { readPrivateFile } from "#platform/storage/private-files.ts";
import { log } from "#platform/telemetry/log.ts";
import { compareCard } from "../policy/documents.ts";
import { findCardToRead, lockTypedOnCard, writeReading } from "../repository/documents.ts";
import type { DocumentKind } from "../types.ts";

type Card = { readonly id: string } | { readonly participantId: string };

/**
 * Reads a KTP photo that counts and was not read, and keeps how it agrees with what was typed; never the text. A photo
 * that cannot be read stays unread: reading is a hint and stops nobody.
 */
export async function readCard(which: Card): Promise<void> {
  const card = await inOneTransaction(system, async ({ tx }) => ok(await findCardToRead(tx, which)));
  if (!card.ok || !card.value) return;
  const { id, storageKey } = card.value;
  const text = await readCardText(await readPrivateFile(storageKey));
  if (text === null) return;
  await inOneTransaction(system, async ({ tx }) => {
    const typed = await lockTypedOnCard(tx, id);
    if (typed) await writeReading(tx, id, compareCard(text, typed));
    return ok();
  });
}

/** Cards that wait to be read in this process; more than these are left unread in a rush. */
const MOST_WAITING = 200;
let waiting = 0;

/** Has a new KTP photo read, without letting other reactions wait for the seconds that it takes. */
export async function readCardReaction(payload: {
  readonly documentId: string;
  readonly kind: DocumentKind;
}): Promise<void> {
  if (payload.kind === "id_card") readInItsTurn({ id: payload.documentId });
}

/** Of a registration that was sent: once more, when what was typed has changed since, or the rush was too great. */
export async function readCardAgainReaction(payload: { readonly participantId: string }): Promise<void> {
  readInItsTurn({ participantId: payload.participantId });
}

function readInItsTurn(which: Card): void {
  if (waiting >= MOST_WAITING) return;
  waiting += 1;
  readCard(which)
    .catch((error: unknown) => {
      log.warn({ error: error instanceof Error ? error.name : "fault" }, "a card was not read");
    })
    .finally(() => {
      waiting -= 1;
    });
}
