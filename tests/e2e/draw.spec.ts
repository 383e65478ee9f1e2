import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  closeWave,
  command,
  holdCeremony,
  openFreshWave,
  type Staff,
  signInStaff,
} from "./steps/administrator.ts";
import { waitUntilPageSays } from "./steps/forms.ts";
import { joinWave } from "./steps/newcomer.ts";
import { signIn } from "./steps/sign-in.ts";

// A wave with one place for two people: reviewed by two administrators and a witness, and checked by who was not drawn.

test("two administrators review and draw a wave; who was not drawn checks the own proof without a network", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const staff = await signInStaff(browser);
  const address = await openFreshWave(staff, "1");
  const people = [await personOf(browser, "dewi@contoh.test"), await personOf(browser, "fajar@contoh.test")];
  for (const person of people) await joinWave(person);

  await test.step("nobody closes or draws alone", () => cannotDoAlone(staff, address));
  await test.step("the review shows figures, a sample and what was done", () => isReviewable(staff, address));
  await command(staff.operator, address, "Kunci daftar");
  await holdCeremony(staff, address);
  await command(staff.operator, address, "Usulkan undian");
  await command(staff.second, address, "Setujui dan undi");
  await waitUntilPageSays(staff.operator, address, "Selesai ditinjau");
  const number = await numberOf(people[0]);
  await test.step("before the publication nobody learns the result", () => isNotToldYet(people, number));
  await command(staff.second, address, "Selesai ditinjau");
  await command(staff.operator, address, "Terbitkan keputusan");
  await command(staff.operator, address, "Usulkan pengumuman");
  await command(staff.second, address, "Setujui pengumuman");
  await waitUntilPageSays(staff.operator, address, "Arsipkan gelombang");

  const results = await Promise.all(people.map((person) => resultOf(person, number)));
  expect(results.toSorted()).toEqual([false, true]);
  const notDrawn = people[results.indexOf(false)];
  if (!notDrawn) throw new Error("both were selected");
  await test.step("the own proof holds offline", () => checksOffline(browser, notDrawn, number));
  await test.step("the decree is a PDF for everybody", () => decreeIsPublic(browser, number));
});

async function personOf(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, email);
  return page;
}

async function cannotDoAlone(staff: Staff, address: string): Promise<void> {
  await command(staff.operator, address, "Usulkan tutup sekarang");
  await staff.operator.goto(address);
  await expect(staff.operator.getByRole("button", { name: "Setujui dan tutup sekarang" })).toHaveCount(0);
  await closeWave(staff, address);
}

async function isReviewable({ second }: Staff, address: string): Promise<void> {
  await waitUntilPageSays(second, address, /Perempuan/);
  await second.goto(`${address}/tinjau`);
  await expect(second.locator("main")).toContainText(/benih/i);
  await second.goto(`${address}/perbandingan`);
  await expect(second.locator("h1")).toBeVisible();
}

/** The wave's number, from the person's own history. */
async function numberOf(person: Page | undefined): Promise<number> {
  if (!person) throw new Error("nobody");
  await person.goto("/gelombang");
  const link = await person.locator('main a[href^="/gelombang/"]').first().getAttribute("href");
  return Number(link?.split("/").at(-1));
}

async function isNotToldYet(people: readonly Page[], number: number): Promise<void> {
  for (const person of people) {
    await person.goto(`/gelombang/${number}`);
    await expect(person.locator("main")).not.toContainText(/Anda terpilih|Anda belum terpilih/);
    expect((await person.request.get(`/undian/${number}/hasil.csv`)).status()).toBe(404);
  }
}

async function resultOf(person: Page, number: number): Promise<boolean> {
  await person.goto(`/gelombang/${number}`);
  const proof = await (await person.request.get(`/gelombang/${number}/bukti.json`)).json();
  const words = (await person.locator("main").textContent()) ?? "";
  const isSelected = proof.outcome === "selected";
  expect(words).toContain(isSelected ? "Anda terpilih" : "Anda belum terpilih");
  return isSelected;
}

/** The checker, saved as a file, with the proof and the published root; then with one letter changed. */
async function checksOffline(browser: Browser, person: Page, number: number): Promise<void> {
  const folder = mkdtempSync(`${tmpdir()}/undian-`);
  const page = await person.request.get("/undian/periksa-bukti.html");
  writeFileSync(`${folder}/periksa.html`, await page.body());
  const proof = await person.request.get(`/gelombang/${number}/bukti.json`);
  writeFileSync(`${folder}/bukti.json`, await proof.body());
  const draw = await (await person.request.get(`/undian/${number}/undian.json`)).json();

  const context = await browser.newContext({ offline: true });
  const checker = await context.newPage();
  await checker.goto(`file://${folder}/periksa.html`);
  await checker.locator("#berkas").setInputFiles(`${folder}/bukti.json`);
  await checker.locator("#akar").fill(draw.root);
  await checker.locator("form button").click();
  await expect(checker.locator("#jawaban")).toHaveClass("benar");

  const changed = JSON.parse(readFileSync(`${folder}/bukti.json`, "utf8"));
  writeFileSync(`${folder}/bukti.json`, JSON.stringify({ ...changed, taken: changed.taken + 1 }));
  await checker.reload();
  await checker.locator("#berkas").setInputFiles(`${folder}/bukti.json`);
  await checker.locator("#akar").fill(draw.root);
  await checker.locator("form button").click();
  await expect(checker.locator("#jawaban")).toHaveClass("salah");
  await context.close();
}

async function decreeIsPublic(browser: Browser, number: number): Promise<void> {
  const visitor = await (await browser.newContext()).newPage();
  const paper = await visitor.request.get(`/keputusan/${number}`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await visitor.goto(`/undian/${number}`);
  await expect(visitor.locator("main")).toContainText("hasil.csv");
}
