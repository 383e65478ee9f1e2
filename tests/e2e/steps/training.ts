import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { fill, press, sendFormOf } from "./forms.ts";
import { letterTo } from "./mail.ts";
import { shortMessageTo } from "./newcomer.ts";

/** The course whose lessons are short. */
export const COURSE = "menulis-cv-dan-wawancara";

type Question = { readonly question: string; readonly options: readonly string[]; readonly answer: number };
const content = JSON.parse(readFileSync(`prisma/seed/courses/${COURSE}.json`, "utf8")) as {
  readonly lessons: readonly { readonly checkpoint: Question }[];
  readonly quiz: readonly Question[];
};

/** The right answers of the three parts before the card. */
const INDUCTION = ["b", "c", "a"] as const;

/** Watches or reads the three parts before the card and answers them; the server holds its clock against hurry. */
export async function doInduction(page: Page): Promise<void> {
  await page.goto("/induksi");
  await sendFormOf(page, "part", /induksi\/1$/);
  for (const [index, choice] of INDUCTION.entries()) {
    const next = index + 1 < INDUCTION.length ? new RegExp(`induksi/${index + 2}$`) : /selesai=1/;
    await expect(async () => {
      await fill(page, { choice });
      await press(page.locator("main form:has([name=choice]) button[type=submit]").first());
      await expect(page).toHaveURL(next, { timeout: 3_000 });
    }).toPass({ timeout: 60_000, intervals: [14_000, 5_000] });
  }
}

/** Has the card number shown on the balance page. */
export async function readCardNumber(page: Page): Promise<string> {
  await page.goto("/saldo");
  await press(page.locator("main form button[type=submit]").first());
  await expect(page).toHaveURL(/tampil/);
  return /(?:\d{4}[\s-]?){4}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
}

/** Types the code that the page says was sent, from the phone or the mailbox. */
export async function typePurchaseCode(page: Page): Promise<void> {
  const contact = (await page.locator("main b").first().textContent()) ?? "";
  const said = contact.includes("@")
    ? (await letterTo(contact, /kode/i)).text
    : await shortMessageTo(contact, /membeli pelatihan/);
  await fill(page, { digits: /\b\d{6}\b/.exec(said)?.[0] ?? "" });
  await sendFormOf(page, "digits", /transaksi\/[0-9a-f-]{36}/);
}

/** Gets to know the card, pays with its number and the code that is sent, and redeems the training's code. */
export async function buyTraining(page: Page): Promise<void> {
  await doInduction(page);
  const cardNumber = await readCardNumber(page);
  await page.goto(`/beli/${COURSE}`);
  await fill(page, { cardNumber });
  await sendFormOf(page, "cardNumber", /beli\/kode\/[0-9a-f-]{36}/);
  await typePurchaseCode(page);
  await press(page.locator("main form:has([name=redeemCode]) button[type=submit]").first());
  await expect(page).toHaveURL(/belajar/);
}

/** Watches every lesson in the player until the server believes it. */
export async function learnByWatching(page: Page): Promise<void> {
  for (const [index, { checkpoint }] of content.lessons.entries()) {
    await page.goto(`/belajar/${COURSE}/${index + 1}`);
    await page.locator(".player-bar button").nth(2).click(); // 1.25
    await page.locator(".player-bar button").first().click();
    await expect(page.locator(".player-bar [role=status]")).toContainText(/pertanyaan/i, { timeout: 40_000 });
    await answerCheckpoint(page, checkpoint);
    await page.locator(".player-bar button").first().click();
    await expect(
      page.locator(`main a[href*="/belajar/${COURSE}/${index + 2}"], main a[href$="/kuis"]`).first(),
    ).toBeVisible({
      timeout: 60_000,
    });
  }
}

/** Reads the transcripts and answers their questions; the server holds its clock against hurry. */
export async function learnByReading(page: Page): Promise<void> {
  for (const [index, { checkpoint }] of content.lessons.entries()) {
    await page.goto(`/belajar/${COURSE}/${index + 1}`);
    await press(page.getByRole("button", { name: /baca|teks/i }).first());
    await expect(async () => {
      await answerCheckpoint(page, checkpoint);
      await expect(
        page.locator(`main a[href*="/belajar/${COURSE}/${index + 2}"], main a[href$="/kuis"]`).first(),
      ).toBeVisible({
        timeout: 1_000,
      });
    }).toPass({ timeout: 45_000, intervals: [3_000] });
  }
}

async function answerCheckpoint(page: Page, { options, answer }: Question): Promise<void> {
  if ((await page.locator("main [name=choice]").count()) === 0) return;
  await page
    .getByLabel(options[answer] ?? "", { exact: true })
    .first()
    .check();
  await press(page.locator("main form:has([name=choice]) button[type=submit]").first());
}

export async function takeQuiz(page: Page): Promise<void> {
  await page.goto(`/belajar/${COURSE}/kuis`);
  for (const { question, options, answer } of content.quiz) {
    const group = page.getByRole("group", { name: question });
    await group.getByLabel(options[answer] ?? "", { exact: true }).check();
  }
  await press(page.locator("main form:has(input[type=radio]) button[type=submit]").first());
  await expect(page.locator(`main a[href="/ulasan/${COURSE}"]`).first()).toBeVisible();
}
