import { type BrowserContext, expect, type Page } from "@playwright/test";
import { press } from "./forms.ts";

export const DEMO_PASSWORD = "prakerja-2026";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
/** Sessions that were opened, to be taken up again: a code of the second step counts once in half a minute. */
const openSessions = new Map<string, Cookies>();

/** Signs in as one of the demo cast, or as somebody new, and waits for the first page inside. */
export async function signIn(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.context().clearCookies({ name: /sesi$/ });
  if (await takeUp(page, email)) return;
  await page.goto("/masuk");
  await page.locator("[name=identifier]").fill(email);
  await page.locator("[name=password]").fill(password);
  await press(page.locator("main form:has([name=password]) button[type=submit]"));
  await expect(page).not.toHaveURL(/\/masuk$|\/masuk\?/);
  if (page.url().includes("/masuk/kode")) await enterSecondStep(page);
  openSessions.set(email, await sessionCookies(page));
}

/** Types the code that the page of the second step shows in demo mode, as soon as there is one. */
async function enterSecondStep(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/masuk/kode");
    const digits = await page.locator("[data-demo-code]").getAttribute("data-demo-code");
    await page.locator("[name=code]").fill(digits || "no code yet");
    await page.locator("main form:has([name=code]) button[type=submit]").click();
    await expect(page).not.toHaveURL(/\/masuk/, { timeout: 5_000 });
  }).toPass({ timeout: 90_000, intervals: [2_000] });
}

async function takeUp(page: Page, email: string): Promise<boolean> {
  const cookies = openSessions.get(email);
  if (!cookies) return false;
  await page.context().addCookies(cookies);
  await page.goto("/masuk");
  return !page.url().includes("/masuk");
}

async function sessionCookies(page: Page): Promise<Cookies> {
  return (await page.context().cookies()).filter(({ name }) => name.endsWith("sesi"));
}
