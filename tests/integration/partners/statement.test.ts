import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type StaffActor, system } from "#authorization/actor.ts";
import { findReconciliations } from "#features/accounting/queries/reconciliation.ts";
import { sealJournalDue } from "#features/accounting/use-cases/seal-journal.ts";
import { statementPdf } from "#features/partners/components/statement-pdf.ts";
import { ownPartner } from "#features/partners/queries/own-partner.ts";
import { findLines, findStatement, periodFor } from "#features/partners/queries/statement.ts";
import { statementCsv } from "#features/partners/queries/statement-csv.ts";
import { findStatementPaper } from "#features/partners/queries/statement-paper.ts";
import type { OwnPartner } from "#features/partners/types.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { balanceOf } from "#ledger/balances.ts";
import { post } from "#ledger/post.ts";
import { sealNext } from "#ledger/seal.ts";
import type { Line } from "#ledger/types.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { recipients } from "../../support/people.ts";

const october = new Date("2026-10-31T16:59:59.999Z");
const november = new Date("2026-10-31T17:00:00Z");
const later = new Date("2026-11-12T03:00:00Z");
const december = new Date("2026-11-30T17:00:00Z");
const now = new Date("2026-12-10T03:00:00Z");
const COURSE = "menulis-cv-dan-wawancara";

const staff = (kind: "provider" | "platform", slug: string): StaffActor => ({
  role: kind,
  accountId: randomUUID() as AccountId,
  providerSlug: kind === "provider" ? slug : null,
  platformSlug: kind === "platform" ? slug : null,
});
function partnerOf(kind: "provider" | "platform", slug: string): OwnPartner {
  const partner = ownPartner(staff(kind, slug));
  if (!partner) throw new Error("nobody");
  return partner;
}
function periodOf(month: string) {
  const asked = periodFor(month, now);
  if (!asked) throw new Error("no such month");
  return asked.period;
}

async function move(key: string, kind: string, at: Date, lines: Line[]): Promise<void> {
  const moved = await inOneTransaction(system, (work) => post(work, { key, kind, lines }), { now: at });
  expect(moved).toMatchObject({ ok: true });
}

type Bought = Awaited<ReturnType<typeof insertPurchase>>;

function shares({ price, commission, providerSlug, platformSlug }: Bought, way: 1n | -1n): Line[] {
  return [
    { account: { kind: "state_budget", owner: "" }, amount: -price * way },
    { account: { kind: "provider_payable", owner: providerSlug }, amount: (price - commission) * way },
    { account: { kind: "platform_commission", owner: platformSlug }, amount: commission * way },
  ];
}

async function buy(person: ParticipantId | undefined, at: Date, slug = COURSE): Promise<Bought> {
  if (!person) throw new Error("nobody to buy");
  const bought = await insertPurchase(person, slug, at, "bought");
  await move(`purchase:${bought.purchaseId}`, "purchase", at, shares(bought, 1n));
  return bought;
}

let provider: OwnPartner;
let platform: OwnPartner;
let price = 0n;
let commission = 0n;
const SETTLED = 100_000n;

beforeAll(async () => {
  const people = await recipients(new Date("2026-09-01T03:00:00Z"), 7, 811);
  const first = await buy(people[0], october);
  ({ price, commission } = first);
  provider = partnerOf("provider", first.providerSlug);
  platform = partnerOf("platform", first.platformSlug);
  await buy(people[1], november);
  const cancelled = await buy(people[2], later);
  const lost = await buy(people[3], later);
  await move(`purchase-cancel:${cancelled.purchaseId}`, "purchase-cancel", later, shares(cancelled, -1n));
  await database().purchase.update({ where: { id: lost.purchaseId }, data: { status: "forfeited" } });
  await move("settlement:uji:1", "settlement", later, [
    { account: { kind: "provider_payable", owner: first.providerSlug }, amount: -SETTLED },
    { account: { kind: "settled", owner: first.providerSlug }, amount: SETTLED },
  ]);
  await buy(people[4], december);
  await buy(people[5], later, "teknisi-ac-dasar");
});

describe("a provider's month", () => {
  test("begins and ends at midnight in WIB, and says what was sold, went back, was settled and forfeited", async () => {
    const net = price - commission;
    const statement = await findStatement(provider, periodOf("2026-11"), now);
    expect(commission).toBeGreaterThan(0n);
    expect(statement).toMatchObject({
      opening: net,
      isOver: true,
      sums: {
        sale: { count: 3, price: 3n * price, commission: 3n * commission, amount: 3n * net },
        refund: { count: 1, price: -price, commission: -commission, amount: -net },
        settled: { count: 1, amount: -SETTLED },
        other: { count: 0, amount: 0n },
      },
      forfeited: { count: 1, amount: net },
      closing: 3n * net - SETTLED,
    });
  });

  test("the months follow each other, and the last one ends at what the ledger says, to the rupiah", async () => {
    for (const who of [provider, platform]) {
      const months = await Promise.all(
        ["2026-09", "2026-10", "2026-11", "2026-12"].map((month) => findStatement(who, periodOf(month), now)),
      );
      expect(months.slice(1).map(({ opening }) => opening)).toEqual(
        months.slice(0, -1).map(({ closing }) => closing),
      );
      const kind = who.kind === "provider" ? "provider_payable" : "platform_commission";
      expect(months.at(-1)?.closing).toBe(await balanceOf({ kind, owner: who.slug }));
      expect(months.at(-1)?.isOver).toBe(false);
    }
  });

  test("begins with the same sum, whether the books before it are sealed, half sealed or not yet", async () => {
    const openings = () =>
      Promise.all(
        [provider, platform].flatMap((who) =>
          ["2026-10", "2026-11", "2026-12"].map(
            async (month) => (await findStatement(who, periodOf(month), now)).opening,
          ),
        ),
      );
    const unsealed = await openings();
    await inOneTransaction(system, async (work) => ok(await sealNext(work, 5)), { now });
    expect(await openings()).toEqual(unsealed);
    await sealJournalDue(now);
    expect(await database().ledgerUnsealed.count()).toBe(0);
    expect(await openings()).toEqual(unsealed);
    expect((await findReconciliations()).find(({ name }) => name === "day-sums")).toMatchObject({
      ledger: 0n,
      other: 0n,
    });
  });

  test("its movements, read three at a time, add up to its sums, and each stands once", async () => {
    for (const who of [provider, platform]) {
      const statement = await findStatement(who, periodOf("2026-11"), now);
      const all = [];
      for (let after: { occurredAt: Date; transferId: string } | undefined; ; ) {
        const page = await findLines(who, periodOf("2026-11"), "id", { after, size: 3 });
        all.push(...page);
        after = page.at(-1);
        if (page.length < 3) break;
      }
      expect(new Set(all.map(({ transferId }) => transferId)).size).toBe(all.length);
      expect(all.reduce((sum, { amount }) => sum + amount, statement.opening)).toBe(statement.closing);
      for (const kind of ["sale", "refund"] as const) {
        const those = all.filter((line) => line.kind === kind);
        expect(those.length).toBe(statement.sums[kind].count);
        expect(those.reduce((sum, line) => sum + (line.price ?? 0n), 0n)).toBe(statement.sums[kind].price);
        expect(those.reduce((sum, line) => sum + (line.commission ?? 0n), 0n)).toBe(
          statement.sums[kind].commission,
        );
      }
    }
  });

  test("as a CSV it has a line for each movement, whose last money column adds up as well", async () => {
    const { opening, closing } = await findStatement(provider, periodOf("2026-11"), now);
    let text = "";
    for await (const piece of statementCsv(provider, periodOf("2026-11"), "id")) text += piece;
    const [header, ...rows] = text.replace("\uFEFF", "").trim().split("\r\n");
    expect(header).toContain("Jumlah di buku besar");
    expect(rows).toHaveLength(5);
    const amounts = rows.map((row) => BigInt(row.split(";")[7] ?? ""));
    expect(amounts.reduce((sum, amount) => sum + amount, opening)).toBe(closing);
    expect(rows.filter((row) => row.endsWith("Hangus"))).toHaveLength(1);
  });

  test("as a paper it is a PDF of the same movements", async () => {
    const paper = await findStatementPaper(provider, periodOf("2026-11"), now);
    if (!paper) throw new Error("no paper");
    expect(paper).toMatchObject({ hasMore: false, madeAt: now });
    expect(paper.lines).toHaveLength(5);
    const bytes = await statementPdf(paper);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(bytes.byteLength).toBeGreaterThan(1_500);
  });
});

test("a platform's month says its commission, and nothing of what the provider was paid", async () => {
  const other = await database().course.findUniqueOrThrow({ where: { slug: "teknisi-ac-dasar" } });
  const isSame = other.platformSlug === platform.slug;
  const statement = await findStatement(platform, periodOf("2026-11"), now);
  expect(statement.sums.settled.count).toBe(0);
  expect(statement.sums.sale.count).toBe(isSame ? 4 : 3);
  expect(statement.sums.sale.amount).toBe(statement.sums.sale.commission);
  expect(statement.sums.refund.amount).toBe(-commission);
});

test("another's slug sees nothing of it, nor does a platform that is called like the provider", async () => {
  const empty = { opening: 0n, closing: 0n };
  expect(await findStatement(partnerOf("platform", provider.slug), periodOf("2026-11"), now)).toMatchObject(
    empty,
  );
  expect(
    await findLines(partnerOf("provider", platform.slug), periodOf("2026-11"), "id", { size: 9 }),
  ).toEqual([]);
  expect(await findStatement(partnerOf("provider", "tidak-ada"), periodOf("2026-11"), now)).toMatchObject(
    empty,
  );
});

test("a month that is to come, or that there is not, has no statement", () => {
  expect(periodFor("2027-01", now)).toBeNull();
  expect(periodFor("2026-13", now)).toBeNull();
  expect(periodFor("lalu", now)).toBeNull();
  expect(periodFor(undefined, now)).toMatchObject({ previous: "2026-11", next: null });
  expect(periodFor("2026-01", now)).toMatchObject({ previous: "2025-12", next: "2026-02" });
});
