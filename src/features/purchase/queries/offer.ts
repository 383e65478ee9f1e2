import { findSchedules } from "#features/catalogue/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decidePurchase } from "../policy/purchase.ts";
import { datesOf } from "../policy/terms.ts";
import type { Offer } from "../types/offer.ts";
import type { PurchaseFacts } from "../types.ts";
import { findSaleFacts } from "./facts.ts";

/**
 * Whether this person may buy this course now, and what each schedule would lead to; or why not. Buying decides again,
 * with everything locked.
 */
export async function findOffer(participantId: ParticipantId, slug: string, now: Date): Promise<Offer> {
  const db = database();
  const [{ buyer, course, earlier }, underWay] = await Promise.all([
    findSaleFacts(db, participantId, { slug }, null),
    db.purchase.findFirst({
      where: { participantId, status: { in: ["bought", "redeemed"] } },
      select: { id: true },
    }),
  ]);
  const schedules = course ? await findSchedules(course.id, now) : [];
  // A course with several schedules is judged by the first one with a seat; each that is full says so itself.
  const best = schedules.find(({ seatsLeft }) => seatsLeft > 0) ?? schedules[0];
  const schedule = best ? { ...best, isCancelled: false } : null;
  const facts: PurchaseFacts = {
    ...{ buyer, earlier, shownPrice: null, seller: { channel: "portal" } },
    course: course && { ...course, schedule },
  };
  const decision = decidePurchase(facts, now);
  if (!decision.ok) return { kind: "refused", refusal: decision.refusal, underWay: underWay?.id ?? null };
  const { mode, price } = decision.value.course;
  const { balance, terms } = decision.value.buyer;
  return {
    kind: "buyable",
    balanceAfter: balance - price,
    choices: schedules.map(({ code, startsAt, endsAt, place, seatsLeft }) => ({
      ...{ code, startsAt, endsAt, place, seatsLeft },
      dates: datesOf(terms, mode, { startsAt, endsAt }, now),
    })),
  };
}
