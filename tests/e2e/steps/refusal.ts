import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { press } from "./forms.ts";

type Messages = Readonly<Record<"refusals" | "errors", Readonly<Record<string, string>> | undefined>>;

/** What the portal says of a code, in the words of a stage or of every page, up to the first thing that varies. */
export function sentenceOf(stage: string, code: string): string {
  for (const file of [stage, "codes", "shell"]) {
    const messages = JSON.parse(readFileSync(`src/i18n/messages/id/${file}.json`, "utf8")) as Messages;
    const sentence = messages.refusals?.[code] ?? messages.errors?.[code];
    if (sentence) return sentence.replace(/\{.*$/s, "").trim();
  }
  throw new Error(`no sentence for ${code} in ${stage}`);
}

/** The form of a page that asks for this field. */
export function formOf(page: Page, field: string): Locator {
  return page.locator(`main form:has([name="${field}"])`).first();
}

/** Sends the form of a field; the sentence stands in the summary, which leads to a field, and once more beside that field. */
export async function refusedAtField(page: Page, field: string, sentence: string): Promise<void> {
  const form = formOf(page, field);
  await press(form.locator("button[type=submit]").first());
  const link = form.getByRole("alert").locator('a[href^="#"]', { hasText: sentence });
  await expect(link, sentence).toBeVisible();
  const target = (await link.getAttribute("href"))?.slice(1) ?? "";
  await expect(page.locator(`[id="${target}"]`), target).toBeAttached();
  expect(((await form.textContent()) ?? "").split(sentence).length - 1, sentence).toBeGreaterThan(1);
}

/** Presses the button; the sentence stands above its form, as it belongs to no field. */
export async function refusedAbove(button: Locator, sentence: string): Promise<void> {
  await press(button);
  await expect(button.page().locator("main").getByRole("alert").first()).toContainText(sentence);
}

/** Waits for what the registers said, and finds its sentence on the page of the verification. */
export async function meetVerdict(page: Page, code: string): Promise<void> {
  await expect(async () => {
    await page.goto("/verifikasi");
    await expect(page.locator("main")).toContainText(sentenceOf("verification", code), { timeout: 500 });
  }).toPass({ timeout: 60_000, intervals: [300, 500, 1_000, 2_000] });
}

/** A large file lies on the disk: handed over as bytes it takes a browser long to take. Answers its path. */
export function fileOnDisk(name: string, bytes: Buffer): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, bytes);
  return path;
}
