import { describe, expect, test } from "vitest";
import { findCourses, findCoursesOfInterest } from "#features/catalogue/queries/search.ts";
import { courseSearch } from "#features/catalogue/schema/search.ts";
import { addDays, dayInWib, startOfDay } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";

const now = new Date("2026-11-24T03:00:00Z");

const search = (asked: Readonly<Record<string, string>>) => findCourses(courseSearch.parse(asked), now);
const slugsOf = async (asked: Readonly<Record<string, string>>) =>
  (await search(asked)).items.map(({ slug }) => slug);

describe("a person looks for a training by words", () => {
  test.each([
    ["excel", "lembar-kerja-excel-dasar"],
    ["kopi", "barista-kopi-seduh-manual"],
    ["jahit", "menjahit-pakaian-dasar"],
    ["merawat lansia", "perawatan-lansia-di-rumah"],
    ["foto", "fotografi-produk-dengan-ponsel"],
    ["fotografy", "fotografi-produk-dengan-ponsel"],
    ["FOTOGRAFÍ", "fotografi-produk-dengan-ponsel"],
    ["spreadsheet", "lembar-kerja-excel-dasar"],
    ["kursus menjahit pakaian", "menjahit-pakaian-dasar"],
    ["perawatan lansia", "perawatan-lansia-di-rumah"],
  ])("%s comes first with %s", async (cari, slug) => {
    const found = await search({ cari });
    expect(found.items[0]?.slug).toBe(slug);
    expect(found.answer).toEqual({ kind: "as-typed" });
  });

  test.each([
    ["exel", "excel", "lembar-kerja-excel-dasar"],
    ["fotogarfi", "fotografi", "fotografi-produk-dengan-ponsel"],
    ["jait", "jahit", "menjahit-pakaian-dasar"],
    ["barsita", "barista", "barista-kopi-seduh-manual"],
    ["hidrponik", "hidroponik", "hidroponik-rumahan"],
    ["pembukuwan", "pembukuan", "dasar-pembukuan-usaha-kecil"],
  ])("%s, misspelt, finds what %s finds", async (cari, meant, slug) => {
    const found = await search({ cari });
    expect(found.answer).toEqual({ kind: "corrected", words: meant });
    expect(found.items.map((course) => course.slug)).toContain(slug);
  });

  test("a word far from every other is only asked about", async () => {
    const found = await search({ cari: "fotographer" });
    expect(found.answer).toEqual({ kind: "as-typed" });
    expect(found.items).toEqual([]);
    expect(found.suggestion).toMatch(/^foto/);
    expect((await search({ cari: found.suggestion ?? "" })).items.length).toBeGreaterThan(0);
  });

  test("who types a sentence gets what has some of its words, and is told so", async () => {
    const found = await search({ cari: "kopi sambil memperbaiki sepeda motor" });
    expect(found.answer).toEqual({ kind: "some-words" });
    expect(found.items.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["servis-motor-injeksi-dasar", "barista-kopi-seduh-manual"]),
    );
  });

  test("a word that nothing is like finds nothing and suggests nothing", async () => {
    expect(await search({ cari: "xyzzyq" })).toMatchObject({ items: [], count: 0, suggestion: null });
  });

  test.each(["'", "a & b | !c:*", "\\", "%_", "();--", "🙂", "dan"])("%j breaks nothing", async (cari) => {
    expect((await search({ cari })).count).toBeGreaterThanOrEqual(0);
  });

  test("a word whose stem begins many others finds only what says it", async () => {
    expect(await slugsOf({ cari: "melati" })).toEqual(["hidroponik-rumahan"]);
  });

  test("a course that is renamed is found by its new name at once, and one that is withdrawn no more", async () => {
    const slug = "budidaya-lele-kolam-terpal";
    await database().course.update({ where: { slug }, data: { title: "Beternak Gurami di Kolam Terpal" } });
    expect(await slugsOf({ cari: "gurami" })).toEqual([slug]);
    await database().course.update({ where: { slug }, data: { active: false } });
    expect(await slugsOf({ cari: "gurami" })).toEqual([]);
  });
});

describe("filters, order and pages", () => {
  test("filters narrow together", async () => {
    const found = await search({ cara: "webinar", harga: "500000" });
    expect(found.items.map(({ slug }) => slug).toSorted()).toEqual([
      "bahasa-inggris-untuk-layanan",
      "pelayanan-pelanggan-ritel",
    ]);
    expect(await slugsOf({ lama: "panjang", kategori: "kesehatan" })).toEqual(["perawatan-lansia-di-rumah"]);
    expect(await slugsOf({ platform: "rakit-bisa", lembaga: "bengkel-belajar-obeng" })).toEqual([
      "servis-motor-injeksi-dasar",
    ]);
  });

  test("a course with less than the wanted stars, or with no review, is left out", async () => {
    const [good, bad] = await database().course.findMany({
      where: { slug: { in: ["hidroponik-rumahan", "teknisi-ac-dasar"] } },
      orderBy: { slug: "asc" },
    });
    await database().courseRating.createMany({
      data: [
        { courseId: good?.id ?? "", reviews: 2, stars: 9 },
        { courseId: bad?.id ?? "", reviews: 2, stars: 7 },
      ],
    });
    expect(await slugsOf({ rating: "4" })).toEqual(["hidroponik-rumahan"]);
    expect((await slugsOf({ urut: "rating" })).slice(0, 2)).toEqual([
      "hidroponik-rumahan",
      "teknisi-ac-dasar",
    ]);
    const recommended = await findCoursesOfInterest("pertanian", now);
    expect(recommended[0]?.slug).toBe("hidroponik-rumahan");
    expect(recommended.every(({ categoryCode }) => categoryCode === "pertanian")).toBe(true);
  });

  test.each(["judul", "termurah", "termahal", "tersingkat", "rating", "cocok"])(
    "by %s, two pages hold every course once",
    async (urut) => {
      const first = await search({ urut });
      expect(first.items).toHaveLength(12);
      const second = await search({ urut, setelah: first.next ?? "" });
      expect(second.next).toBeNull();
      const all = [...first.items, ...second.items];
      expect(new Set(all.map(({ id }) => id)).size).toBe(first.count);
      expect(all).toHaveLength(first.count);
      if (urut === "termurah") {
        expect(all.map(({ price }) => price)).toEqual(
          all.map(({ price }) => price).toSorted((one, other) => Number(one - other)),
        );
      }
    },
  );

  test("seats are those of the dates to come", async () => {
    const { id } = await database().course.findUniqueOrThrow({ where: { slug: "menjahit-pakaian-dasar" } });
    await database().courseSchedule.updateMany({ where: { courseId: id }, data: { cancelledAt: now } });
    const starts = startOfDay(addDays(dayInWib(now), 5));
    const at = (startsAt: Date, code: string, seatsTaken: number) => ({
      ...{ id: crypto.randomUUID(), courseId: id, code, startsAt, place: "Aula", seats: 10, seatsTaken },
      ...{ endsAt: new Date(startsAt.getTime() + 3_600_000), createdAt: now },
    });
    await database().courseSchedule.createMany({
      data: [at(new Date(now.getTime() - 1000), "JDW-LALU01", 0), at(starts, "JDW-NANTI1", 4)],
    });
    const [found] = (await search({ cari: "menjahit pakaian" })).items;
    expect(found).toMatchObject({ seatsLeft: 6, nextStart: starts });
  });
});
