import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { database, type Sql, sql, type Transaction } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Intent, IntentId, PurchaseId, Seller } from "../types.ts";

/** How a waiting purchase is named: its buyer's own by id, a platform's by the token that the platform holds. */
export type IntentKey =
  | { readonly id: string; readonly participantId: ParticipantId }
  | { readonly paymentToken: string; readonly clientCode: string };

export type IntentRow = {
  readonly intent_id: IntentId;
  readonly participant_id: ParticipantId;
  readonly course_slug: string;
  readonly schedule_code: string;
  readonly amount: bigint;
  readonly expires_at: Date;
  readonly is_newest: boolean;
  readonly purchase_id: PurchaseId | null;
  readonly channel: Seller["channel"];
  readonly client_code: string | null;
};

/** Of `asked`, a purchase_intent, with its `course` and `schedule`. */
export const intentColumns = sql`
  asked.id AS intent_id, asked.participant_id, course.slug AS course_slug, schedule.code AS schedule_code, asked.amount,
  asked.expires_at, asked.purchase_id, asked.channel::text AS channel, asked.client_code,
  NOT EXISTS (SELECT FROM purchase_intent later WHERE later.participant_id = asked.participant_id
    AND (later.created_at, later.id) > (asked.created_at, asked.id)) AS is_newest`;

/** Which purchase_intent a key names; false of all when it cannot name any. */
function isNamedBy(key: IntentKey): Sql {
  if (!("id" in key)) {
    return sql`token_index = ${blindIndex("payment-token", key.paymentToken)} AND client_code = ${key.clientCode}`;
  }
  if (!isUuid(key.id)) return sql`false`;
  return sql`id = ${key.id}::uuid AND participant_id = ${key.participantId}::uuid AND channel = 'portal'`;
}

/**
 * Finds a waiting purchase and locks its buyer's card and membership until this transaction ends, in one statement: of one
 * person one purchase at a time goes on. What it waited for changed the facts, so they are read after it.
 */
export async function holdIntent(tx: Transaction, key: IntentKey): Promise<IntentId | null> {
  const [row] = await tx.$queryRaw<{ readonly id: IntentId }[]>`
    SELECT asked.id, (SELECT count(*) FROM (
      SELECT 1 FROM membership WHERE participant_id = asked.participant_id FOR SHARE) held) AS held
    FROM (SELECT id, participant_id FROM purchase_intent WHERE ${isNamedBy(key)}) asked
    JOIN recipient_card card ON card.participant_id = asked.participant_id FOR UPDATE OF card`;
  return row?.id ?? null;
}

/** A purchase that waits for its code; null when there is none that this key may name. */
export async function findIntent(key: IntentKey, db: Transaction = database()): Promise<Intent | null> {
  const [row] = await db.$queryRaw<IntentRow[]>`
    WITH asked AS (SELECT * FROM purchase_intent WHERE ${isNamedBy(key)})
    SELECT ${intentColumns} FROM asked JOIN course ON course.id = asked.course_id
    JOIN course_schedule schedule ON schedule.id = asked.schedule_id`;
  return row ? intentFrom(row) : null;
}

export function intentFrom(row: IntentRow): Intent {
  return {
    id: row.intent_id,
    participantId: row.participant_id,
    courseSlug: row.course_slug,
    scheduleCode: row.schedule_code,
    amount: row.amount,
    expiresAt: row.expires_at,
    isNewest: row.is_newest,
    purchaseId: row.purchase_id,
    seller: { channel: row.channel, clientCode: row.client_code },
  };
}
