import { database } from "#platform/db/client.ts";
import { figuresOf } from "../policy/item-statistics.ts";
import type { ItemDays, ItemSums, MeasuredItem } from "../types/bank.ts";
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
  const spans = await findSpans(rows.map(({ id }) => id));
  return rows.map((row) => measured(row, spans.get(row.id)));
}

/** The same of one version; null when there is no such item. */
export async function findMeasuredItem(id: string): Promise<MeasuredItem | null> {
  const row = await database().testItem.findUnique({
    where: { id },
    select: { id: true, code: true, kind: true, options: true, answer: true, ...parts },
  });
  return row && measured(row, (await findSpans([id])).get(id));
}

/** Days of the last week in which an item was answered, and of the quarter before it. */
const WEEK = 7;
const QUARTER = 90;

const NONE: ItemDays = { answers: 0, right: 0, quickRight: 0 };

type Spans = { readonly lately: ItemDays; readonly earlier: ItemDays };

async function findSpans(ids: readonly string[]): Promise<ReadonlyMap<string, Spans>> {
  const rows = await database().$queryRaw<(ItemDays & { readonly id: string; readonly isLate: boolean })[]>`
    SELECT day.item_id AS id, day.day > newest.day - ${WEEK}::int AS "isLate", sum(day.answers)::int AS answers,
      sum(day."right")::int AS "right", sum(day.quick_right)::int AS "quickRight"
    FROM (SELECT item_id, max(day) AS day FROM test_item_day WHERE item_id = ANY(${[...ids]}::text[]) GROUP BY 1) AS newest
    JOIN test_item_day AS day ON day.item_id = newest.item_id
      AND day.day > newest.day - ${WEEK + QUARTER}::int
    GROUP BY 1, 2`;

  const span = (id: string, isLate: boolean) =>
    rows.find((row) => row.id === id && row.isLate === isLate) ?? NONE;
  return new Map(ids.map((id) => [id, { lately: span(id, true), earlier: span(id, false) }]));
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

function measured(
  { id, code, kind, options, answer, measure, choices, times }: Row,
  spans: Spans | undefined,
): MeasuredItem {
  const sums: ItemSums = {
    answers: measure?.answers ?? 0,
    omitted: measure?.omitted ?? 0,
    right: measure?.right ?? 0,
    restSum: Number(measure?.restSum ?? 0),
    restSquares: Number(measure?.restSquares ?? 0),
    restOfRight: Number(measure?.restOfRight ?? 0),
    choices: choices.map((choice) => ({ ...choice, restSum: Number(choice.restSum) })),
    times,
    ...(spans ?? { lately: NONE, earlier: NONE }),
  };
  return { id, code, kind, figures: figuresOf(sums, { options: options.length, answer }) };
}
