import { expect, type Page, test } from "@playwright/test";
import { fill, press, sendFormOf } from "./steps/forms.ts";
import { fillUpToPhotos, keepPhoto, makeStatements, openAccount, provePhone } from "./steps/newcomer.ts";
import { meetVerdict } from "./steps/refusal.ts";
import { newRegistrant, withSerial } from "./steps/registrant.ts";
import { signIn } from "./steps/sign-in.ts";

// What the population register does not agree with, by the serial of the NIK: which datum, what to do, and the way there.
// Whoever mends it sends it again, and meets the next one.

test.use({ javaScriptEnabled: false });

const MISMATCHES = [
  ["9004", "verification-nik-unknown", "/pendaftaran/identitas", /Ketik ulang 16 angka NIK/],
  ["9007", "verification-family-card-differs", "/pendaftaran/identitas", /Kartu Keluarga terbaru/],
  ["9005", "verification-name-differs", "/pendaftaran/data-diri", /persis seperti pada KTP/],
  ["9008", "verification-birth-date-differs", "/pendaftaran/identitas", /Samakan tanggal lahir/],
  ["9006", "verification-mother-differs", "/pendaftaran/data-diri", /Tulis nama ibu kandung/],
] as const;

test("each datum that differs is named, with the way to mend it and to send it again", async ({ page }) => {
  test.setTimeout(480_000);
  const who = newRegistrant("9004");
  await openAccount(page, who);
  await fillUpToPhotos(page, who);
  await keepPhoto(page, /swafoto/);
  await keepPhoto(page, /ponsel/);
  await provePhone(page, who.phone.replace(/^0/, "+62"));
  await makeStatements(page);
  await send(page);

  for (const [serial, code, mendedAt, advice] of MISMATCHES) {
    await test.step(code, async () => {
      if (serial !== "9004") await mend(page, withSerial(who, serial));
      await meetVerdict(page, code);
      await expect(page.locator("main")).toContainText(advice);
      await followUntilOpen(page, mendedAt);
    });
  }

  const leftOpen = await page.context().newPage();
  await leftOpen.goto("/pendaftaran/data-diri");
  await test.step("a similar name is looked at by a person, until a day that is named", async () => {
    await mend(page, withSerial(who, "9009"));
    await expect(async () => {
      await page.goto("/verifikasi");
      await expect(page.locator("main")).toContainText("tidak sama persis dengan nama", { timeout: 500 });
    }).toPass({ timeout: 60_000, intervals: [300, 500, 1_000, 2_000] });
    await expect(page.locator("main")).toContainText(/paling lambat .*\d{4}/);
  });
  await test.step("a page of the form that was left open changes nothing any more", async () => {
    await fill(leftOpen, { fullName: "Orang Lain" });
    await press(leftOpen.locator("main form:has([name=fullName]) button[type=submit]"));
    await expect(leftOpen).not.toHaveURL(/data-diri/);
    await leftOpen.goto("/pendaftaran");
    await expect(leftOpen.locator("main")).toContainText(who.name);
    await expect(leftOpen.locator("main")).not.toContainText("Orang Lain");
  });
});

test("whoever is listed with an excluded occupation is told so, and may appeal", async ({ page }) => {
  await signIn(page, "nanang@contoh.test");
  await meetVerdict(page, "verification-excluded-occupation");
  await expect(page.locator("main")).toContainText(/ajukan banding/);
  await expect(page.locator('main a[href="/verifikasi/banding"]').first()).toBeVisible();
});

/** The form is opened again by the worker, a moment after the verdict. */
async function followUntilOpen(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto("/verifikasi");
    await page.locator(`main a[href="${address}"]`).first().click();
    await expect(page).toHaveURL(address, { timeout: 1_000 });
  }).toPass({ timeout: 30_000, intervals: [300, 700, 1_500] });
}

async function send(page: Page): Promise<void> {
  await press(page.locator("main form button[type=submit]").last());
  await page.waitForURL(/\/verifikasi/);
}

/** Types the NIK anew and sends the registration once more; everything else is kept. */
async function mend(page: Page, identity: Readonly<Record<string, string>>): Promise<void> {
  await page.goto("/pendaftaran/identitas");
  await fill(page, identity);
  await sendFormOf(page, "nik", /ringkasan/);
  await send(page);
}
