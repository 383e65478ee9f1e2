import { type Chance, shuffled } from "#kernel/random.ts";
import type { BankItem, DrawnQuestion, TestBlueprint, TestItemKind } from "../types.ts";

/**
 * The orders of the kinds, by turns. Whoever starts right after somebody has the other turn: with the programme's
 * blueprint no place of the one test holds the kind that the same place of the other holds, so two people who sit down
 * together never have the same question in front of them at the same number.
 */
const TURNS: readonly (readonly (readonly TestItemKind[])[])[] = [
  [
    ["numeracy", "ordering", "reading", "motivation"],
    ["numeracy", "reading", "ordering", "motivation"],
    ["numeracy", "ordering", "motivation", "reading"],
  ],
  [
    ["ordering", "reading", "motivation", "numeracy"],
    ["reading", "ordering", "motivation", "numeracy"],
  ],
];

/** Orders of one kind's questions that are tried before two that are alike stand next to each other. */
const TRIES = 200;

type Conditions = {
  readonly bank: readonly BankItem[];
  readonly blueprint: TestBlueprint;
  /** The number of this start; two starts in a row differ by one. */
  readonly seat: number;
};

/**
 * Draws one person's test (programme rules, section 4): so many items of each kind, no two look-alikes,
 * options of knowledge items shuffled. Motivation statements come in whole opposite pairs and keep their scale. No two
 * that are alike stand next to each other. The same chance, bank and seat give the same test.
 */
export function drawTest(chance: Chance, { bank, blueprint, seat }: Conditions): DrawnQuestion[] {
  const inOrder = bank.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const drawn: BankItem[] = [];
  for (const kind of orderOfKinds(chance, seat)) {
    const items = inOrder.filter((item) => item.kind === kind);
    const chosen =
      kind === "motivation"
        ? drawPairs(chance, items, blueprint[kind])
        : drawFamilies(chance, items, blueprint[kind]);
    if (chosen.length < blueprint[kind]) throw new Error(`the bank has too few items of ${kind}`);
    drawn.push(...apart(chance, chosen, drawn.at(-1)));
  }
  return drawn.map((item, index) => ({
    position: index + 1,
    itemId: item.id,
    optionOrder: orderOfOptions(chance, item),
  }));
}

function orderOfKinds(chance: Chance, seat: number): readonly TestItemKind[] {
  return shuffled(chance, TURNS[seat % TURNS.length] ?? []).at(0) ?? [];
}

/** No two that are alike; a second one only when all others are used up. */
function drawFamilies(chance: Chance, items: readonly BankItem[], count: number): BankItem[] {
  const first: BankItem[] = [];
  const lookAlikes: BankItem[] = [];
  for (const item of shuffled(chance, items)) {
    (first.some((other) => areAlike(other, item)) ? lookAlikes : first).push(item);
  }
  return [...first, ...lookAlikes].slice(0, count);
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
  return [...chosen, ...single];
}

/** A shuffled order without two alike next to each other, also not with what stands before; any when there is none. */
function apart(chance: Chance, items: readonly BankItem[], before: BankItem | undefined): BankItem[] {
  let order = shuffled(chance, items);
  for (let tries = 1; tries < TRIES && hasNeighbours(order, before); tries += 1) {
    order = shuffled(chance, items);
  }
  return order;
}

function hasNeighbours(order: readonly BankItem[], before: BankItem | undefined): boolean {
  return order.some((item, index) => {
    const last = index === 0 ? before : order[index - 1];
    return last !== undefined && areAlike(last, item);
  });
}

/** Whether seeing one helps or confuses with the other: look-alikes, opposites, the same text or picture. */
export function areAlike(one: BankItem, other: BankItem): boolean {
  return (
    familyOf(one) === familyOf(other) ||
    one.pairCode === other.code ||
    (one.passage !== null && one.passage === other.passage) ||
    (one.image !== null && one.image === other.image)
  );
}

function familyOf({ family, code }: BankItem): string {
  return family ?? code;
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
