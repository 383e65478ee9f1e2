import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findItem, findItems } from "#features/selection-test/queries/bank.ts";
import type { BankRefusal } from "#features/selection-test/refusals/bank.ts";
import { findBank } from "#features/selection-test/repository.ts";
import type { ItemContent } from "#features/selection-test/types/bank.ts";
import { limitExposure } from "#features/selection-test/use-cases/limit-exposure.ts";
import { preparePicture } from "#features/selection-test/use-cases/prepare-picture.ts";
import { retireItem } from "#features/selection-test/use-cases/retire-item.ts";
import { reviewItem, submitItem } from "#features/selection-test/use-cases/review-item.ts";
import { writeItem } from "#features/selection-test/use-cases/write-item.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { anAdministrator } from "../../support/people.ts";
import { aCard } from "../../support/pictures.ts";

const now = new Date("2026-11-24T03:00:00Z");
let rini: StaffActor;
let budi: StaffActor;
let number = 900;
let seconds = 0;

/** Every command a second after the one before. */
const later = () => {
  seconds += 1;
  return addSeconds(now, seconds);
};

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

const newCode = () => {
  number += 1;
  return `NUM-${number}`;
};

const by = (actor: StaffActor) => {
  const run = <Value>(command: (work: Work<StaffActor>) => Promise<Result<Value, BankRefusal>>) =>
    inOneTransaction(actor, command, { now: later() });
  return {
    write: (code: string, changes: Partial<ItemContent> = {}, isNew = false) =>
      run((work) =>
        writeItem(work, {
          item: { code, content: { ...content, ...changes }, exposureLimit: null },
          picture: null,
          isNew,
        }),
      ),
    submit: (itemId: string) => run((work) => submitItem(work, { itemId })),
    approve: (itemId: string) => run((work) => reviewItem(work, { itemId, decision: "approve", note: null })),
    sendBack: (itemId: string, note: string) =>
      run((work) => reviewItem(work, { itemId, decision: "return", note })),
    retire: (itemId: string) => run((work) => retireItem(work, { itemId, note: "Sudah usang sekali." })),
    limit: (itemId: string, exposureLimit: number | null) =>
      run((work) => limitExposure(work, { itemId, exposureLimit })),
  };
};

async function anApprovedItem(code = newCode()): Promise<string> {
  await by(rini).write(code);
  await by(rini).submit(`${code}.1`);
  await by(budi).approve(`${code}.1`);
  return `${code}.1`;
}

/** The ids that the drawing of a test may choose from. */
const drawable = async (): Promise<readonly string[]> => {
  const bank = await database().$transaction((tx) => findBank(tx));
  return bank.map(({ id }) => id);
};
const refusedWith = (code: string) => ({ ok: false, refusal: { code } });

describe("the life of an item", () => {
  it("is written, handed over, approved by somebody else, and only then drawn", async () => {
    const code = newCode();
    expect(await by(rini).write(code)).toEqual({ ok: true, value: { id: `${code}.1`, was: "added" } });
    expect(await drawable()).not.toContain(`${code}.1`);
    await by(rini).submit(`${code}.1`);
    expect(await drawable()).not.toContain(`${code}.1`);
    expect(await by(rini).approve(`${code}.1`)).toEqual(refusedWith("item-own-approval"));
    expect(await by(budi).approve(`${code}.1`)).toEqual({ ok: true, value: { itemId: `${code}.1` } });
    expect(await drawable()).toContain(`${code}.1`);
    const item = await findItem(`${code}.1`);
    expect(item?.reviews.map(({ step }) => step)).toEqual(["submitted", "approved"]);
  });

  it("goes back to its author with a note, and may be mended", async () => {
    const code = newCode();
    await by(rini).write(code);
    await by(rini).submit(`${code}.1`);
    expect(await by(rini).write(code, { difficulty: 2 })).toEqual(refusedWith("item-open-version"));
    await by(budi).sendBack(`${code}.1`, "Pilihan C terlalu mirip.");
    expect(await by(budi).write(code, { difficulty: 2 })).toEqual(refusedWith("item-not-yours"));
    expect(await by(rini).write(code, { difficulty: 2 })).toEqual({
      ok: true,
      value: { id: `${code}.1`, was: "changed" },
    });
    const item = await findItem(`${code}.1`);
    expect(item).toMatchObject({ state: "draft", content: { difficulty: 2 } });
    expect(item?.reviews.at(-1)).toMatchObject({ step: "returned", note: "Pilihan C terlalu mirip." });
  });

  it("in use gets a second version, and keeps the first until the second is approved", async () => {
    const first = await anApprovedItem();
    const code = first.replace(".1", "");
    expect(await by(budi).write(code, { difficulty: 3 })).toEqual({
      ok: true,
      value: { id: `${code}.2`, was: "changed" },
    });
    expect(await drawable()).toContain(first);
    await by(budi).submit(`${code}.2`);
    await by(rini).approve(`${code}.2`);
    expect(await drawable()).toContain(`${code}.2`);
    expect(await findItem(first)).toMatchObject({
      state: "retired",
      active: false,
      content: { difficulty: 1 },
    });
  });

  it("written again with the same words changes nothing", async () => {
    const first = await anApprovedItem();
    expect(await by(budi).write(first.replace(".1", ""))).toEqual({
      ok: true,
      value: { id: first, was: "unchanged" },
    });
  });

  it("under a code that is taken is no new item", async () => {
    const first = await anApprovedItem();
    expect(await by(budi).write(first.replace(".1", ""), { difficulty: 2 }, true)).toEqual(
      refusedWith("item-code-taken"),
    );
  });

  it("written twice at once by two people becomes one draft", async () => {
    const code = newCode();
    const written = await Promise.all([by(rini).write(code, {}, true), by(budi).write(code, {}, true)]);
    expect(written.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().testItem.count({ where: { code } })).toBe(1);
  });

  it("is taken out of use, on record, and never again handed over", async () => {
    const first = await anApprovedItem();
    expect(await by(budi).retire(first)).toEqual({ ok: true, value: { itemId: first } });
    expect(await drawable()).not.toContain(first);
    expect(await by(rini).submit(first)).toEqual(refusedWith("item-not-draft"));
    expect(await database().auditEvent.count({ where: { subject: `test-item:${first}` } })).toBe(4);
  });

  it("has a limit of exposure while it is in use", async () => {
    const first = await anApprovedItem();
    expect(await by(budi).limit(first, 20)).toEqual({ ok: true, value: { itemId: first } });
    expect((await findItem(first))?.exposureLimit).toBe(20);
    expect(await by(budi).limit("MOT-001.1", 20)).toEqual(refusedWith("item-not-in-use"));
    expect(await by(budi).limit("NUM-000.1", 20)).toEqual(refusedWith("item-unknown"));
  });

  it("comes page by page without what is retired", async () => {
    const { rows, next } = await findItems({ kind: "numeracy" });
    expect(rows).toHaveLength(50);
    const second = await findItems({ kind: "numeracy" }, next ?? "");
    expect(second.rows[0]?.code).toBeDefined();
    expect(rows.map(({ id }) => id)).not.toContain(second.rows[0]?.id);
    expect([...rows, ...second.rows].some(({ state }) => state === "retired")).toBe(false);
  });
});

describe("a picture", () => {
  it("is written anew, kept once under its hash, and needs words", async () => {
    const prepared = await preparePicture(await aCard());
    if (!prepared.ok) throw new Error(prepared.refusal);
    const picture = prepared.value;
    const code = newCode();
    const written = (imageAlt: string | null) =>
      inOneTransaction(
        rini,
        (work) =>
          writeItem(work, {
            item: { code, exposureLimit: null, content: { ...content, image: picture.id, imageAlt } },
            picture,
            isNew: false,
          }),
        { now },
      );
    expect(await written(null)).toEqual(refusedWith("item-picture-untold"));
    expect(await written("Sekeranjang jeruk")).toMatchObject({ ok: true, value: { was: "added" } });
    expect(await written("Sekeranjang jeruk")).toMatchObject({ ok: true, value: { was: "unchanged" } });
    expect(await database().testImage.count({ where: { id: picture.id } })).toBe(1);
  });

  it("that the bank does not have is refused", async () => {
    expect(await by(rini).write(newCode(), { image: "0".repeat(32), imageAlt: "Apa saja" })).toEqual(
      refusedWith("item-picture-unknown"),
    );
  });

  it("of some other kind is no picture", async () => {
    expect(
      await preparePicture(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>")),
    ).toEqual({
      ok: false,
      refusal: "photo-wrong-kind",
    });
  });
});

describe("the database refuses, whatever the code does,", () => {
  const update = (id: string, data: object) => database().testItem.update({ where: { id }, data });

  it("an item that its author approved", async () => {
    const code = newCode();
    await by(rini).write(code);
    await by(rini).submit(`${code}.1`);
    await expect(update(`${code}.1`, { state: "approved", approvedBy: rini.accountId })).rejects.toThrow(
      "test_item_two_persons",
    );
    await expect(update(`${code}.1`, { state: "approved" })).rejects.toThrow(
      "test_item_approved_by_somebody",
    );
  });

  it.each([
    ["a draft in use without a review", { state: "approved" }, "cannot go from draft to approved"],
    ["a draft that is drawn", { active: true }, "test_item_drawn_is_approved"],
    ["another author", { authorId: "0190c000-0000-7000-8000-000000000009" }, "who wrote and approved"],
    [
      "an approval before a review",
      { approvedBy: "0190c000-0000-7000-8000-000000000009" },
      "who wrote and approved",
    ],
    ["a picture without words", { imageAlt: "Tanpa gambar" }, "test_item_picture_told"],
    ["a limit beyond everything", { exposureLimit: 101 }, "test_item_exposure_limit"],
    ["a difficulty of four", { difficulty: 4 }, "test_item_shape"],
  ])("%s", async (_what, data, told) => {
    const code = newCode();
    await by(rini).write(code);
    await expect(update(`${code}.1`, data)).rejects.toThrow(told);
  });

  it.each([
    ["other words", { stem: "Lain sama sekali" }, "write a new version"],
    ["another key", { answer: 0 }, "write a new version"],
    ["the way back to a draft", { state: "draft", active: false }, "cannot go from approved to draft"],
  ])("%s under an item in use", async (_what, data, told) => {
    const id = await anApprovedItem();
    await expect(update(id, data)).rejects.toThrow(told);
  });

  it("two drafts, and two versions in use, under one code", async () => {
    const first = await anApprovedItem();
    const code = first.replace(".1", "");
    await by(rini).write(code, { difficulty: 2 });
    const third = { ...content, options: [...content.options], id: `${code}.3`, code, version: 3 };
    await expect(
      database().testItem.create({ data: { ...third, authorId: rini.accountId } }),
    ).rejects.toThrow("Unique constraint");
    await expect(
      database().testItem.create({ data: { ...third, state: "approved", active: true } }),
    ).rejects.toThrow("Unique constraint");
  });

  it("an item that begins approved although somebody wrote it", async () => {
    const code = newCode();
    const row = { ...content, options: [...content.options], id: `${code}.1`, code, version: 1 };
    await expect(
      database().testItem.create({ data: { ...row, state: "approved", authorId: rini.accountId } }),
    ).rejects.toThrow("begins as a draft");
  });

  it("to forget an item, a step of its history or a picture", async () => {
    const id = await anApprovedItem();
    await expect(database().testItem.delete({ where: { id } })).rejects.toThrow();
    await expect(database().testItemReview.deleteMany({ where: { itemId: id } })).rejects.toThrow();
    await expect(
      database().testImage.updateMany({ data: { contentType: "image/svg+xml" } }),
    ).rejects.toThrow();
    await expect(
      database().testImage.create({
        data: { id: "0".repeat(32), contentType: "image/jpeg", bytes: new Uint8Array([1]) },
      }),
    ).rejects.toThrow("test_image_is_its_hash");
  });
});
