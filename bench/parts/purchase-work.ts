import { authorizePurchase } from "#features/purchase/use-cases/authorize-purchase.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { closeDatabase, database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { closeQueue } from "#platform/queue/queue.ts";

const decreed = new Date("2026-11-20T03:00:00Z");
const now = new Date("2026-11-24T03:00:00Z");

export type Buyer = {
  readonly participantId: ParticipantId;
  readonly intentId: string;
  readonly codeId: string;
};

/** Recipients with a balance of Rp1.000.000 whose purchase waits for its code, spread over the self-paced courses. */
export async function prepareBuyers(count: number, round: number): Promise<readonly Buyer[]> {
  await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`
        CREATE TEMP TABLE shop ON COMMIT DROP AS
        SELECT c.id AS course, s.id AS schedule, c.price, row_number() OVER (ORDER BY c.id) - 1 AS place, count(*) OVER () AS places
        FROM course c JOIN course_schedule s ON s.course_id = c.id
        WHERE c.mode = 'self_paced' AND c.active AND c.price <= 1000000 AND s.cancelled_at IS NULL`;
      await tx.$executeRaw`UPDATE course_schedule SET seats = 100000000 WHERE id IN (SELECT schedule FROM shop)`;
      await tx.$executeRaw`
        CREATE TEMP TABLE person ON COMMIT DROP AS
        SELECT gen_random_uuid() AS id, gen_random_uuid() AS intent, gen_random_uuid() AS code,
          ${round}::int * 100000 + n AS n FROM generate_series(1, ${count}::int) n`;
      await tx.$executeRaw`
        INSERT INTO wave (id, number, scheme_code, opens_at, closes_at, quota, status, created_at)
        VALUES (gen_random_uuid(), ${round + 1}, 'A', ${decreed}, ${now}, ${count}, 'scheduled', ${decreed})`;
      await tx.$executeRaw`
        INSERT INTO account (id, email, password_hash, role, display_name, created_at)
        SELECT id, n || '@contoh.test', 'x', 'participant', 'Simulasi', ${decreed} FROM person`;
      await tx.$executeRaw`
        INSERT INTO registration (participant_id, step, birth_date, education, started_at, updated_at)
        SELECT id, 'submitted', '2000-05-17', 'bachelor', ${decreed}, ${decreed} FROM person`;
      await tx.$executeRaw`
        INSERT INTO determination (participant_id, wave_id, family_card_index, family_place, decree_number, determined_at)
        SELECT id, (SELECT w.id FROM wave w WHERE w.number = ${round + 1}), decode(lpad(to_hex(n), 8, '0'), 'hex'), 1, 'SK', ${decreed} FROM person`;
      await tx.$executeRaw`
        INSERT INTO membership (participant_id, status, since) SELECT id, 'active', ${decreed} FROM person`;
      await tx.$executeRaw`
        INSERT INTO recipient_card (participant_id, number_cipher, number_index, issued_at)
        SELECT id, '', decode(lpad(to_hex(n), 8, '0'), 'hex'), ${decreed} FROM person`;
      await giveBalances(tx);
      await tx.$executeRaw`
        INSERT INTO purchase_intent (id, participant_id, course_id, schedule_id, amount, channel, created_at, expires_at)
        SELECT p.intent, p.id, s.course, s.schedule, s.price, 'portal', ${now}, ${new Date(now.getTime() + 300_000)}
        FROM person p JOIN shop s ON s.place = p.n % s.places`;
      await tx.$executeRaw`
        INSERT INTO one_time_code (id, holder_id, purpose, channel, destination_cipher, destination_index, created_at, expires_at)
        SELECT code, id, 'purchase', 'email', ${await cipher()}, '', ${now}, ${new Date(now.getTime() + 300_000)} FROM person`;
      await tx.$executeRaw`CREATE TABLE IF NOT EXISTS bench_buyer (round int, id uuid, intent uuid, code uuid)`;
      await tx.$executeRaw`INSERT INTO bench_buyer SELECT ${round}::int, id, intent, code FROM person`;
    },
    { timeout: 600_000 },
  );
  await database().$executeRawUnsafe("ANALYZE");
  return database().$queryRaw<Buyer[]>`
    SELECT id AS "participantId", intent AS "intentId", code AS "codeId" FROM bench_buyer WHERE round = ${round}`;
}

async function cipher(): Promise<Uint8Array<ArrayBuffer>> {
  const { encryptField } = await import("#platform/db/field-encryption.ts");
  return encryptField("sari@contoh.test");
}

async function giveBalances(
  tx: Parameters<Parameters<ReturnType<typeof database>["$transaction"]>[0]>[0],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ledger_account (id, kind, owner, keeps_balance, created_at)
    SELECT gen_random_uuid(), 'state_budget', 'A', false, ${decreed}
    WHERE NOT EXISTS (SELECT 1 FROM ledger_account WHERE kind = 'state_budget')`;
  await tx.$executeRaw`
    INSERT INTO ledger_account (id, kind, owner, keeps_balance, created_at)
    SELECT gen_random_uuid(), 'training_balance', id::text, true, ${decreed} FROM person`;
  await tx.$executeRaw`
    INSERT INTO ledger_transfer (id, key, fingerprint, kind, occurred_at)
    SELECT id, 'training-balance:' || id, '', 'training-balance', ${decreed} FROM person`;
  await tx.$executeRaw`
    INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
    SELECT p.id, 1, a.id, -1000000, ${decreed} FROM person p, ledger_account a WHERE a.kind = 'state_budget'`;
  await tx.$executeRaw`
    INSERT INTO ledger_entry (transfer_id, line, account_id, amount, occurred_at)
    SELECT p.id, 2, a.id, 1000000, ${decreed} FROM person p
    JOIN ledger_account a ON a.kind = 'training_balance' AND a.owner = p.id::text`;
}

/** Everybody types their code, so many at once. Throws when a purchase is refused. */
export async function buyAll(buyers: readonly Buyer[], lanes: number): Promise<void> {
  const queue = [...buyers];
  const lane = async () => {
    for (let buyer = queue.pop(); buyer; buyer = queue.pop()) await buy(buyer);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function buy({ participantId, intentId, codeId }: Buyer): Promise<void> {
  const result = await inOneTransaction(
    { role: "participant", participantId },
    (work) =>
      authorizePurchase(work, {
        intent: { id: intentId, participantId },
        digits: digitsOf(codeId),
        invoiceCode: null,
        seller: { channel: "portal" },
      }),
    { now },
  );
  if (!result.ok) throw new Error(result.refusal.code);
}

export async function closeAll(): Promise<void> {
  await closeQueue();
  await closeDatabase();
}
