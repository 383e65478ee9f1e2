import { expect, type Page, test } from "@playwright/test";
import { fillPerson } from "./steps/office.ts";
import { signIn } from "./steps/sign-in.ts";

const PAGE = "/dinas/bantu/luring";

/** The worker has the page, its styles and its script. */
async function waitUntilKept(page: Page): Promise<void> {
  await page.goto(PAGE);
  await expect(page.locator("office-queue[ready]")).toBeAttached();
  await page.waitForFunction(async (address) => {
    const cache = await caches.open("bantu-1");
    const script = (await cache.keys()).some(({ url }) => url.endsWith("/elements/office.js"));
    return script && Boolean(await cache.match(address, { ignoreVary: true }));
  }, PAGE);
  await page.reload();
}

test("an officer fills forms in without a network, and each is sent once when there is one", async ({
  page,
  context,
}) => {
  test.setTimeout(480_000);
  const serial = `95${String(Date.now() % 100).padStart(2, "0")}`;
  const name = `Luring Simulasi ${"ABCDEFGHIJ"[Number(serial[3])]}`;
  await signIn(page, "dinas@contoh.test");
  await waitUntilKept(page);

  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("office-queue[ready]")).toBeAttached();
  const save = page.locator("form[data-record] button[type=submit]");

  await fillPerson(page, name, serial);
  await page.locator("[name=nik]").fill("1234");
  await save.click();
  await expect(page.locator("[role=alert]")).toBeFocused();
  await expect(page.locator("#nik-error")).toBeVisible();
  await page.locator("[name=nik]").fill(`127501570500${serial}`);
  await save.click();
  await expect(page.locator("[data-list] li[data-state=waiting]")).toHaveCount(1);
  await expect(page.locator("[data-list]")).not.toContainText(name);

  await page.reload();
  await expect(page.locator("[data-list] li[data-state=waiting]")).toHaveCount(1);

  await context.setOffline(false);
  await page.locator("[data-send]").click();
  await expect(page.locator("[data-list] li[data-state=taken]")).toHaveCount(1, { timeout: 30_000 });
  await page.locator("[data-send]").click();

  await page.goto("/dinas/bantu");
  await expect(page.getByRole("link", { name })).toHaveCount(1);

  // The same person once more is refused, with the reason, and can be mended or removed.
  await page.goto(PAGE);
  await expect(page.locator("office-queue[ready]")).toBeAttached();
  await fillPerson(page, name, serial);
  await save.click();
  await expect(page.locator("[data-list] li[data-state=refused]")).toContainText("NIK", { timeout: 30_000 });
});

test("a form stays on the device while the session is over", async ({ page, context }) => {
  await signIn(page, "dinas@contoh.test");
  await waitUntilKept(page);
  await context.clearCookies();
  await fillPerson(page, "Sesi Simulasi", "9998");
  await page.locator("form[data-record] button[type=submit]").click();
  await expect(page.locator("[data-network]")).not.toBeEmpty();
  await expect(page.locator("[data-list] li[data-state=waiting]")).toHaveCount(1);
});
