import { expect, type Page } from "@playwright/test";
import { fill, press, sendFormOf, waitUntilPageSays } from "./forms.ts";

/** A webinar of six hours; whatever is told of it stands under this title. */
export type NewCourse = {
  readonly title: string;
  /** Rupiah, as a person writes it. */
  readonly price: string;
};

/** Fills the form of a new course whole. */
export async function fillCourse(page: Page, { title, price }: NewCourse): Promise<void> {
  await page.goto("/lembaga/pelatihan/baru");
  await fill(page, {
    ...{ title, titleEn: `${title} (English)`, price, hours: "6" },
    summary: "Merajut tas belanja dari benang katun, dari simpul pertama sampai jadi.",
    summaryEn: "Crocheting a shopping bag from cotton yarn, from the first knot to the end.",
    description: "Enam jam bersama pelatih, dengan benang dan jarum yang ada di pasar mana pun.",
    outcomes: "Memilih benang dan jarum\nMembaca pola sederhana\nMenyelesaikan satu tas",
    ...{ category: "kreatif", platform: "kelas-sagu", mode: "webinar" },
    "trainer.name": "Rukmini Simulasi",
    "trainer.about": "Merajut dan mengajar merajut sejak dua belas tahun.",
    "syllabus.0.title": "Simpul dan baris",
    "syllabus.0.text": "Rantai, tusuk tunggal, dan tusuk ganda, masing-masing dicoba bersama.",
  });
}

/** An administrator takes up what a provider handed in, and approves it only when every point holds. */
export async function approveCourse(page: Page, title: string): Promise<void> {
  await page.goto("/admin/pelatihan");
  await press(page.getByRole("row", { name: title }).getByRole("link").first());
  await expect(page.locator("h1")).toContainText(title);
  const points = page.locator("main [name=checked]");
  await points.first().check();
  await fill(page, { decision: "approve" });
  const missing = (await points.count()) - 1;
  await press(page.getByRole("button", { name: "Simpan keputusan" }));
  await expect(page.locator("main [role=alert]").first()).toContainText(`${missing} butir`);
  for (const point of await points.all()) await point.check();
  await fill(page, { decision: "approve" });
  await sendFormOf(page, "decision", /diputuskan=1/);
  await expect(page.locator("main")).toContainText("Keputusan tersimpan.");
}

/** Opens a date of the course whose page this is, two weeks from now, for twelve people. Answers its code. */
export async function openDate(page: Page): Promise<string> {
  await press(page.getByRole("link", { name: "Atur jadwal" }));
  const day = dayFromNow(14);
  await fill(page, {
    ...{ startsAt: `${day} 09.00`, endsAt: `${day} 15.00`, seats: "12" },
    place: "http://ruang.example/rajut",
  });
  await press(page.locator("main form:has([name=startsAt]) button[type=submit]"));
  await expect(page.locator("main [role=alert]").first()).toContainText("diawali https://");
  await expect(page.locator("main [name=startsAt]")).toHaveValue(`${day} 09.00`);
  await fill(page, { place: "https://ruang.example/rajut" });
  await sendFormOf(page, "startsAt", /ditambah=1/);
  const code = (await page.locator("main table tbody th").first().textContent()) ?? "";
  expect(code).toMatch(/^JDW-[A-Z0-9]+$/);
  return code;
}

/** Calls off the only date of the course whose page of dates this is. */
export async function callOffDate(page: Page, reason: string): Promise<void> {
  await press(page.locator('main table a[href*="/jadwal/"]').first());
  await expect(page.locator("main")).toContainText("1 orang sudah membeli");
  await fill(page, { reason, confirmed: "yes" });
  await sendFormOf(page, "reason", /dibatalkan=1/);
}

/** A visitor who looks for the course by a word of its title finds it, and what it costs. */
export async function findInCatalogue(
  page: Page,
  { title, price }: NewCourse,
  word: string,
): Promise<string> {
  await page.goto("/pelatihan");
  await fill(page, { cari: word });
  await press(page.locator("main form:has([name=cari]) button[type=submit]").first());
  await press(page.locator("main").getByRole("link", { name: title }).first());
  await expect(page.locator("h1")).toHaveText(title);
  await expect(page.locator("main")).toContainText(`Rp${price}`);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** What came back to the balance because the provider called the date off, and why. */
export async function expectCalledOff(
  page: Page,
  { title, price }: NewCourse,
  reason: string,
): Promise<void> {
  await waitUntilPageSays(page, "/transaksi", "membatalkan jadwalnya, jadi uangnya kembali");
  await press(page.getByRole("link", { name: title }).first());
  await expect(page.locator("main")).toContainText(reason);
  await page.goto("/saldo");
  await expect(page.locator("main")).toContainText("Rp1.000.000");
  await expect(page.locator("main")).toContainText(`Rp${price}`);
}

/** "08-12-2026", some days after today. */
function dayFromNow(days: number): string {
  const [year, month, day] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${day}-${month}-${year}`;
}
