import { expect, test } from "@playwright/test";
import { DEMO_PASSWORD } from "./steps/sign-in.ts";

test("whoever signs in on a page that somebody else left behind gets their own account", async ({ page }) => {
  await page.goto("/masuk");
  const key = await page.locator("[name=_key]").inputValue();
  for (const [email, name] of [
    ["ani@contoh.test", "Ani"],
    ["citra@contoh.test", "Citra"],
  ] as const) {
    await page.context().clearCookies({ name: "sesi" });
    await page.goto("/masuk");
    await page.locator("[name=_key]").evaluate((field, left) => {
      (field as HTMLInputElement).value = left;
    }, key);
    await page.locator("[name=identifier]").fill(email);
    await page.locator("[name=password]").fill(DEMO_PASSWORD);
    await page.locator("main form:has([name=password]) button[type=submit]").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  }
});
