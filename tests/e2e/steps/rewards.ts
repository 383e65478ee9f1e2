import type { Page } from "@playwright/test";
import { fill, press, sendFormOf, waitUntilPageSays } from "./forms.ts";

export async function reviewTraining(page: Page, course: string): Promise<void> {
  await page.goto(`/ulasan/${course}`);
  await page.locator("main [name=stars]").last().check({ force: true });
  await fill(page, { text: "Penjelasannya jelas dan contohnya bisa langsung saya pakai." });
  await sendFormOf(page, "stars", /./);
  await waitUntilPageSays(page, `/ulasan/${course}`, "Penjelasannya jelas");
}

/** Numbers that end in 00 to 03 are those with which the bank simulator finds fault. */
export async function linkPayoutAccount(page: Page, number: string): Promise<void> {
  await page.goto("/rekening");
  await fill(page, { institution: "bank-nusa", number, numberAgain: number });
  await sendFormOf(page, "numberAgain", /./);
  await waitUntilPageSays(page, "/rekening", new RegExp(number.slice(-4)));
}

/** Answers the survey if it is open: the first option of every question. Answers whether it was. */
export async function answerSurvey(page: Page, number: number): Promise<boolean> {
  await page.goto(`/survei/${number}`);
  const groups = await page
    .locator("main input[type=radio], main input[type=checkbox]")
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("name") ?? ""))]);
  if (groups.length === 0) return false;
  for (const name of groups) await page.locator(`main [name="${name}"]`).first().check({ force: true });
  await press(page.locator("main form button[type=submit]").first());
  await waitUntilPageSays(page, "/survei", /./);
  return true;
}
