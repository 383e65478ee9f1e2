import { type Browser, expect, type Page, test } from "@playwright/test";
import { castNumbers } from "./steps/cast.ts";
import {
  approveCourse,
  callOffDate,
  expectCalledOff,
  fillCourse,
  findInCatalogue,
  type NewCourse,
  openDate,
} from "./steps/course.ts";
import { fill, press, sendFormOf, waitUntilPageSays } from "./steps/forms.ts";
import { call, digitsSentBy, PORTAL, PROVIDER, redeemCodeOn, told } from "./steps/partner.ts";
import { signIn } from "./steps/sign-in.ts";
import { expectStatementAgrees } from "./steps/statement.ts";
import { readCardNumber } from "./steps/training.ts";

// A provider's whole day, by hand and by its system: a new course until it is sold and called off again, the work on
// what was bought, and a key that is changed.

const PROVIDER_OFFICER = "lembaga@contoh.test";
const GITA = "gita@contoh.test";
const COURSE = "menulis-cv-dan-wawancara";

test("a provider writes a course, is mended, approved, found and bought from, and is told its money", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const word = wordOfThisMoment();
  const course: NewCourse = { title: `Merajut Tas ${word}`, price: "575.000" };
  const officer = await pageOf(browser, PROVIDER_OFFICER, true);

  await test.step("a price above the ceiling is refused at its field, and mended", () =>
    writeCourse(officer, course));
  const own = new URL(officer.url()).pathname;
  const administrator = await pageOf(browser, "admin@contoh.test", true);
  await test.step("the administrator approves it by the checklist", () =>
    approveCourse(administrator, course.title));
  await waitUntilPageSays(officer, own, "Isinya sekarang menjadi isi pelatihan ini");
  const schedule = await test.step("the provider opens a date", () => openDate(officer));

  const slug = await test.step("a visitor finds it", async () =>
    findInCatalogue(await (await browser.newContext({ javaScriptEnabled: false })).newPage(), course, word));
  const gita = await pageOf(browser, GITA);
  const code = await test.step("a recipient buys it", () => buy(gita, slug));
  await test.step("the provider sees a participant, and no person", () =>
    showsParticipant(officer, schedule, code));
  await test.step("the date is called off, and the money goes back", async () => {
    await officer.goto(`${own}/jadwal`);
    await callOffDate(officer, "Pelatihnya sakit");
    await expectCalledOff(gita, course, "Pelatihnya sakit");
  });
  await test.step("page, paper and table of the statement say the same", () =>
    expectStatementAgrees(officer, course.title, "517500"));
});

test("a provider grades a task that its system handed in, and answers a review for everybody to read", async ({
  browser,
}) => {
  const participant = await pageOf(browser, "hadi@contoh.test");
  await participant.goto("/transaksi");
  await press(participant.locator('main a[href^="/transaksi/"]').first());
  const redeem_code = await redeemCodeOn(participant);
  const place = { redeem_code, scope: "tpm", sequence: 2 };
  await told(PROVIDER, "/tpm/submission", { ...place, url_file: `${PORTAL}/contoh-mitra/status.py` });

  const officer = await pageOf(browser, PROVIDER_OFFICER, true);
  await waitUntilPageSays(officer, "/lembaga/tugas", redeem_code);
  await press(officer.getByRole("row", { name: redeem_code }).getByRole("link").first());
  await expect(officer.locator("h1")).toHaveText("Praktik mandiri 2");
  await fill(officer, { notes: "Bagus" });
  await press(officer.getByRole("button", { name: "Kirim umpan balik" }));
  await expect(officer.locator("main [role=alert]").first()).toContainText("paling sedikit 10 huruf");
  await fill(officer, { notes: "Rapi dan jelas. Tambahkan satu contoh dari pekerjaan Anda sendiri." });
  await sendFormOf(officer, "notes", /tersimpan=1/);
  await expect(officer.locator("main")).not.toContainText(redeem_code);
  expect(await told(PROVIDER, "/tpm/submission/status", place)).toMatchObject({
    ...{ assignment: { status: 2 }, feedback: { status: 2 } },
  });
  await participant.goto(`/belajar/${COURSE}`);
  await expect(participant.locator("main")).toContainText(
    "Tambahkan satu contoh dari pekerjaan Anda sendiri.",
  );

  const answer = `Terima kasih sudah belajar bersama kami, ${wordOfThisMoment()}.`;
  await officer.goto("/lembaga/ulasan?daftar=semua");
  await press(officer.getByRole("row", { name: "Menulis CV" }).getByRole("link").first());
  await fill(officer, { text: answer });
  await sendFormOf(officer, "text", /terjawab/);
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(`/pelatihan/${COURSE}`);
  await expect(visitor.locator("main")).toContainText(answer);
});

test("a provider changes a key: both sign until the old one ends, and what fails stands in the log", async ({
  browser,
}) => {
  const page = await pageOf(browser, PROVIDER_OFFICER, true);
  await page.goto("/lembaga/kunci");
  await press(page.getByRole("button", { name: "Buat kode klien" }));
  await expect(page).toHaveURL(/hasil=dibuat/);
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const old = { code, key: await shownKey(page) };
  await press(page.getByRole("button", { name: "Ganti kunci" }));
  await expect(page.locator("main [role=alert]").first()).toContainText("Simpan dulu");
  await press(page.getByRole("button", { name: "Sudah saya simpan" }));
  await expect(page).toHaveURL(/hasil=disimpan/);
  await expect(page.locator("main")).not.toContainText(old.key);
  await press(page.getByRole("button", { name: "Ganti kunci" }));
  await expect(page).toHaveURL(/hasil=diganti/);
  const present = { code, key: await shownKey(page) };
  expect(present.key).not.toBe(old.key);
  await expect(page.locator("main")).toContainText("Masih berlaku sampai");

  const STATUS = "/payment/redeem-code/status";
  for (const client of [old, present]) {
    expect(await told(client, STATUS, { redeem_code: "PRAT-BARU" })).toMatchObject({
      redeem_code: "PRAT-BARU",
    });
  }
  const unknown = await call(present, STATUS, { redeem_code: "TIDAKADA99" });
  expect(unknown).toMatchObject({ status: 400, body: { code: "ERRRDM40001" } });
  const forged = await call({ code, key: "kunci-tebakan" }, STATUS, { redeem_code: "PRAT-BARU" });
  expect(forged).toMatchObject({ status: 401, body: { code: "ERRGEN40102" } });
  await waitUntilPageSays(page, "/lembaga/log?kode=refused", code);
  const refused = page.locator("main table").first().getByRole("row", { name: code });
  await expect(refused.filter({ hasText: "ERRRDM40001" })).toContainText("Kode redeem tidak dikenal.");
  await expect(refused.filter({ hasText: "ERRGEN40102" })).toContainText("Tanda tangan tidak cocok.");

  await page.goto(`/lembaga/kunci/${code}`);
  await page.locator("main [name=sure]").check();
  await press(page.getByRole("button", { name: "Cabut kode klien" }));
  await expect(page.locator("main")).toContainText("Kode klien dicabut.");
  // The front door remembers a client for two seconds.
  await expect(async () => {
    for (const client of [old, present]) {
      const ended = { status: 401, body: { code: "ERRGEN40101" } };
      expect(await call(client, STATUS, { redeem_code: "PRAT-BARU" })).toMatchObject(ended);
    }
  }).toPass({ timeout: 10_000, intervals: [500] });
});

async function pageOf(browser: Browser, email: string, javaScriptEnabled = false): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await signIn(page, email);
  return page;
}

/** Letters only, another one at every moment: nothing else in the catalogue says it. */
function wordOfThisMoment(): string {
  return `K${[...String(Date.now())].map((digit) => "aeioulmnrs"[Number(digit)]).join("")}`;
}

async function writeCourse(page: Page, course: NewCourse): Promise<void> {
  await fillCourse(page, { ...course, price: "700.000" });
  await press(page.locator("main form:has([name=title]) button[type=submit]").first());
  await expect(page.locator("main [name=price]")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("main [role=alert]").first()).toContainText("Rp600.000 (Rp100.000 per jam)");
  await expect(page.locator("main [name=title]")).toHaveValue(course.title);
  await expect(page.locator("main [name=mode][value=webinar]")).toBeChecked();
  await fill(page, { price: course.price });
  await sendFormOf(page, "title", /tersimpan=1/);
  await press(page.getByRole("button", { name: "Ajukan untuk diperiksa" }));
  await expect(page).toHaveURL(/diajukan=1/);
  await expect(page.locator("main")).toContainText("Versi 1 sedang diperiksa");
}

/** By card number and the code that came; answers the redeem code. */
async function buy(page: Page, slug: string): Promise<string> {
  const cardNumber = await readCardNumber(page);
  await page.goto(`/beli/${slug}`);
  await fill(page, { cardNumber });
  const digits = await digitsSentBy(GITA, () => sendFormOf(page, "cardNumber", /beli\/kode\/[0-9a-f-]{36}/));
  await fill(page, { digits });
  await sendFormOf(page, "digits", /transaksi\/[0-9a-f-]{36}/);
  await expect(page.locator("main")).toContainText("Pelatihan sudah dibeli");
  return redeemCodeOn(page);
}

async function showsParticipant(page: Page, schedule: string, code: string): Promise<void> {
  await page.goto("/lembaga/peserta");
  await expect(page.getByRole("row", { name: schedule })).toContainText("1 dari 12");
  await press(page.getByRole("link", { name: schedule }));
  const row = page.getByRole("row", { name: code });
  await expect(row).toContainText("G. S.");
  await expect(row).toContainText("Menunggu ditukarkan");
  const seen = await page.content();
  expect(seen.includes("Gita"), "the name of a participant").toBe(false);
  const numbers = castNumbers().find(({ name }) => name === "Gita")?.numbers ?? [];
  expect(numbers).toHaveLength(3);
  for (const number of numbers) expect(seen.includes(number), "a number of a participant").toBe(false);
}

async function shownKey(page: Page): Promise<string> {
  const term = page.locator("main dt", { hasText: "Kunci tanda tangan" });
  return ((await term.locator("xpath=following-sibling::dd").textContent()) ?? "").trim();
}
