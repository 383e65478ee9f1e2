import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anyPool,
  type Bundle,
  bundleOf,
  filesOf,
  type Pool,
  type PromiseMade,
  proofAt,
  type Reveal,
  type Stage,
  writeFiles,
} from "../../support/draw-bundles.ts";
import { verdictsOn, verify } from "../../support/draw-verifiers.ts";
import { seededChance } from "../kernel/chances.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "draws-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const stages: readonly Stage[] = [
  "published",
  "published",
  "published",
  "frozen",
  "promised",
  "shown",
  "drawn",
];

/** Writes bundles under a name and has both verifiers judge them. */
async function judged(name: string, bundles: Readonly<Record<string, Record<string, string | Buffer>>>) {
  const place = join(folder, name);
  for (const [each, files] of Object.entries(bundles)) await writeFiles(join(place, each), files);
  const [node, python] = await Promise.all([verdictsOn("node", place), verdictsOn("python", place)]);
  expect(node.size).toBe(Object.keys(bundles).length);
  return { node, python };
}

/** A pool in which quotas bind: changing one of them changes the result. */
function tightBundle(changes: Partial<Pool> = {}): Bundle {
  const pool = anyPool(seededChance(77));
  const entrants = Array.from({ length: 40 }, (_, index) => ({
    participant: `01a20c83-0000-7000-8000-${String(index).padStart(12, "0")}`,
    province: index % 2 === 0 ? "12" : "31",
    priority: index % 4 === 0 ? 0 : 1,
    familyCard: `card ${index >> 1}`,
    taken: (index >> 1) % 5 === 0 ? 1 : 0,
  }));
  const limits = { quota: 16, provinces: { "12": 9, "31": 6 }, groups: { "0": 7 }, perFamilyCard: 2 };
  return bundleOf({ ...pool, ...limits, entrants, silent: ["witness"], ...changes });
}

describe("a thousand draws of chance", () => {
  it("are found right by both verifiers as far as each has come, people's proofs too", async () => {
    const bundles: Record<string, Record<string, string>> = {};
    for (let index = 0; index < 1_000; index += 1) {
      const chance = seededChance(index);
      const bundle = bundleOf(anyPool(chance, { stage: stages[index % stages.length] }));
      const { length } = bundle.lines;
      const proof: Record<string, string> =
        length > 0 ? { "bukti.json": JSON.stringify(proofAt(bundle, index % length)) } : {};
      bundles[String(index).padStart(4, "0")] = { ...filesOf(bundle), ...proof };
    }
    const { node, python } = await judged("chance", bundles);
    const expected = Object.keys(bundles).map((name) => {
      const isPublished = stages[Number(name) % stages.length] === "published";
      return [name, [isPublished ? "BENAR" : "SEJAUH-INI", "-"]];
    });
    expect([...node]).toEqual(expected);
    expect([...python]).toEqual(expected);
  });
});

describe("a draw that somebody changed", () => {
  const right = tightBundle();
  const files = filesOf(right);
  const swap = (text: string, one: number, other: number) => {
    const lines = text.trimEnd().split("\n");
    [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
    return `${lines.join("\n")}\n`;
  };
  const told = (change: Partial<Bundle["draw"]>) => ({
    ...files,
    "undian.json": JSON.stringify({ ...right.draw, ...change }),
  });
  const shown = (party: string, change: Partial<Reveal>) =>
    told({
      reveals: right.draw.reveals.map((each) => (each.party === party ? { ...each, ...change } : each)),
    });
  const promised = (party: string, change: Partial<PromiseMade>) =>
    told({
      commitments: right.draw.commitments.map((each) =>
        each.party === party ? { ...each, ...change } : each,
      ),
    });
  const figure = right.draw.commitments.find(({ party }) => party === "public");
  const aMinuteLater = (moment = "") =>
    new Date(Date.parse(moment) + 60_000).toISOString().replace(".000", "");
  const list = files["daftar.csv"] ?? "";
  const result = files["hasil.csv"] ?? "";
  const firstLine = list.slice(0, list.indexOf("\n") + 1);
  const withoutFirst = list.slice(firstLine.length);
  const other = tightBundle({ silent: [] });
  const [anyFamily = ""] = /[0-9a-f]{32}(?=,\d+\n)/.exec(list) ?? [];
  const proof = proofAt(right, 5);
  const bukti = (changes: object) => ({ ...files, "bukti.json": JSON.stringify({ ...proof, ...changes }) });

  const changes: Record<string, [step: string, files: Record<string, string>]> = {
    "an applicant is dropped": ["daftar", { ...files, "daftar.csv": withoutFirst }],
    "an applicant is dropped and the count with them": [
      "akar",
      { ...told({ entries: right.draw.entries - 1 }), "daftar.csv": withoutFirst },
    ],
    "an applicant stands twice": ["daftar", { ...files, "daftar.csv": firstLine + list }],
    "an applicant is added at the end": ["daftar", { ...files, "daftar.csv": `${list}${firstLine}` }],
    "two lines are swapped": ["daftar", { ...files, "daftar.csv": swap(list, 3, 4) }],
    "a family token is changed": [
      "daftar",
      { ...files, "daftar.csv": list.replace(anyFamily, anyFamily.replace(/./g, "0")) },
    ],
    "a secret is replaced by another": ["bukaan", shown("operator", { value: "ab".repeat(32) })],
    "a withheld value is not the one of the rule": ["bukaan", shown("witness", { value: "ab".repeat(32) })],
    "a withheld value is called the witness's own": ["waktu", shown("witness", { fallback: false })],
    "the public figure is another one": ["benih", shown("public", { value: "31" })],
    "the source of the public figure is another one": [
      "janji",
      promised("public", { source: "Suhu di Binjai" }),
    ],
    "the public figure was announced when it was known": [
      "waktu",
      promised("public", { committedAt: figure?.knownAt }),
    ],
    "the witness promised after the public figure was announced": [
      "waktu",
      promised("witness", { committedAt: aMinuteLater(figure?.committedAt) }),
    ],
    "a secret was shown when the public figure was known": [
      "waktu",
      shown("operator", { revealedAt: figure?.knownAt }),
    ],
    "the draw ran a second time with another seed": ["benih", told({ seed: other.draw.seed })],
    "the result is of another seed": ["urutan", { ...files, "hasil.csv": filesOf(other)["hasil.csv"] ?? "" }],
    "two ranks are swapped": ["urutan", { ...files, "hasil.csv": swap(result, 0, 1) }],
    "somebody who was not selected is": [
      "hasil",
      { ...files, "hasil.csv": result.replace("quota_full", "selected") },
    ],
    "the last of the order is left out": [
      "urutan",
      { ...files, "hasil.csv": result.slice(0, result.trimEnd().lastIndexOf("\n") + 1) },
    ],
    "the whole quota is another one": ["hasil", told({ quota: 12 })],
    "a province's quota is another one": ["hasil", told({ provinces: { "12": 5, "31": 6 } })],
    "a priority group's quota is another one": ["hasil", told({ groups: { "0": 3 } })],
    "fewer people of a family card may be selected": ["hasil", told({ perFamilyCard: 1 })],
    "the digest is another one": ["sidik", told({ digest: right.draw.root })],
    "the number of the selected is another one": ["sidik", told({ selected: 3 })],
    "the wave is another one": ["janji", told({ wave: right.draw.wave + 1 })],
    "a proof is of somebody else": ["bukti", bukti({ participant: "01a20c83-0000-7000-8000-00000000ffff" })],
    "a proof names another rank": ["bukti", bukti({ rank: (proof.rank ?? 0) + 1 })],
    "a proof names another place": ["bukti", bukti({ position: 6 })],
    "a proof leaves its path": ["bukti", bukti({ path: proof.path.slice(1) })],
    "a proof names another cut-off": ["bukti", bukti({ cutOff: 99 })],
  };

  it("is right as long as nobody touches it", async () => {
    const { node, python } = await judged("untouched", { right: bukti({}), other: filesOf(other) });
    expect(node).toEqual(python);
    expect([...node.values()]).toEqual([
      ["BENAR", "-"],
      ["BENAR", "-"],
    ]);
  });

  it("is caught by both verifiers, whatever was changed", async () => {
    const bundles = Object.fromEntries(Object.entries(changes).map(([name, [, changed]]) => [name, changed]));
    const { node, python } = await judged("changed", bundles);
    const expected = Object.entries(changes).map(([name, [step]]) => [name, ["SALAH", step]]);
    const sorted = (verdicts: ReadonlyMap<string, readonly [string, string]>) =>
      Object.keys(changes).map((name) => [name, verdicts.get(name)]);
    expect(sorted(node)).toEqual(expected);
    expect(sorted(python)).toEqual(expected);
  });

  it("is caught by both when one byte is another, but for the second of a step in its order", async () => {
    const { node, python } = await judged("bytes", oneByteChanged(files));
    expect(node.size).toBeGreaterThan(1_500);
    const verdicts = (all: typeof node) => [...all].map(([name, [verdict]]) => `${name} ${verdict}`);
    expect(verdicts(python)).toEqual(verdicts(node));
    const text = files["undian.json"] ?? "";
    const times = [...text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g)].map(({ index }) => index);
    const isOfTime = (name: string) => {
      const at = Number(name.slice(-5));
      return name.startsWith("undian.json") && times.some((start) => at >= start && at < start + 20);
    };
    const missed = [...node].filter(([name, [verdict]]) => verdict !== "SALAH" && !isOfTime(name));
    expect(missed).toEqual([]);
  });
});

/** The bundle with one byte changed, for every byte of undian.json and 250 bytes of each other file. */
function oneByteChanged(files: Readonly<Record<string, string>>) {
  const bundles: Record<string, Record<string, string | Buffer>> = {};
  const chance = seededChance(5);
  for (const [name, text] of Object.entries(files)) {
    const original = Buffer.from(text);
    const step = name === "undian.json" ? 1 : Math.ceil(original.length / 250);
    for (let at = 0; at < original.length; at += step) {
      const changed = Buffer.from(original);
      changed[at] = (original[at] ?? 0) ^ (1 + ((chance.bytes(1)[0] ?? 0) % 255));
      bundles[`${name} ${String(at).padStart(5, "0")}`] = { ...files, [name]: changed };
    }
  }
  return bundles;
}

describe("what a verifier says", () => {
  it.each(["node", "python"] as const)(
    "%s names the wrong line in both languages and ends with 1",
    async (verifier) => {
      const files = filesOf(tightBundle());
      const place = join(folder, `said by ${verifier}`);
      const hasil = (files["hasil.csv"] ?? "").replace("quota_full", "selected");
      await writeFiles(place, { ...files, "hasil.csv": hasil });
      const { code, text } = await verify(verifier, place);
      const wrong = text.split("\n").find((line) => line.startsWith("[SALAH/WRONG]"));
      const line =
        hasil.split("\n").findIndex((each, at) => each !== (files["hasil.csv"] ?? "").split("\n")[at]) + 1;
      expect(wrong).toContain(`hasil.csv baris ${line} seharusnya`);
      expect(wrong).toContain(`hasil.csv line ${line} should be`);
      expect(text).toContain("HASIL: SALAH | VERDICT: WRONG");
      expect(code).toBe(1);
    },
  );

  it.each(["node", "python"] as const)("%s checks a proof alone and ends with 0", async (verifier) => {
    const bundle = tightBundle();
    const place = join(folder, `proof for ${verifier}`);
    await writeFiles(place, { "bukti.json": JSON.stringify(proofAt(bundle, 0)) });
    const { code, text } = await verify(verifier, "--bukti", join(place, "bukti.json"));
    expect(text).toContain(bundle.draw.root);
    expect(code).toBe(0);
  });

  it.each(["node", "python"] as const)(
    "%s says which parts of an unfinished draw are open",
    async (verifier) => {
      const place = join(folder, `unfinished for ${verifier}`);
      await writeFiles(place, filesOf(tightBundle({ stage: "promised" })));
      const { code, text } = await verify(verifier, place);
      expect(text).toContain("belum dibuka: pengelola, saksi, angka umum");
      expect(text).toContain("VERDICT: CORRECT SO FAR");
      expect(code).toBe(0);
    },
  );
});
