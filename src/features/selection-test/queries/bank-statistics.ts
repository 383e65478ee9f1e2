import { database } from "#platform/db/client.ts";
import { figuresOf } from "../policy/item-statistics.ts";
import type { ItemSums, MeasuredItem } from "../types/bank.ts";
import type { TestItemKind } from "../types.ts";

/** Items of one kind that one page plots; a bank is far smaller. */
const MOST = 1_000;

const parts = {
  measure: true,
  choices: { select: { choice: true, answers: true, restSum: true } },
  times: { select: { bucket: true, answers: true } },
} as const;

/** What the answers say of every item of a kind that was asked at all, by code. */
export async function findMeasuredItems(kind: TestItemKind): Promise<readonly MeasuredItem[]> {
  const rows = await database().testItem.findMany({
    where: { kind, measure: { answers: { gt: 0 } } },
    orderBy: [{ code: "asc" }, { version: "asc" }],
    take: MOST,
    select: { id: true, code: true, kind: true, options: true, answer: true, ...parts },
  });
  return rows.map(measured);
}

/** The same of one version; null when there is no such item. */
export async function findMeasuredItem(id: string): Promise<MeasuredItem | null> {
  const row = await database().testItem.findUnique({
    where: { id },
    select: { id: true, code: true, kind: true, options: true, answer: true, ...parts },
  });
  return row && measured(row);
}

type Row = {
  readonly id: string;
  readonly code: string;
  readonly kind: TestItemKind;
  readonly options: readonly string[];
  readonly answer: number | null;
  readonly measure: Omit<SumsRow, "choices" | "times"> | null;
} & Pick<SumsRow, "choices" | "times">;

type SumsRow = {
  readonly answers: number;
  readonly omitted: number;
  readonly right: number;
  readonly restSum: bigint;
  readonly restSquares: bigint;
  readonly restOfRight: bigint;
  readonly choices: readonly {
    readonly choice: number;
    readonly answers: number;
    readonly restSum: bigint;
  }[];
  readonly times: ItemSums["times"];
};

function measured({ id, code, kind, options, answer, measure, choices, times }: Row): MeasuredItem {
  const sums: ItemSums = {
    answers: measure?.answers ?? 0,
    omitted: measure?.omitted ?? 0,
    right: measure?.right ?? 0,
    restSum: Number(measure?.restSum ?? 0),
    restSquares: Number(measure?.restSquares ?? 0),
    restOfRight: Number(measure?.restOfRight ?? 0),
    choices: choices.map((choice) => ({ ...choice, restSum: Number(choice.restSum) })),
    times,
  };
  return { id, code, kind, figures: figuresOf(sums, { options: options.length, answer }) };
}
