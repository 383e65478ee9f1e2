import { describe, expect, test } from "vitest";
import {
  broken,
  disagreements,
  flatten,
  placeholders,
  refusalCodes,
  spokenCodes,
} from "./checks/messages.ts";
import { type Files, filesUnder, readTree } from "./checks/tree.ts";

async function language(locale: string): Promise<Files> {
  const folder = `src/i18n/messages/${locale}`;
  const files = await readTree((await filesUnder(folder)).filter((path) => path.endsWith(".json")));
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.slice(folder.length + 1), text]),
  );
}

const languages = [
  ["Bahasa Indonesia", await language("id")],
  ["English", await language("en")],
] as const;
const [[, indonesian], [, english]] = languages;

async function sources(folder: string, picks: (path: string) => boolean): Promise<Files> {
  return readTree((await filesUnder(folder)).filter((path) => path.endsWith(".ts") && picks(path)));
}

const outside = (path: string) => !/\/generated\/|\/simulator[^/]*$/.test(path);
const ofFeatures = refusalCodes(await sources("src/features", (path) => /\/refusals(\.ts$|\/)/.test(path)));
const ofRooms = refusalCodes({
  ...(await sources("src/platform", outside)),
  ...(await sources("src/ledger", outside)),
});
const ofKernel = refusalCodes(await sources("src/kernel", outside));

describe("both languages say the same", () => {
  test("there are sentences", () => {
    expect(
      Object.values(indonesian).flatMap((text) => [...flatten(JSON.parse(text))]).length,
    ).toBeGreaterThan(0);
  });

  test("in the same files, under the same keys, with the same placeholders, and never nothing", () => {
    expect(disagreements(indonesian, english)).toEqual([]);
  });

  test("every sentence can be read", () => {
    expect([...broken(indonesian), ...broken(english)]).toEqual([]);
  });

  test.each<[string, Files, Files, string]>([
    ["a file", { "a.json": "{}" }, {}, "a.json exists in one language only"],
    [
      "a key",
      { "a.json": '{"x":{"y":"Ya"}}' },
      { "a.json": '{"x":{}}' },
      "a.json x.y exists in one language only",
    ],
    ["a sentence", { "a.json": '{"x":"Ya"}' }, { "a.json": '{"x":" "}' }, "a.json x is empty"],
    [
      "a placeholder",
      { "a.json": '{"x":"{hari} hari"}' },
      { "a.json": '{"x":"{days} days"}' },
      "a.json x: {hari} is not {days}",
    ],
    ["a tag", { "a.json": '{"x":"<b>Ya</b>"}' }, { "a.json": '{"x":"Yes"}' }, "a.json x: <b> is not nothing"],
  ])("%s that one language lacks is told", (_what, one, other, told) => {
    expect(disagreements(one, other)).toEqual([told]);
  });

  test.each(["{days", "days}", "{}", "{days, plural, one {# day}}", "{days, plural, other {# days}"])(
    "%s cannot be read",
    (sentence) => {
      expect(broken({ "a.json": JSON.stringify({ x: sentence }) })).toHaveLength(1);
    },
  );

  test("placeholders are found in every branch, and quoted braces are none", () => {
    const sentence =
      "{days, plural, one {# day for {name}} other {# days for {name}}} '{'not'}' <b>{end, date, long}</b>";
    expect([...placeholders(sentence)].toSorted()).toEqual(["<b>", "{days}", "{end}", "{name}"]);
  });
});

describe("every refusal has a sentence", () => {
  test.each(languages)("in %s", (_language, files) => {
    const spoken = spokenCodes(files, ["refusals"]);
    expect([...ofFeatures, ...ofRooms].filter((code) => !spoken.has(code))).toEqual([]);
  });

  test.each(languages)(
    "in %s, those of the kernel as a refusal or as a message beside the field",
    (_language, files) => {
      const spoken = spokenCodes(files, ["refusals", "errors"]);
      expect(ofKernel.filter((code) => !spoken.has(code))).toEqual([]);
    },
  );

  test("the codes are found where they are written", () => {
    expect(
      refusalCodes({
        "src/features/waves/refusals.ts":
          'export type WavesRefusal = { code: "wave-closed"; at: Date } | { readonly code:\n  | "quota-full"\n  | "already-in" };',
        "src/platform/web/rate-limit.ts": 'return refuse({ code: "too-many" }); throw { code: "ENOENT" };',
      }),
    ).toEqual(["already-in", "quota-full", "too-many", "wave-closed"]);
  });

  test("a code without a sentence is missed", () => {
    expect(
      spokenCodes({ "waves.json": '{"refusals":{"wave-closed":"Tutup."}}' }, ["refusals"]).has("quota-full"),
    ).toBe(false);
  });
});
