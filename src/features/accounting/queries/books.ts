import { addDays, startOfDay } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import {
  type AccountAtMoment,
  type AccountKind,
  accountKinds,
  type BooksQuestion,
  type TrialLine,
  type WaveFunds,
} from "../types.ts";

/**
 * The trial balance at the end of a day in WIB, by kind, scheme and wave. From the sums of days, and what waits for its
 * seal besides, so that it takes as long with a thousand entries as with a billion.
 */
export async function findTrialBalance(question: BooksQuestion): Promise<readonly TrialLine[]> {
  const { until, waveNumber, schemeCode } = question;
  return database().$queryRaw<TrialLine[]>`
    WITH moved AS (
      SELECT kind, wave_id, amount FROM ledger_day_sum WHERE day <= ${until}::date
      UNION ALL
      SELECT a.kind, coalesce(t.wave_id, '00000000-0000-0000-0000-000000000000'), e.amount
      FROM ledger_unsealed u
      JOIN ledger_transfer t ON t.id = u.transfer_id
      JOIN ledger_entry e ON e.transfer_id = t.id
      JOIN ledger_account a ON a.id = e.account_id
      WHERE t.occurred_at < ${startOfDay(addDays(until, 1))}
    )
    SELECT m.kind::text, w.scheme_code AS "schemeCode", w.number AS "waveNumber", sum(m.amount)::bigint AS amount
    FROM moved m LEFT JOIN wave w ON w.id = m.wave_id
    WHERE (${waveNumber}::int IS NULL OR w.number = ${waveNumber})
      AND (${schemeCode}::text IS NULL OR w.scheme_code = ${schemeCode})
    GROUP BY 1, 2, 3 HAVING sum(m.amount) <> 0 ORDER BY 3 DESC NULLS LAST, 1`;
}

/** The same by kind alone, in the order in which money goes through the accounts; and the sum of all, which is zero. */
export function sumByKind(lines: readonly TrialLine[]): {
  readonly lines: readonly { readonly kind: AccountKind; readonly amount: bigint }[];
  readonly total: bigint;
} {
  const sums = new Map<AccountKind, bigint>();
  for (const { kind, amount } of lines) sums.set(kind, (sums.get(kind) ?? 0n) + amount);
  const shown = accountKinds.flatMap((kind) => {
    const amount = sums.get(kind);
    return amount === undefined ? [] : [{ kind, amount }];
  });
  return { lines: shown, total: shown.reduce((sum, { amount }) => sum + amount, 0n) };
}

/** Where each wave's money is, latest wave first. */
export function sumByWave(lines: readonly TrialLine[]): readonly WaveFunds[] {
  const groups = Map.groupBy(lines, ({ waveNumber }) => waveNumber);
  return [...groups.values()].map((group) => {
    const of = (...kinds: readonly AccountKind[]) =>
      group.reduce((sum, { kind, amount }) => (kinds.includes(kind) ? sum + amount : sum), 0n);
    return {
      waveNumber: group[0]?.waveNumber ?? null,
      schemeCode: group[0]?.schemeCode ?? null,
      allotted: -of("state_budget"),
      free: of("wave_allotment"),
      promised: of("wave_committed"),
      withPeople: of("training_balance", "incentive_payable"),
      owedToPartners: of("provider_payable", "platform_commission", "settled"),
      paid: of("paid_out"),
      forfeited: of("forfeited"),
    };
  });
}

const MOVEMENTS = 20;

/** What an account held at a moment, and the last movements before it; null: there is no such account. */
export async function findAccountAt(
  kind: AccountKind,
  owner: string,
  moment: Date,
): Promise<AccountAtMoment | null> {
  const account = await database().ledgerAccount.findUnique({
    where: { kind_owner: { kind, owner } },
    select: { id: true },
  });
  if (!account) return null;
  const where = { accountId: account.id, occurredAt: { lte: moment } };
  const [sum, rows] = await Promise.all([
    database().ledgerEntry.aggregate({ where, _sum: { amount: true } }),
    database().ledgerEntry.findMany({
      where,
      orderBy: [{ occurredAt: "desc" }, { transferId: "desc" }],
      take: MOVEMENTS,
      select: { amount: true, occurredAt: true, transfer: { select: { id: true, key: true, kind: true } } },
    }),
  ]);
  return {
    balance: sum._sum.amount ?? 0n,
    movements: rows.map(({ transfer: { id, ...transfer }, ...row }) => ({
      ...row,
      ...transfer,
      transferId: id,
    })),
  };
}

/** Schemes and waves that the books can be read by; of the waves the latest ones. */
export async function findBookChoices(): Promise<{
  readonly schemes: readonly { readonly code: string; readonly name: string }[];
  readonly waves: readonly {
    readonly id: string;
    readonly number: number;
    readonly allotted: bigint | null;
  }[];
}> {
  const schemes = await database().scheme.findMany({
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
  const waves = await database().wave.findMany({
    where: { status: { not: "archived" } },
    orderBy: { number: "desc" },
    take: 50,
    select: { id: true, number: true },
  });
  const budgets = await database().waveBudget.findMany({
    where: { waveId: { in: waves.map(({ id }) => id) } },
    select: { waveId: true, amount: true },
  });
  const allotted = new Map(budgets.map(({ waveId, amount }) => [waveId, amount]));
  return { schemes, waves: waves.map((wave) => ({ ...wave, allotted: allotted.get(wave.id) ?? null })) };
}

/** The trial balance as CSV, line by line. */
export async function* writeTrialBalance(question: BooksQuestion): AsyncGenerator<string> {
  yield "sampai_hari,skema,gelombang,akun,rupiah\r\n";
  for (const { schemeCode, waveNumber, kind, amount } of await findTrialBalance(question))
    yield `${question.until},${schemeCode ?? ""},${waveNumber ?? ""},${kind},${amount}\r\n`;
}

const PAGE = 1_000;

/** Every movement of an account up to a moment as CSV, latest first, a page of rows at a time. */
export async function* writeMovements(
  kind: AccountKind,
  owner: string,
  moment: Date,
): AsyncGenerator<string> {
  yield "waktu,nomor_transfer,kunci,kejadian,rupiah\r\n";
  let edge: { readonly at: Date; readonly id: string } | null = null;
  for (;;) {
    const rows: MovementRow[] = await database().$queryRaw<MovementRow[]>`
      SELECT e.occurred_at AS at, t.id, t.key, t.kind, e.amount
      FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id JOIN ledger_transfer t ON t.id = e.transfer_id
      WHERE a.kind = ${kind}::ledger_account_kind AND a.owner = ${owner} AND e.occurred_at <= ${edge?.at ?? moment}
        AND (${edge?.id ?? null}::uuid IS NULL OR (e.occurred_at, t.id) < (${edge?.at ?? moment}, ${edge?.id ?? null}::uuid))
      ORDER BY e.occurred_at DESC, t.id DESC LIMIT ${PAGE}`;
    for (const row of rows)
      yield `${row.at.toISOString()},${row.id},${cell(row.key)},${cell(row.kind)},${row.amount}\r\n`;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    edge = last;
  }
}

type MovementRow = {
  readonly at: Date;
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly amount: bigint;
};

/** No text becomes a formula in a spreadsheet, and no comma a column. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
