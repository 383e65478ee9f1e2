import type { Page } from "@playwright/test";
import { fill, sendFormOf } from "./forms.ts";

/** Closes what is open and opens a new wave, so that whoever joins next joins this one. Answers its address. */
export async function openFreshWave(page: Page): Promise<string> {
  await page.goto("/admin/gelombang");
  const links = await page
    .locator('main a[href^="/admin/gelombang/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const href of links.filter((link) => link && !link.endsWith("/baru"))) {
    await page.goto(href ?? "");
    if (await page.getByRole("button", { name: "Tutup sekarang" }).count()) await command(page);
  }
  await page.goto("/admin/gelombang/baru");
  const number = await page.locator("main [name=number]").inputValue();
  await fill(page, { quota: "20" });
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

/** The next step of a wave's life, confirmed; waits for the server's answer and shows the wave again. */
async function command(page: Page): Promise<void> {
  const address = page.url();
  await page.locator("main [name=confirmed]").first().check();
  await answered(page, "main form:has([name=confirmed]) button[type=submit]");
  await page.goto(address);
}

/** Presses a button and waits until the server has answered its post. */
async function answered(page: Page, button: string): Promise<void> {
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator(button).first().click();
  await posted;
}

/** Close, draw, publish. */
export async function decideWave(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (let step = 0; step < 3; step += 1) await command(page);
}

/** Moves the programme's time forward. */
export async function moveClock(page: Page, step: "day" | "month" | "deadline"): Promise<void> {
  await page.goto("/admin/waktu");
  await answered(page, `main form:has([name=step][value=${step}]) button[type=submit]`);
}
