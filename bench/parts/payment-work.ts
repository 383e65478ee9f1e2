import { randomUUID } from "node:crypto";
import { payIncentivesDue } from "#features/incentives/use-cases/pay-incentives.ts";
import { closeDatabase, database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { payOut } from "#platform/gateways/bank/http.ts";
import { closeQueue } from "#platform/queue/queue.ts";

const due = new Date("2026-11-24T00:00:00Z");
const now = new Date("2026-11-24T03:00:00Z");

/** People with an active membership, a verified account and one payment that is due and stands in the books. */
export async function owePeople(count: number, round: number): Promise<void> {
  const cipher = encryptField("1234567855");
  const wave = randomUUID();
  await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`
        CREATE TEMP TABLE person ON COMMIT DROP AS
        SELECT gen_random_uuid() AS id, ${round}::int * 10000000 + n AS n FROM generate_series(1, ${count}::int) n`;
      await tx.$executeRaw`
        INSERT INTO wave (id, number, scheme_code, opens_at, closes_at, quota, status, created_at)
        VALUES (${wave}::uuid, ${round}, 'A', ${due}, ${now}, ${count}, 'scheduled', ${due})`;
      await tx.$executeRaw`
        INSERT INTO account (id, email, password_hash, role, display_name, created_at)
        SELECT id, n || '@contoh.test', 'x', 'participant', 'Simulasi', ${due} FROM person`;
      await tx.$executeRaw`
        INSERT INTO determination (participant_id, wave_id, family_card_index, family_place, decree_number, determined_at)
        SELECT id, ${wave}::uuid, decode(lpad(to_hex(n), 8, '0'), 'hex'), 1, 'SK', ${due} FROM person`;
      await tx.$executeRaw`
        INSERT INTO membership (participant_id, status, since) SELECT id, 'active', ${due} FROM person`;
      await tx.$executeRaw`
        INSERT INTO payout_account (participant_id, institution, number_cipher, number_index, number_tail, holder_name, status, created_at)
        SELECT id, 'bank-nusa', ${cipher}, decode(lpad(to_hex(n), 8, '0'), 'hex'), '7855', 'Simulasi', 'verified', ${due} FROM person`;
      await tx.$executeRaw`
        INSERT INTO incentive_payment (id, participant_id, kind, sequence, amount, scheduled_for, status, created_at)
        SELECT gen_random_uuid(), id, 'job_search', 1, 600000, ${due}, 'scheduled', ${due} FROM person`;
      await tx.$executeRaw`
        INSERT INTO ledger_account (id, kind, owner, keeps_balance, created_at)
        SELECT gen_random_uuid(), 'state_budget', '', false, ${due}
        WHERE NOT EXISTS (SELECT 1 FROM ledger_account WHERE kind = 'state_budget')`;
      await tx.$executeRaw`
        INSERT INTO ledger_account (id, kind, owner, keeps_balance, created_at)
        SELECT gen_random_uuid(), 'incentive_payable', id::text, true, ${due} FROM person`;
      await tx.$executeRaw`
        INSERT INTO ledger_transfer (id, key, fingerprint, kind, occurred_at)
        SELECT id, 'incentive:' || id, '', 'incentive', ${due} FROM person`;
      await tx.$executeRaw`
        INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
        SELECT p.id, 1, a.id, -600000, ${due} FROM person p, ledger_account a WHERE a.kind = 'state_budget'`;
      await tx.$executeRaw`
        INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
        SELECT p.id, 2, a.id, 600000, ${due} FROM person p
        JOIN ledger_account a ON a.kind = 'incentive_payable' AND a.owner = p.id::text`;
    },
    { timeout: 3_600_000 },
  );
  await database().$executeRawUnsafe("ANALYZE");
}

/** Pays until nothing is due. Throws unless exactly so many were paid. */
export async function payEverybody(count: number): Promise<void> {
  const before = await database().incentivePayment.count({ where: { status: "paid" } });
  while ((await payIncentivesDue(now)) > 0);
  const after = await database().incentivePayment.count({ where: { status: "paid" } });
  if (after - before !== count) throw new Error(`${after - before} of ${count} were paid`);
}

/** The same calls to the bank, and nothing else. */
export async function callBankAlone(count: number, lanes: number): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const outcome = await payOut({
        ...{ key: randomUUID(), institution: "bank-nusa", number: "1234567855" },
        ...{ amount: 600_000n, name: "Simulasi" },
      });
      if (outcome.outcome !== "paid") throw new Error(outcome.outcome);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

export async function closeAll(): Promise<void> {
  await closeQueue();
  await closeDatabase();
}
