import { database, type Transaction } from "#platform/db/client.ts";
import type { Redeemable } from "../types/redeemable.ts";

type Row = Omit<Redeemable, "isCalledOff"> & { readonly isCalledOff: boolean | null };

/** What a redeem code stands for, by one query; null when no purchase has it. Whoever changes something locks it first. */
export async function findRedeemable(
  redeemCode: string,
  tx: Transaction = database(),
): Promise<Redeemable | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.id::text AS "purchaseId", p.participant_id::text AS "participantId", p.course_id::text AS "courseId",
      p.redeem_code AS "redeemCode", c.code AS "courseCode", p.invoice_code AS "invoiceCode", s.code AS "scheduleCode",
      p.provider_slug AS "providerSlug", p.platform_slug AS "platformSlug", c.mode::text, p.status::text,
      p.redeem_from AS "redeemFrom", p.redeem_by AS "redeemBy", p.redeemed_at AS "redeemedAt",
      s.starts_at AS "startsAt", s.ends_at AS "endsAt", (s.cancelled_at IS NOT NULL OR p.cancel_cause = 'schedule') AS "isCalledOff",
      ARRAY(SELECT a.sequence::int FROM attendance a WHERE a.purchase_id = p.id ORDER BY a.sequence) AS present
    FROM purchase p JOIN course c ON c.id = p.course_id JOIN course_schedule s ON s.id = p.schedule_id
    WHERE p.redeem_code = ${redeemCode}`;
  return row ? { ...row, isCalledOff: row.isCalledOff === true } : null;
}

/** Whether this address was given for the same training bought by another person or at another time. */
export async function isEmailUsedBefore(
  { courseId, purchaseId }: Pick<Redeemable, "courseId" | "purchaseId">,
  emailIndex: Uint8Array,
  tx: Transaction,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM presence_request r JOIN purchase p ON p.id = r.purchase_id
    WHERE r.email_index = ${emailIndex} AND p.course_id = ${courseId}::uuid AND p.id <> ${purchaseId}::uuid LIMIT 1`;
  return rows.length > 0;
}
