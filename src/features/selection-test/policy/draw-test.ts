import { type Chance, shuffled } from "#kernel/random.ts";
import type { BankItem, DrawnQuestion, TestBlueprint, TestItemKind } from "../types.ts";

/** Questions of one kind stand together, in this order. */
const ORDER: readonly TestItemKind[] = ["numeracy", "ordering", "reading", "motivation"];

/**
 * Draws one person's test (programme rules, section 4): so many items of each kind, options of knowledge items shuffled.
 * Motivation statements come in whole opposite pairs and keep their scale. The same chance gives the same test.
 */
export function drawTest(
  chance: Chance,
  bank: readonly BankItem[],
  blueprint: TestBlueprint,
): DrawnQuestion[] {
  const inOrder = bank.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const drawn = ORDER.flatMap((kind) => {
    const items = inOrder.filter((item) => item.kind === kind);
    const chosen =
      kind === "motivation"
        ? drawPairs(chance, items, blueprint[kind])
        : shuffled(chance, items).slice(0, blueprint[kind]);
    if (chosen.length < blueprint[kind]) throw new Error(`the bank has too few items of ${kind}`);
    return chosen;
  });
  return drawn.map((item, index) => ({
    position: index + 1,
    itemId: item.id,
    optionOrder: orderOfOptions(chance, item),
  }));
}

function drawPairs(chance: Chance, items: readonly BankItem[], count: number): BankItem[] {
  const pairs = items.flatMap((item) => {
    const opposite = items.find((other) => other.code === item.pairCode);
    return opposite && item.code < opposite.code ? [[item, opposite]] : [];
  });
  const chosen = shuffled(chance, pairs)
    .slice(0, Math.floor(count / 2))
    .flat();
  const single = shuffled(
    chance,
    items.filter((item) => !chosen.includes(item)),
  ).slice(0, count - chosen.length);
  return shuffled(chance, [...chosen, ...single]);
}

function orderOfOptions(chance: Chance, item: BankItem): number[] {
  const places = Array.from({ length: item.options }, (_, index) => index);
  return item.kind === "motivation" ? places : shuffled(chance, places);
}

/** A replayable stream of chance out of a keyed hash: block after block of the hash of a counter. */
export function streamOf(keyedHash: (text: string) => Uint8Array): Chance {
  let block = new Uint8Array();
  let counter = 0;
  let used = 0;
  const next = () => {
    if (used === block.length) {
      block = new Uint8Array(keyedHash(`block:${counter}`));
      counter += 1;
      used = 0;
    }
    used += 1;
    return block[used - 1] ?? 0;
  };
  return { bytes: (length) => Uint8Array.from({ length }, next) };
}
