import { expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { findProviderOverview, findProviderPurchases } from "#features/partners/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { post } from "#ledger/post.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { recipients } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
const OURS = "balai-karya-sentana";
const THEIRS = "bengkel-belajar-obeng";

/** Bought and owed to the provider, as the purchase stage leaves it. */
async function buy(person: ParticipantId | undefined, slug: string, at: Date): Promise<string> {
  if (!person) throw new Error("nobody to buy");
  const { purchaseId, price, providerSlug } = await insertPurchase(person, slug, at, "bought");
  await inOneTransaction(
    system,
    (work) =>
      post(work, {
        key: `purchase:${purchaseId}`,
        kind: "purchase",
        lines: [
          { account: { kind: "state_budget", owner: "" }, amount: -price },
          { account: { kind: "provider_payable", owner: providerSlug }, amount: price },
        ],
      }),
    { now: at },
  );
  const row = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
  return row.redeemCode;
}

test("a provider sees its own courses, seats, money and latest redeem codes, and nothing of other providers", async () => {
  const [sari, budi, citra] = await recipients(now, 3, 801);
  const first = await buy(sari, "dasar-pembukuan-usaha-kecil", now);
  const second = await buy(budi, "menulis-cv-dan-wawancara", addSeconds(now, 60));
  const foreign = await buy(citra, "teknisi-ac-dasar", addSeconds(now, 120));

  const overview = await findProviderOverview(OURS, "id");
  expect(overview).toMatchObject({ city: "Kota Binjai", coursesOffered: 4, buyers: 2, payable: 600_000n });
  expect(overview?.courses.find(({ slug }) => slug === "dasar-pembukuan-usaha-kecil")).toMatchObject({
    seats: 1200,
    seatsTaken: 1,
    isOffered: true,
  });
  expect((await findProviderPurchases(OURS, "id")).map(({ redeemCode }) => redeemCode)).toEqual([
    second,
    first,
  ]);
  expect((await findProviderPurchases(THEIRS, "id")).map(({ redeemCode }) => redeemCode)).toEqual([foreign]);
});

test("a provider's purchases say nothing of the person who bought", async () => {
  const [dewi] = await recipients(now, 1, 802);
  await buy(dewi, "keselamatan-kerja-dasar", addSeconds(now, 300));
  const [latest] = await findProviderPurchases("rumah-rawat-kenari", "en");
  expect(Object.keys(latest ?? {}).toSorted()).toEqual(
    ["courseTitle", "price", "purchasedAt", "redeemCode", "status"].toSorted(),
  );
  expect(latest?.status).toBe("bought");
  expect(latest?.purchasedAt).toEqual(addSeconds(now, 300));
});

test("a course that is no longer offered stays in the provider's list, and an unknown provider has none", async () => {
  const slug = "hidroponik-rumahan";
  await database().course.update({ where: { slug }, data: { active: false } });
  const overview = await findProviderOverview("sanggar-kreasi-lembayung", "id");
  expect(overview?.courses.find((course) => course.slug === slug)?.isOffered).toBe(false);
  expect(overview?.coursesOffered).toBe((overview?.courses.length ?? 0) - 1);
  expect(await findProviderOverview("tidak-ada", "id")).toBeNull();
  expect(await findProviderPurchases("tidak-ada", "id")).toEqual([]);
});
