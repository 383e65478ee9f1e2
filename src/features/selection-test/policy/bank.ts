import { ok, type Result, refuse } from "#kernel/result.ts";
import type { BankRefusal } from "../refusals/bank.ts";
import type { ExposedItem, ItemContent, ItemVersion, WrittenItem } from "../types/bank.ts";
import type { TestItemKind } from "../types.ts";

/** Twice what one test draws: with fewer items in use the draw would hardly choose any more. */
export const LEAST_IN_USE: Readonly<Record<TestItemKind, number>> = {
  numeracy: 14,
  ordering: 8,
  reading: 6,
  motivation: 8,
};

/** Tests within the counted days before a share of them means anything. */
export const LEAST_TESTS = 50;

type Plan = {
  readonly as: "new-draft" | "same-draft" | "unchanged";
  /** The version that says it afterwards. */
  readonly id: string;
  readonly version: number;
};

/**
 * What becomes of something that an author wrote under a code: the first version, a new one beside what stands, or the
 * author's own draft with other words. `latest` is the version with the highest number. Writing the same changes nothing.
 */
export function decideWriting(
  latest: ItemVersion | null,
  { code, content }: Pick<WrittenItem, "code" | "content">,
  authorId: string,
): Result<Plan, BankRefusal> {
  if (!latest) return ok({ as: "new-draft", id: `${code}.1`, version: 1 });
  const { id, version, state } = latest;
  if (latest.content.kind !== content.kind) return refuse({ code: "item-kind-stays" });
  if (isSame(latest.content, content)) return ok({ as: "unchanged", id, version });
  if (state === "in_review") return refuse({ code: "item-open-version" });
  if (state !== "draft") return ok({ as: "new-draft", id: `${code}.${version + 1}`, version: version + 1 });
  return latest.authorId === authorId
    ? ok({ as: "same-draft", id, version })
    : refuse({ code: "item-not-yours" });
}

/** A picture is one that the bank has, and comes with what it shows in words. */
export function decidePicture(
  { image, imageAlt }: Pick<ItemContent, "image" | "imageAlt">,
  kept: ReadonlySet<string>,
): Result<void, BankRefusal> {
  if (image !== null && !kept.has(image)) return refuse({ code: "item-picture-unknown" });
  return (image === null) === (imageAlt === null) ? ok() : refuse({ code: "item-picture-untold" });
}

/** Whether two contents ask the same; spoils nothing when the order of their keys differs. */
export function isSame(one: ItemContent, other: ItemContent): boolean {
  const told = (content: ItemContent) =>
    JSON.stringify([
      content.kind,
      content.stem,
      content.passage,
      content.options,
      content.answer,
      content.explanation,
      content.difficulty,
      content.pairCode,
      content.reversed,
      content.image,
      content.imageAlt,
      content.family,
    ]);
  return told(one) === told(other);
}

/** Only the author hands a draft over for review. */
export function decideSubmission(
  item: ItemVersion | null,
  actorId: string,
): Result<ItemVersion, BankRefusal> {
  if (!item) return refuse({ code: "item-unknown" });
  if (item.state !== "draft") return refuse({ code: "item-not-draft" });
  return item.authorId === actorId ? ok(item) : refuse({ code: "item-not-yours" });
}

/** Two persons: nobody approves what they wrote. Sending it back needs no second person. */
export function decideReview(
  item: ItemVersion | null,
  actorId: string,
  decision: "approve" | "return",
): Result<ItemVersion, BankRefusal> {
  if (!item) return refuse({ code: "item-unknown" });
  if (item.state !== "in_review") return refuse({ code: "item-not-in-review" });
  const isOwn = item.authorId === actorId;
  return isOwn && decision === "approve" ? refuse({ code: "item-own-approval" }) : ok(item);
}

/** An item in use is taken out while enough of its kind stay; a draft is given up by its author. */
export function decideRetirement(
  item: ItemVersion | null,
  actorId: string,
  othersInUse: number,
): Result<ItemVersion, BankRefusal> {
  if (!item) return refuse({ code: "item-unknown" });
  if (item.state === "draft")
    return item.authorId === actorId ? ok(item) : refuse({ code: "item-not-yours" });
  if (item.state !== "approved") return refuse({ code: "item-not-in-use" });
  const isEnough = othersInUse >= LEAST_IN_USE[item.content.kind];
  return isEnough ? ok(item) : refuse({ code: "item-last-of-kind" });
}

/**
 * Which approved items rest: those shown in more than their share of the tests, the most shown first, but never more
 * than half of the families of one kind and difficulty at once, so that a test can always be drawn.
 */
export function itemsToRest(items: readonly ExposedItem[], attempts: number): ReadonlySet<string> {
  if (attempts < LEAST_TESTS) return new Set();
  const over = items
    .filter(({ limit, shown }) => limit !== null && shown * 100 > limit * attempts)
    .toSorted((one, other) => other.shown - one.shown || (one.id < other.id ? -1 : 1));
  const resting = new Set<string>();
  for (const item of over) {
    const group = items.filter(
      ({ kind, difficulty }) => kind === item.kind && difficulty === item.difficulty,
    );
    const families = new Set(group.map(({ family }) => family));
    const awake = group.filter(({ id }) => id !== item.id && !resting.has(id));
    const awakeFamilies = new Set(awake.map(({ family }) => family));
    if (awakeFamilies.size * 2 >= families.size) resting.add(item.id);
  }
  return resting;
}
