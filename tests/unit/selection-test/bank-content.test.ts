import { readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  ITEMS_PER_TEST,
  LONGEST,
  type TestItem,
  testItemSchema,
  testItemsSchema,
} from "../../../prisma/seed/content-schema.ts";

const FILE = "prisma/seed/test-items.json";
const PICTURES = "prisma/seed/test-images";

const written: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const bank = testItemsSchema.parse(written);

type Knowledge = Exclude<TestItem, { kind: "motivation" }>;
const isKnowledge = (item: TestItem): item is Knowledge => item.kind !== "motivation";
const ofKind = (kind: TestItem["kind"]) => bank.filter((item) => item.kind === kind);
const knowledge = bank.filter(isKnowledge);
const statements = bank.filter((item) => item.kind === "motivation");

const KNOWLEDGE_KINDS = ["numeracy", "ordering", "reading"] as const;
const LEAST = { numeracy: 90, ordering: 50, reading: 45, motivation: 40 } as const;

const familiesOf = (items: readonly TestItem[]) => Map.groupBy(items, (item) => item.family);
const right = (item: Knowledge): string => item.options[item.answer] ?? "";

/** Chance of being right, over the items, for a person who knows nothing and always takes such an option. */
function luckOf(
  items: readonly Knowledge[],
  best: (options: readonly string[]) => (option: string) => boolean,
) {
  const chances = items.map((item) => {
    const taken = item.options.filter(best(item.options));
    return taken.includes(right(item)) ? 1 / taken.length : 0;
  });
  return chances.reduce((sum, each) => sum + each, 0) / chances.length;
}

const longest = (options: readonly string[]) => {
  const most = Math.max(...options.map((option) => option.length));
  return (option: string) => option.length === most;
};
const shortest = (options: readonly string[]) => {
  const least = Math.min(...options.map((option) => option.length));
  return (option: string) => option.length === least;
};

/** Number of an option written the Indonesian way: Rp1.250.000, 2,5 liter. */
const amount = (option: string): number =>
  Number(/\d[\d.]*(?:,\d+)?/.exec(option)?.[0].replaceAll(".", "").replace(",", ".") ?? Number.NaN);

describe("the bank of test items", () => {
  it("holds enough of each kind", () => {
    expect(bank.length).toBeGreaterThanOrEqual(220);
    for (const [kind, least] of Object.entries(LEAST))
      expect(bank.filter((item) => item.kind === kind).length, kind).toBeGreaterThanOrEqual(least);
  });

  it("names every item and asks every question once", () => {
    expect(new Set(bank.map(({ code }) => code)).size).toBe(bank.length);
    const stems = bank.map(({ stem }) => stem.toLowerCase().replaceAll(/\W+/g, " ").trim());
    expect(stems.filter((stem, index) => stems.indexOf(stem) < index)).toEqual([]);
  });

  it("has easy, middling and hard items of each kind with a right answer", () => {
    for (const kind of KNOWLEDGE_KINDS)
      expect([...new Set(ofKind(kind).map(({ difficulty }) => difficulty))].sort(), kind).toEqual([1, 2, 3]);
  });

  it("refuses a question or a choice that is too long for a small screen", () => {
    const [item] = knowledge;
    expect(testItemSchema.safeParse(item).success).toBe(true);
    expect(testItemSchema.safeParse({ ...item, stem: "a".repeat(LONGEST.stem + 1) }).success).toBe(false);
    const options = ["a".repeat(LONGEST.option + 1), "b", "c", "d"];
    expect(testItemSchema.safeParse({ ...item, options }).success).toBe(false);
  });

  it("writes amounts the Indonesian way", () => {
    const texts = bank.flatMap((item) => [
      item.stem,
      item.passage ?? "",
      item.explain ?? "",
      ...item.options,
    ]);
    for (const text of texts) {
      expect(text).not.toMatch(/Rp\s|Rp\.|Rp\d{4,}/);
      expect(text).not.toMatch(/\d,\d{3}(?!\d)/);
      expect(text).not.toMatch(/\s{2,}|^\s|\s$/);
    }
  });
});

describe("a right answer", () => {
  it("stands in each of the four places about equally often", () => {
    for (const kind of KNOWLEDGE_KINDS) {
      const items = knowledge.filter((item) => item.kind === kind);
      const expected = items.length / 4;
      const places = [0, 1, 2, 3].map((place) => items.filter(({ answer }) => answer === place).length);
      const chiSquare = places.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
      // 95 % of even spreads over four places stay below 7.81.
      expect(chiSquare, `${kind}: ${places.join(", ")}`).toBeLessThan(7.81);
    }
  });

  it("is not found by taking the longest or the shortest option", () => {
    for (const kind of KNOWLEDGE_KINDS) {
      const items = knowledge.filter((item) => item.kind === kind);
      expect(luckOf(items, longest), `longest of ${kind}`).toBeLessThanOrEqual(0.3);
      expect(luckOf(items, shortest), `shortest of ${kind}`).toBeLessThanOrEqual(0.3);
    }
  });

  it("is not found by taking the same place among the sorted amounts", () => {
    const items = knowledge.filter((item) => new Set(item.options.map(amount)).size === item.options.length);
    const ranks = items
      .filter(
        (item) => item.kind === "numeracy" && item.options.every((option) => !Number.isNaN(amount(option))),
      )
      .map((item) => item.options.filter((option) => amount(option) < amount(right(item))).length);
    expect(ranks.length).toBeGreaterThan(80);
    for (const rank of [0, 1, 2, 3])
      expect(ranks.filter((each) => each === rank).length / ranks.length, `rank ${rank}`).toBeLessThan(0.4);
  });

  it("is explained, and is one of four choices that differ", () => {
    for (const item of knowledge) {
      expect(item.explain.length, item.code).toBeGreaterThan(10);
      expect(new Set(item.options.map((option) => option.toLowerCase())).size, item.code).toBe(4);
      expect(item.options.filter((option) => option.includes(right(item))).length, item.code).toBe(1);
    }
  });

  it("is what its explanation comes to", () => {
    const part = String.raw`(?:Rp)?\d[\d.]*(?:,\d+)?%?(?: [a-z]+){0,2}`;
    const sum = new RegExp(`(${part}(?: [x:+-] ${part})+) = (${part})`, "g");
    const sums = knowledge.flatMap(({ code, explain }) =>
      [...explain.matchAll(sum)].map(([, left = "", result = ""]) => ({ code, left, result })),
    );
    expect(sums.length).toBeGreaterThan(150);
    for (const { code, left, result } of sums)
      expect(worked(left), `${code}: ${left}`).toBeCloseTo(amount(result), 6);
  });
});

/** The result of a written sum: multiplication (x) and division (:) before addition and subtraction. */
function worked(sum: string): number {
  const terms = sum.split(/ (?=[+-] )/).map((term) => {
    const sign = term.startsWith("- ") ? -1 : 1;
    const factors = term.replace(/^[+-] /, "").split(/ (?=[x:] )/);
    const product = factors.reduce(
      (value, factor) => (factor.startsWith(": ") ? value / amount(factor) : value * amount(factor)),
      1,
    );
    return sign * product;
  });
  return terms.reduce((total, term) => total + term, 0);
}

describe("families of look-alikes", () => {
  it("are so many that a test never needs two of one family", () => {
    for (const kind of KNOWLEDGE_KINDS)
      expect(familiesOf(ofKind(kind)).size, kind).toBeGreaterThanOrEqual(4 * ITEMS_PER_TEST[kind]);
  });

  it("keep to one kind and stay small", () => {
    for (const [family, items] of familiesOf(bank)) {
      expect(new Set(items.map(({ kind }) => kind)).size, family).toBe(1);
      expect(items.length, family).toBeLessThanOrEqual(7);
    }
  });

  it("hold all questions about one passage or one picture", () => {
    const subjects = knowledge.flatMap((item) =>
      [item.passage, item.image].flatMap((subject) => (subject ? [{ subject, family: item.family }] : [])),
    );
    for (const [subject, asked] of Map.groupBy(subjects, (each) => each.subject))
      expect(new Set(asked.map(({ family }) => family)).size, subject).toBe(1);
  });
});

describe("statements about motivation", () => {
  it("come in whole pairs, of which one is turned round", () => {
    for (const statement of statements) {
      const opposite = statements.find(({ code }) => code === statement.pair);
      expect(opposite?.pair, statement.code).toBe(statement.code);
      expect(opposite?.reversed, statement.code).toBe(!statement.reversed);
      expect(opposite?.family, statement.code).toBe(statement.family);
    }
    for (const [family, pair] of familiesOf(statements)) expect(pair.length, family).toBe(2);
  });

  it("speak of the person who answers", () => {
    for (const { code, stem } of statements) expect(stem, code).toMatch(/\bsaya\b/i);
  });
});

const pictured = knowledge.flatMap((item) =>
  item.image ? [{ ...item, image: item.image, imageAlt: item.imageAlt ?? "" }] : [],
);
const names = readdirSync(PICTURES);
const svgOf = (name: string) => readFileSync(`${PICTURES}/${name}`, "utf8");

describe("pictures of items", () => {
  it("are there for at least twelve items, and none lies about unused", () => {
    expect(pictured.length).toBeGreaterThanOrEqual(12);
    expect(names.toSorted()).toEqual([...new Set(pictured.map(({ image }) => image))].toSorted());
  });

  it("bear the code of the first item that shows them", () => {
    for (const image of names)
      expect(image).toBe(`${pictured.find((item) => item.image === image)?.code}.svg`);
  });

  it("are told in words to those who do not see them", () => {
    for (const { code, imageAlt } of pictured) expect(imageAlt.length, code).toBeGreaterThan(40);
    const [item] = pictured;
    expect(testItemSchema.safeParse({ ...item, imageAlt: undefined }).success).toBe(false);
    expect(testItemSchema.safeParse({ ...item, image: undefined }).success).toBe(false);
  });

  it("are not told in words that give the answer away", () => {
    for (const item of pictured.filter(({ kind }) => kind === "numeracy")) {
      const told = item.options.filter((option) => item.imageAlt.includes(option));
      expect(told, item.code).not.toEqual([right(item)]);
    }
  });

  it("are small, stand alone and run nothing", () => {
    for (const name of names) {
      const svg = svgOf(name);
      expect(Buffer.byteLength(svg), name).toBeLessThan(4096);
      expect(svg, name).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 320 \d+"/);
      const tags = [...svg.matchAll(/<([a-zA-Z]\w*)/g)].map(([, tag]) => tag);
      const allowed = ["svg", "g", "rect", "path", "circle", "ellipse", "text"];
      expect(tags.filter((tag) => !allowed.includes(tag ?? ""))).toEqual([]);
      expect(svg, name).not.toMatch(/\son\w+=|href|style|url\(|<!|<\?|&|class=/i);
      expect(svg.replace("http://www.w3.org/2000/svg", ""), name).not.toMatch(/\w+:\/\//);
    }
  });

  it("are drawn in black, white and grey, with letters of 12 units or more", () => {
    for (const name of names) {
      const colours = [...svgOf(name).matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(
        ([, colour]) => colour ?? "",
      );
      expect(colours.filter((colour) => !/^(?:none|#([0-9a-f])\1\1)$/.test(colour))).toEqual([]);
      const sizes = [...svgOf(name).matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes), name).toBeGreaterThanOrEqual(12);
    }
  });

  it("can be drawn 320 pixels wide and are not empty", async () => {
    for (const name of names) {
      const { data, info } = await sharp(Buffer.from(svgOf(name)))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(info.width, name).toBe(320);
      const dark = data.filter((level) => level < 96).length / data.length;
      expect(dark, name).toBeGreaterThan(0.01);
      expect(dark, name).toBeLessThan(0.4);
    }
  });
});
