import { expect, type Page } from "@playwright/test";
import { fill, sendFormOf } from "./forms.ts";

/** Closes what is open and opens a new wave, so that whoever joins next joins this one. Answers its address. */
export async function openFreshWave(page: Page, number: number): Promise<string> {
  await page.goto("/admin/gelombang");
  const links = await page
    .locator('main a[href^="/admin/gelombang/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const href of links.filter((link) => link && !link.endsWith("/baru"))) {
    await page.goto(href ?? "");
    if (await page.getByRole("button", { name: "Tutup sekarang" }).count()) await command(page);
  }
  await page.goto("/admin/gelombang/baru");
  await fill(page, { number: String(number), quota: "20" });
  await sendFormOf(page, "quota", /\/admin\/gelombang(?!\/baru)/);
  if (!/gelombang\/[0-9a-f-]{36}/.test(page.url())) {
    await page
      .locator("main a", { hasText: new RegExp(`\\b${number}\\b`) })
      .first()
      .click();
    await page.waitForURL(/gelombang\/[0-9a-f-]{36}/);
  }
  const address = new URL(page.url()).pathname;
  if (await page.locator("main [name=confirmed]").count()) {
    if (await page.getByRole("button", { name: "Buka sekarang" }).count()) await command(page);
  }
  return address;
}

/** The next step of a wave's life, confirmed. */
async function command(page: Page): Promise<void> {
  const button = page.locator("main form:has([name=confirmed]) button[type=submit]").first();
  const before = await button.innerText();
  await page.locator("main [name=confirmed]").first().check();
  await button.click();
  await expect(
    page.locator("main form:has([name=confirmed]) button[type=submit]", { hasText: before }),
  ).toHaveCount(0);
}

/** Close, draw, publish. */
export async function decideWave(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (let step = 0; step < 3; step += 1) await command(page);
}

/** Moves the programme's time forward. */
export async function moveClock(page: Page, step: "day" | "month" | "deadline"): Promise<void> {
  await page.goto("/admin/waktu");
  const shown = await page.locator("main").innerText();
  await page.locator(`main form:has([name=step][value=${step}]) button[type=submit]`).click();
  await expect(page.locator("main")).not.toHaveText(shown, { timeout: 20_000 });
}
