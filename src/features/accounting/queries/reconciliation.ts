import { PARTNERS_ACCOUNTS } from "#ledger/types.ts";
import { database } from "#platform/db/client.ts";
import { type Reconciliation, type ReconciliationName, reconciliations } from "../types.ts";

/**
 * Each figure of the books beside the same figure worked out from elsewhere, in one look at the database. It reads
 * every entry, so it takes as long as the books are long.
 */
export async function findReconciliations(): Promise<readonly Reconciliation[]> {
  const rows = await database().$queryRaw<{ name: ReconciliationName; ledger: bigint; other: bigint }[]>`
    WITH moved AS (
      SELECT a.kind, t.kind AS event, t.wave_id, (t.occurred_at AT TIME ZONE 'Asia/Jakarta')::date AS day,
        s.transfer_id IS NOT NULL AS sealed, sum(e.amount)::bigint AS amount, count(*) AS entries
      FROM ledger_entry e
      JOIN ledger_account a ON a.id = e.account_id
      JOIN ledger_transfer t ON t.id = e.transfer_id
      LEFT JOIN ledger_seal s ON s.transfer_id = t.id
      GROUP BY 1, 2, 3, 4, 5
    ), promised AS (
      SELECT sum(d.people * ((w.parameters ->> 'trainingBalance')::bigint
        + (w.parameters ->> 'jobSearchIncentive')::bigint * (w.parameters ->> 'jobSearchPayments')::bigint
        + (w.parameters ->> 'surveyIncentive')::bigint * jsonb_array_length(w.parameters -> 'surveyDays'))) AS amount
      FROM decree d JOIN wave w ON w.id = d.wave_id
    )
    SELECT name, coalesce(ledger, 0)::bigint AS ledger, coalesce(other, 0)::bigint AS other FROM (VALUES
      ('zero', (SELECT sum(amount) FROM moved), 0),
      ('purchases',
        (SELECT -sum(amount) FROM moved WHERE kind = 'training_balance' AND event IN ('purchase', 'purchase-cancel')),
        (SELECT sum(price) FROM purchase WHERE status <> 'cancelled')),
      ('commission',
        (SELECT sum(amount) FROM moved WHERE kind = 'platform_commission' AND event IN ('purchase', 'purchase-cancel')),
        (SELECT sum(commission) FROM purchase WHERE status <> 'cancelled')),
      ('incentives-open',
        (SELECT sum(amount) FROM moved WHERE kind = 'incentive_payable'),
        (SELECT sum(amount) FROM incentive_payment WHERE status IN ('scheduled', 'processing', 'held'))),
      ('incentives-paid',
        (SELECT sum(amount) FROM moved WHERE kind = 'paid_out'),
        (SELECT sum(amount) FROM incentive_payment WHERE status = 'paid')),
      ('running-balances',
        (SELECT count(*) FROM ledger_account a WHERE a.keeps_balance
          AND a.balance <> coalesce((SELECT sum(amount) FROM ledger_entry WHERE account_id = a.id), 0)), 0),
      ('allotment', (SELECT -sum(amount) FROM moved WHERE kind = 'state_budget'), (SELECT sum(amount) FROM wave_budget)),
      ('commitment',
        (SELECT sum(amount) FROM moved WHERE kind = 'wave_committed' AND event = 'commitment'),
        (SELECT amount FROM promised)),
      ('day-sums',
        (SELECT count(*) FROM (
          SELECT day, kind, coalesce(wave_id, '00000000-0000-0000-0000-000000000000') AS wave_id,
            sum(amount) AS amount, sum(entries) AS entries
          FROM moved WHERE sealed GROUP BY 1, 2, 3) AS worked_out
          FULL JOIN ledger_day_sum s USING (day, kind, wave_id)
          WHERE (worked_out.amount, worked_out.entries) IS DISTINCT FROM (s.amount::numeric, s.entries::numeric)),
        -- None differs, neither by kind and wave nor by partner.
        -(SELECT count(*) FROM (
          SELECT e.account_id, (t.occurred_at AT TIME ZONE 'Asia/Jakarta')::date AS day, sum(e.amount) AS amount, count(*) AS entries
          FROM ledger_entry e JOIN ledger_seal USING (transfer_id) JOIN ledger_transfer t ON t.id = e.transfer_id
          JOIN ledger_account a ON a.id = e.account_id
          WHERE a.kind = ANY(${[...PARTNERS_ACCOUNTS]}::ledger_account_kind[]) GROUP BY 1, 2) AS worked_out
          FULL JOIN ledger_account_day s USING (account_id, day)
          WHERE (worked_out.amount, worked_out.entries) IS DISTINCT FROM (s.amount::numeric, s.entries::numeric))),
      ('seals', (SELECT count(*) FROM ledger_transfer),
        (SELECT count(*) FROM ledger_seal) + (SELECT count(*) FROM ledger_unsealed))
    ) AS checks (name, ledger, other)`;
  const found = new Map(rows.map((row) => [row.name, row]));
  return reconciliations.flatMap((name) => found.get(name) ?? []);
}

/** The same as CSV. */
export async function* writeReconciliations(): AsyncGenerator<string> {
  yield "pemeriksaan,buku_besar,pembanding,selisih\r\n";
  for (const { name, ledger, other } of await findReconciliations())
    yield `${name},${ledger},${other},${ledger - other}\r\n`;
}
