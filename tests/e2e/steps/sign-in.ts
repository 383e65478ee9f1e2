import { expect, type Page } from "@playwright/test";

export const DEMO_PASSWORD = "prakerja-2026";

/** Signs in as one of the demo cast, or as somebody new, and waits for the first page inside. */
export async function signIn(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.context().clearCookies({ name: "sesi" });
  await page.goto("/masuk");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.locator("main form:has([name=password]) button[type=submit]").click();
  await expect(page).not.toHaveURL(/\/masuk/);
}
