import { describe, expect, it } from "vitest";
import {
  decideRetirement,
  decideReview,
  decideSubmission,
  decideWriting,
  itemsToRest,
} from "#features/selection-test/policy/bank.ts";
import type {
  ExposedItem,
  ItemContent,
  ItemState,
  ItemVersion,
} from "#features/selection-test/types/bank.ts";
import type { AccountId } from "#kernel/identifiers.ts";

const rini = "0190c000-0000-7000-8000-000000000001" as AccountId;
const budi = "0190c000-0000-7000-8000-000000000002" as AccountId;

const content: ItemContent = {
  kind: "numeracy",
  stem: "Harga 1 kg jeruk Rp16.000. Berapa harga 2 kg?",
  passage: null,
  options: ["Rp24.000", "Rp28.000", "Rp32.000", "Rp36.000"],
  answer: 2,
  explanation: "2 x Rp16.000 = Rp32.000.",
  difficulty: 1,
  pairCode: null,
  reversed: false,
  image: null,
  imageAlt: null,
  family: null,
};

const version = (changes: Partial<ItemVersion> = {}): ItemVersion => ({
  id: "NUM-900.1",
  code: "NUM-900",
  version: 1,
  state: "draft",
  authorId: rini,
  exposureLimit: null,
  content,
  ...changes,
});

const wrote = (what: ItemContent) => ({ code: "NUM-900", content: what });
const other = { ...content, stem: "Harga 1 kg salak Rp16.000. Berapa harga 2 kg?" };

describe("writing an item down", () => {
  it("begins with the first version", () => {
    expect(decideWriting(null, wrote(content), rini)).toEqual({
      ok: true,
      value: { as: "new-draft", id: "NUM-900.1", version: 1 },
    });
  });

  it.each<[ItemState, string, object]>([
    [
      "draft",
      "the author's own draft changes",
      { ok: true, value: { as: "same-draft", id: "NUM-900.1", version: 1 } },
    ],
    [
      "in_review",
      "what is in review waits for its decision",
      { ok: false, refusal: { code: "item-open-version" } },
    ],
    [
      "approved",
      "what is in use stays, a new version begins",
      { ok: true, value: { as: "new-draft", id: "NUM-900.2", version: 2 } },
    ],
    [
      "retired",
      "what is retired stays, a new version begins",
      { ok: true, value: { as: "new-draft", id: "NUM-900.2", version: 2 } },
    ],
  ])("over one that is %s: %s", (state, _what, expected) => {
    expect(decideWriting(version({ state }), wrote(other), rini)).toEqual(expected);
  });

  it("leaves somebody else's draft alone", () => {
    expect(decideWriting(version(), wrote(other), budi)).toEqual({
      ok: false,
      refusal: { code: "item-not-yours" },
    });
  });

  it.each<ItemState>(["draft", "in_review", "approved", "retired"])(
    "with the same words over one that is %s changes nothing, whoever writes",
    (state) => {
      expect(decideWriting(version({ state }), wrote({ ...content }), budi)).toEqual({
        ok: true,
        value: { as: "unchanged", id: "NUM-900.1", version: 1 },
      });
    },
  );

  it.each<[string, Partial<ItemContent>]>([
    ["the stem", { stem: "lain" }],
    ["one option", { options: ["Rp24.000", "Rp28.000", "Rp32.000", "Rp37.000"] }],
    ["the key", { answer: 1 }],
    ["the explanation", { explanation: null }],
    ["the family", { family: "harga" }],
    ["what the picture shows", { imageAlt: "Sebuah timbangan" }],
    ["the direction", { reversed: true }],
  ])("sees that %s is another", (_what, changes) => {
    const plan = decideWriting(version({ state: "approved" }), wrote({ ...content, ...changes }), rini);
    expect(plan).toEqual({ ok: true, value: { as: "new-draft", id: "NUM-900.2", version: 2 } });
  });

  it("never changes the kind under a code", () => {
    expect(decideWriting(version(), wrote({ ...other, kind: "ordering" }), rini)).toEqual({
      ok: false,
      refusal: { code: "item-kind-stays" },
    });
  });
});

describe("two persons", () => {
  it("the author hands the draft over, nobody else", () => {
    expect(decideSubmission(version(), rini).ok).toBe(true);
    expect(decideSubmission(version(), budi)).toEqual({ ok: false, refusal: { code: "item-not-yours" } });
    expect(decideSubmission(version({ state: "approved" }), rini)).toEqual({
      ok: false,
      refusal: { code: "item-not-draft" },
    });
    expect(decideSubmission(null, rini)).toEqual({ ok: false, refusal: { code: "item-unknown" } });
  });

  it("somebody else approves; the author may only take it back", () => {
    const waiting = version({ state: "in_review" });
    expect(decideReview(waiting, budi, "approve").ok).toBe(true);
    expect(decideReview(waiting, rini, "return").ok).toBe(true);
    expect(decideReview(waiting, rini, "approve")).toEqual({
      ok: false,
      refusal: { code: "item-own-approval" },
    });
  });

  it.each<ItemState>(["draft", "approved", "retired"])("what is %s is not reviewed", (state) => {
    expect(decideReview(version({ state }), budi, "approve")).toEqual({
      ok: false,
      refusal: { code: "item-not-in-review" },
    });
  });
});

describe("taking an item out of use", () => {
  const inUse = version({ state: "approved" });

  it("is done while twice what a test draws stays", () => {
    expect(decideRetirement(inUse, budi, 14).ok).toBe(true);
    expect(decideRetirement(inUse, budi, 13)).toEqual({ ok: false, refusal: { code: "item-last-of-kind" } });
  });

  it("gives a draft up by its author alone, however few there are", () => {
    expect(decideRetirement(version(), rini, 0).ok).toBe(true);
    expect(decideRetirement(version(), budi, 99)).toEqual({
      ok: false,
      refusal: { code: "item-not-yours" },
    });
  });

  it.each<ItemState>(["in_review", "retired"])("does not touch what is %s", (state) => {
    expect(decideRetirement(version({ state }), rini, 99)).toEqual({
      ok: false,
      refusal: { code: "item-not-in-use" },
    });
  });
});

describe("items that are shown too often rest", () => {
  const item = (id: string, changes: Partial<ExposedItem> = {}): ExposedItem => ({
    id,
    kind: "numeracy",
    difficulty: 1,
    family: id,
    limit: 30,
    shown: 0,
    ...changes,
  });
  const bank = (...shown: readonly number[]) =>
    shown.map((times, index) => item(`N${index}`, { shown: times }));

  it.each([
    [[31, 30, 10, 10], ["N0"], "beyond its share, not at it"],
    [[31, 40, 10, 10], ["N0", "N1"], "each of them"],
    [[31, 50, 40, 10], ["N1", "N2"], "the most shown first, at most half of them"],
  ])("of 100 tests: %j -> %j (%s)", (shown, resting) => {
    expect([...itemsToRest(bank(...shown), 100)].toSorted()).toEqual(resting);
  });

  it("not before fifty tests were drawn", () => {
    expect(itemsToRest(bank(49, 0, 0, 0), 49).size).toBe(0);
    expect(itemsToRest(bank(49, 0, 0, 0), 50).size).toBe(1);
  });

  it("not without a limit", () => {
    expect(itemsToRest([item("N0", { limit: null, shown: 100 }), item("N1")], 100).size).toBe(0);
  });

  it("look-alikes count as one: a family is awake while one of it is", () => {
    const family = [item("A", { family: "f", shown: 90 }), item("B", { family: "f", shown: 80 })];
    expect([...itemsToRest(family, 100)]).toEqual(["A"]);
  });

  it("every difficulty of a kind keeps half of its families", () => {
    const hard = [item("H1", { difficulty: 3, shown: 90 }), item("H2", { difficulty: 3, shown: 80 })];
    expect([...itemsToRest([...bank(0, 0, 0, 0), ...hard], 100)]).toEqual(["H1"]);
  });
});
