import type { Locale } from "#i18n/messages.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { kindOf, monthOf, neighbour, type Period, periodOf } from "../policy/statement.ts";
import type { LineEdge, Statement, StatementKind, StatementLine, StatementSum } from "../types/statement.ts";
import type { OwnPartner } from "../types.ts";

const ACCOUNT_OF = { provider: "provider_payable", platform: "platform_commission" } as const;
/** Lines that are read, and kept in memory, at once. */
const LINES_AT_ONCE = 2_000;

/** One partner's account over a month, added up by the database over the account's own entries. */
export async function findStatement(partner: OwnPartner, period: Period, now: Date): Promise<Statement> {
  const accountId = await findAccountId(partner);
  const [opening, groups] = accountId
    ? await Promise.all([sumBefore(accountId, period.from), sumsOf(accountId, period)])
    : [0n, []];
  const sums = { sale: nothing, refund: nothing, settled: nothing, other: nothing };
  let forfeited = { count: 0, amount: 0n };
  for (const group of groups) {
    const kind = kindOf(group.kind, group.sign < 0 ? -1n : 1n);
    sums[kind] = plus(sums[kind], signed(partner, kind, group));
    if (kind === "sale" && group.forfeited)
      forfeited = { count: forfeited.count + group.count, amount: forfeited.amount + group.amount };
  }
  const moved = Object.values(sums).reduce((sum, { amount }) => sum + amount, 0n);
  return { ...period, isOver: period.until <= now, opening, sums, forfeited, closing: opening + moved };
}

const nothing: StatementSum = { count: 0, price: 0n, commission: 0n, amount: 0n };

function plus(one: StatementSum, other: StatementSum): StatementSum {
  return {
    count: one.count + other.count,
    price: one.price + other.price,
    commission: one.commission + other.commission,
    amount: one.amount + other.amount,
  };
}

type Group = {
  readonly kind: string;
  readonly sign: number;
  readonly forfeited: boolean;
  readonly count: number;
  readonly price: bigint;
  readonly amount: bigint;
};

/** Prices stand without a sign in the purchase; what the ledger moved is what counts, and the rest is commission. */
function signed(
  { kind: who }: OwnPartner,
  kind: StatementKind,
  { count, price, amount }: Group,
): StatementSum {
  if (kind !== "sale" && kind !== "refund") return { ...nothing, count, amount };
  const gross = kind === "refund" ? -price : price;
  return { count, price: gross, commission: who === "provider" ? gross - amount : amount, amount };
}

async function findAccountId({ kind, slug }: OwnPartner): Promise<string | null> {
  const account = await database().ledgerAccount.findUnique({
    where: { kind_owner: { kind: ACCOUNT_OF[kind], owner: slug } },
    select: { id: true },
  });
  return account?.id ?? null;
}

/** From the sums of days, and what waits for its seal besides. `from` is the first moment of a day in WIB. */
async function sumBefore(accountId: string, from: Date): Promise<bigint> {
  const [row] = await database().$queryRaw<{ readonly amount: bigint }[]>`
    SELECT coalesce(sum(amount), 0)::bigint AS amount FROM (
      SELECT amount FROM ledger_account_day WHERE account_id = ${accountId}::uuid AND day < ${dayInWib(from)}::date
      UNION ALL
      SELECT e.amount FROM ledger_unsealed u JOIN ledger_entry e ON e.transfer_id = u.transfer_id
      WHERE e.account_id = ${accountId}::uuid AND e.occurred_at < ${from}
    ) moved`;
  return row?.amount ?? 0n;
}

function sumsOf(accountId: string, { from, until }: Period): Promise<Group[]> {
  return database().$queryRaw<Group[]>`
    SELECT t.kind, sign(e.amount)::int AS sign, coalesce(p.status = 'forfeited', false) AS forfeited, count(*)::int AS count,
      coalesce(sum(p.price), 0)::bigint AS price, sum(e.amount)::bigint AS amount
    FROM ledger_entry e JOIN ledger_transfer t ON t.id = e.transfer_id
    LEFT JOIN purchase p ON p.id = CASE WHEN t.kind IN ('purchase', 'purchase-cancel') THEN split_part(t.key, ':', 2)::uuid END
    WHERE e.account_id = ${accountId}::uuid AND e.occurred_at >= ${from} AND e.occurred_at < ${until}
    GROUP BY 1, 2, 3`;
}

type Row = Omit<StatementLine, "kind" | "commission"> & { readonly kind: string };

/** The movements of a month, the oldest first, from one on; so many at once. */
export async function findLines(
  partner: OwnPartner,
  period: Period,
  locale: Locale,
  { after, size }: { readonly after?: LineEdge | undefined; readonly size: number },
): Promise<readonly StatementLine[]> {
  const accountId = await findAccountId(partner);
  if (!accountId) return [];
  const edge = after ?? { occurredAt: period.from, transferId: "00000000-0000-0000-0000-000000000000" };
  const rows = await database().$queryRaw<Row[]>`
    SELECT e.transfer_id AS "transferId", e.occurred_at AS "occurredAt", t.kind, e.amount, p.price,
      p.invoice_code AS "invoiceCode", p.transaction_code AS "transactionCode",
      CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle",
      coalesce(p.status = 'forfeited', false) AS "isForfeited"
    FROM (
      SELECT transfer_id, occurred_at, amount FROM ledger_entry
      WHERE account_id = ${accountId}::uuid AND occurred_at >= ${edge.occurredAt} AND occurred_at < ${period.until}
        AND (occurred_at, transfer_id) > (${edge.occurredAt}, ${edge.transferId}::uuid)
      ORDER BY occurred_at, transfer_id LIMIT ${size}
    ) e
    JOIN ledger_transfer t ON t.id = e.transfer_id
    LEFT JOIN purchase p ON p.id = CASE WHEN t.kind IN ('purchase', 'purchase-cancel') THEN split_part(t.key, ':', 2)::uuid END
    LEFT JOIN course c ON c.id = p.course_id
    ORDER BY e.occurred_at, e.transfer_id`;
  return rows.map((row) => lineOf(partner, row));
}

function lineOf({ kind: who }: OwnPartner, row: Row): StatementLine {
  const kind = kindOf(row.kind, row.amount);
  const gross = row.price !== null && kind === "refund" ? -row.price : row.price;
  const commission = gross === null ? null : who === "provider" ? gross - row.amount : row.amount;
  return { ...row, kind, price: gross, commission, isForfeited: row.isForfeited && kind === "sale" };
}

/** All movements of a month in stretches, read on as they are taken. */
export async function* everyLine(
  partner: OwnPartner,
  period: Period,
  locale: Locale,
): AsyncGenerator<readonly StatementLine[]> {
  for (let after: LineEdge | undefined; ; ) {
    const lines = await findLines(partner, period, locale, { after, size: LINES_AT_ONCE });
    if (lines.length > 0) yield lines;
    after = lines.length === LINES_AT_ONCE ? lines.at(-1) : undefined;
    if (!after) return;
  }
}

/** The month that is asked for (this one, where none is), with those beside it; null when there is no such month, or it is still to come. */
export function periodFor(
  month: string | undefined,
  now: Date,
): { readonly period: Period; readonly previous: string; readonly next: string | null } | null {
  const current = monthOf(now);
  const period = periodOf(month ?? current);
  if (!period || period.month > current) return null;
  return {
    period,
    previous: neighbour(period.month, -1),
    next: period.month < current ? neighbour(period.month, 1) : null,
  };
}
