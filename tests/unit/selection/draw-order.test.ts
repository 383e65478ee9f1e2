import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawOrder, selectedText } from "#features/selection/policy/draw-order.ts";
import type { Candidate, DrawLimits } from "#features/selection/types.ts";

const keyed = (seed: string) => (text: string) => createHmac("sha256", seed).update(text).digest();

const candidates = fc.uniqueArray(fc.uuid(), { maxLength: 60 }).chain((ids) =>
  fc.tuple(
    ...ids.map((participantId) =>
      fc.record({
        participantId: fc.constant(participantId),
        familyCard: fc.constantFrom("a", "b", "c", "d", "e", participantId),
        priority: fc.constantFrom(0, 1),
      }),
    ),
  ),
) as fc.Arbitrary<Candidate[]>;
const limits: fc.Arbitrary<DrawLimits> = fc.record({
  quota: fc.integer({ min: 1, max: 70 }),
  perFamilyCard: fc.constant(2),
  taken: fc
    .dictionary(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 2 }))
    .map((record) => new Map(Object.entries(record))),
});
const seed = fc.string({ minLength: 1 });

describe("the draw", () => {
  it("gives the same result for the same seed, whatever the order of the list", () => {
    fc.assert(
      fc.property(seed, candidates, limits, fc.infiniteStream(fc.nat()), (key, people, bounds, keys) => {
        const order = new Map(people.map((person) => [person, keys.next().value ?? 0]));
        const permuted = people.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
        expect(drawOrder(keyed(key), permuted, bounds)).toEqual(drawOrder(keyed(key), people, bounds));
      }),
    );
  });

  it("never gives a family card more than two places, those before this wave included", () => {
    fc.assert(
      fc.property(seed, candidates, limits, (key, people, bounds) => {
        const places = new Map(bounds.taken);
        for (const { familyCard, outcome } of drawOrder(keyed(key), people, bounds)) {
          if (outcome === "selected") places.set(familyCard, (places.get(familyCard) ?? 0) + 1);
        }
        expect(Math.max(0, ...places.values())).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("never gives more places than the quota, and leaves none free while somebody could have it", () => {
    fc.assert(
      fc.property(seed, candidates, limits, (key, people, bounds) => {
        const drawn = drawOrder(keyed(key), people, bounds);
        const selected = drawn.filter(({ outcome }) => outcome === "selected").length;
        expect(selected).toBeLessThanOrEqual(bounds.quota);
        if (drawn.some(({ outcome }) => outcome === "quota_full")) expect(selected).toBe(bounds.quota);
      }),
    );
  });

  it("lets priority groups go first", () => {
    fc.assert(
      fc.property(seed, candidates, limits, (key, people, bounds) => {
        const priorities = drawOrder(keyed(key), people, bounds).map(({ priority }) => priority);
        expect(priorities).toEqual(priorities.toSorted());
      }),
    );
  });

  it("draws everyone once, ranked from 1", () => {
    fc.assert(
      fc.property(seed, candidates, limits, (key, people, bounds) => {
        const drawn = drawOrder(keyed(key), people, bounds);
        expect(drawn.map(({ rank }) => rank)).toEqual(people.map((_, index) => index + 1));
        expect(drawn.map(({ participantId }) => participantId).toSorted()).toEqual(
          people.map(({ participantId }) => participantId).toSorted(),
        );
      }),
    );
  });

  it("is fair: of 200 people for 100 places, everyone is selected in about half of the draws", () => {
    const people = Array.from({ length: 200 }, (_, index) => ({
      participantId: `person ${index}`,
      familyCard: `card ${index}`,
      priority: 1,
    }));
    const wins = new Map<string, number>();
    for (let draw = 0; draw < 200; draw += 1) {
      const bounds = { quota: 100, perFamilyCard: 2, taken: new Map() };
      for (const { participantId, outcome } of drawOrder(keyed(`seed ${draw}`), people, bounds)) {
        if (outcome === "selected") wins.set(participantId, (wins.get(participantId) ?? 0) + 1);
      }
    }
    // 200 draws at one half: 100 expected, standard deviation 7; five of them on either side.
    for (const { participantId } of people) {
      expect(wins.get(participantId)).toBeGreaterThan(64);
      expect(wins.get(participantId)).toBeLessThan(136);
    }
  });

  it("depends on the seed", () => {
    const people = Array.from({ length: 20 }, (_, index) => ({
      participantId: `person ${index}`,
      familyCard: `card ${index}`,
      priority: 1,
    }));
    const bounds = { quota: 10, perFamilyCard: 2, taken: new Map() };
    expect(selectedText(drawOrder(keyed("one"), people, bounds))).not.toBe(
      selectedText(drawOrder(keyed("other"), people, bounds)),
    );
  });
});
