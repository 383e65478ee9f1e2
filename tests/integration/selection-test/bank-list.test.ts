import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findImport, findItem } from "#features/selection-test/queries/bank.ts";
import { exportItems, headersOf, templateOfItems } from "#features/selection-test/queries/bank-list.ts";
import { qtiOf } from "#features/selection-test/queries/bank-qti.ts";
import { type ItemColumn, itemColumns } from "#features/selection-test/types/bank.ts";
import { importItems } from "#features/selection-test/use-cases/import-items.ts";
import { readItems } from "#features/selection-test/use-cases/read-items.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { writeSheets } from "#platform/spreadsheet/write-sheet.ts";
import { anAdministrator } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
let rini: StaffActor;
let budi: StaffActor;

beforeAll(async () => {
  const administrator = async (): Promise<StaffActor> => ({
    role: "administrator",
    accountId: (await anAdministrator(now)) as AccountId,
    providerSlug: null,
    platformSlug: null,
  });
  rini = await administrator();
  budi = await administrator();
});

type Row = Partial<Record<ItemColumn, string>>;

const sound: Row = {
  code: "NUM-950",
  kind: "Berhitung",
  stem: "Harga 1 kg jeruk Rp16.000. Berapa harga 2 kg?",
  option1: "Rp24.000",
  option2: "Rp28.000",
  option3: "Rp32.000",
  option4: "Rp36.000",
  answer: "c",
  explanation: "2 x Rp16.000 = Rp32.000.",
  difficulty: "1",
  reversed: "tidak",
};

const listOf = (rows: readonly Row[]) => {
  const headers = headersOf();
  return writeSheets("csv", [
    {
      name: "Soal",
      rows: [
        itemColumns.map((column) => headers[column]),
        ...rows.map((row) => itemColumns.map((column) => row[column] ?? "")),
      ],
      widths: [],
    },
  ]);
};

async function upload(bytes: Uint8Array<ArrayBuffer>, actor = rini) {
  const read = await readItems(bytes, "soal.csv");
  if (!read.ok) return read;
  const done = await inOneTransaction(actor, (work) => importItems(work, read.value), { now });
  return done.ok ? await findImport(done.value.importId) : done;
}

describe("a list of items", () => {
  it("becomes drafts of whoever uploads it, and the same list again changes nothing", async () => {
    const list = await listOf([sound, { ...sound, code: "NUM-951", stem: "=1+1 adalah?" }]);
    expect(await upload(list)).toMatchObject({ added: 2, changed: 0, unchanged: 0, refused: [] });
    expect(await findItem("NUM-950.1")).toMatchObject({
      state: "draft",
      authorId: rini.accountId,
      content: { answer: 2, kind: "numeracy" },
    });
    expect((await findItem("NUM-951.1"))?.content.stem).toBe("=1+1 adalah?");
    expect(await upload(list)).toMatchObject({ added: 0, changed: 0, unchanged: 2, refused: [] });
    expect(await upload(list, budi)).toMatchObject({ added: 0, unchanged: 2, refused: [] });
  });

  it("changes the drafts that its author wrote, and nobody else's", async () => {
    await upload(await listOf([{ ...sound, code: "NUM-955" }]));
    const list = await listOf([{ ...sound, code: "NUM-955", difficulty: "2" }]);
    expect(await upload(list, budi)).toMatchObject({
      changed: 0,
      refused: [{ row: 2, column: "code", code: "item-not-yours" }],
    });
    expect(await upload(list)).toMatchObject({ changed: 1, refused: [] });
  });

  it("has its good rows taken and every fault of the others told with row and column", async () => {
    const list = await listOf([
      { ...sound, code: "NUM-960" },
      { ...sound, code: "NUM-961", answer: "E", difficulty: "9" },
      { ...sound, code: "NUM-960" },
      { ...sound, code: "ORD-961", option2: "" },
      { ...sound, code: "NUM-962", image: "0".repeat(32), imageAlt: "Apa saja" },
    ]);
    expect(await upload(list)).toMatchObject({
      added: 1,
      refused: [
        { row: 3, column: "answer", code: "item-not-one-of" },
        { row: 3, column: "difficulty", code: "choose-one" },
        { row: 4, column: "code", code: "item-code-twice" },
        { row: 5, column: "code", code: "item-code-of-other-kind" },
        { row: 5, column: "option2", code: "required" },
        { row: 6, column: "image", code: "item-picture-unknown" },
      ],
    });
    expect(await findItem("NUM-962.1")).toBeNull();
  });

  it("may have its columns in any order, but lacks none", async () => {
    const text = new TextDecoder().decode(await listOf([{ ...sound, code: "NUM-970" }]));
    const turned = text
      .split("\r\n")
      .map((line) =>
        line
          .replace(/^\uFEFF/, "")
          .split(";")
          .toReversed()
          .join(","),
      )
      .join("\n");
    expect(await upload(new TextEncoder().encode(turned))).toMatchObject({ added: 1, refused: [] });
    const lacking = new TextEncoder().encode("kode;soal\nNUM-971;Berapa?\n");
    expect(await upload(lacking)).toMatchObject({
      ok: false,
      refusal: { code: "item-columns-missing", columns: expect.stringContaining("jenis") },
    });
  });

  it("with more cells than headers in a row tells so", async () => {
    const text = new TextDecoder().decode(await listOf([{ ...sound, code: "NUM-972" }]));
    const longer = new TextEncoder().encode(text.replace("Rp24.000", "Rp24;000;"));
    expect(await upload(longer)).toMatchObject({
      added: 0,
      refused: [{ row: 2, column: null, code: "item-row-too-long" }],
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ["nothing but headers", new TextEncoder().encode("kode;soal\n"), "item-list-empty"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), "sheet-unknown-format"],
  ])("that is %s is no list", async (_what, bytes, refusal) => {
    expect(await upload(bytes)).toEqual({ ok: false, refusal });
  });

  it("of the template alone is refused at its example, so that nobody takes it by accident", async () => {
    for (const format of ["csv", "xlsx"] as const) {
      expect(await upload(await templateOfItems(format))).toMatchObject({
        added: 0,
        refused: [{ row: 2, column: "code", code: "item-code-shape" }],
      });
    }
  });

  it("of the whole bank comes back in without changing anything", async () => {
    const codes = await database().testItem.groupBy({ by: ["code"], where: { state: { not: "retired" } } });
    for (const format of ["csv", "xlsx"] as const) {
      expect(await upload(await exportItems(format))).toMatchObject({
        added: 0,
        changed: 0,
        unchanged: codes.length,
        refused: [],
      });
    }
  });
});

describe("one item as QTI 3", () => {
  it("names its right response and keeps signs that XML gives a meaning", async () => {
    await upload(await listOf([{ ...sound, code: "NUM-980", stem: 'Manakah yang benar: 3 < 5 & "7" > 5?' }]));
    const item = await findItem("NUM-980.1");
    if (!item) throw new Error("no item");
    const xml = qtiOf(item);
    expect(xml).toContain("<qti-value>choice-3</qti-value>");
    expect(xml).toContain("3 &lt; 5 &amp; &quot;7&quot; &gt; 5?");
    expect(xml).toContain('shuffle="true"');
    expect(xml.match(/<qti-simple-choice /g)).toHaveLength(4);
  });

  it("has no right response and no scoring when it is a statement", async () => {
    const item = await findItem("MOT-001.1");
    if (!item) throw new Error("no item");
    const xml = qtiOf(item);
    expect(xml).not.toContain("qti-correct-response");
    expect(xml).not.toContain("qti-response-processing");
    expect(xml).toContain('shuffle="false"');
    expect(xml.match(/<qti-simple-choice /g)).toHaveLength(5);
  });
});
