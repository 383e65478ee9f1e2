import { expect, type Page, test } from "@playwright/test";
import { fill, sendFormOf } from "./steps/forms.ts";
import { fillUpToPhotos, keepPhoto, makeStatements, openAccount, provePhone } from "./steps/newcomer.ts";
import { meetVerdict } from "./steps/refusal.ts";
import { newRegistrant, withSerial } from "./steps/registrant.ts";

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
  test.setTimeout(240_000);
  const who = newRegistrant("9004");
  await openAccount(page, who);
  await fillUpToPhotos(page, who);
  const stale = await page.context().newPage();
  await stale.goto("/pendaftaran/data-diri");
  await keepPhoto(page, /swafoto/);
  await keepPhoto(page, /ponsel/);
  await provePhone(page, who.phone.replace(/^0/, "+62"));
  await makeStatements(page);
  await send(page);

  await test.step("once it is sent, a page that was left open changes nothing", async () => {
    await fill(stale, { fullName: "Orang Lain" });
    await stale.locator("main form:has([name=fullName]) button[type=submit]").click();
    await expect(stale).not.toHaveURL(/data-diri/);
    await stale.goto("/pendaftaran");
    await expect(stale.locator("main")).not.toContainText("Orang Lain");
  });

  for (const [serial, code, mendedAt, advice] of MISMATCHES) {
    await test.step(code, async () => {
      if (serial !== "9004") await mend(page, withSerial(who, serial));
      await meetVerdict(page, code);
      await expect(page.locator("main")).toContainText(advice);
      await followUntilOpen(page, mendedAt);
    });
  }

  await test.step("a similar name is looked at by a person, until a day that is named", async () => {
    await mend(page, withSerial(who, "9009"));
    await expect(async () => {
      await page.goto("/verifikasi");
      await expect(page.locator("main")).toContainText("tidak sama persis dengan nama", { timeout: 500 });
    }).toPass({ timeout: 60_000, intervals: [300, 500, 1_000, 2_000] });
    await expect(page.locator("main")).toContainText(/paling lambat .*\d{4}/);
  });
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
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(/\/verifikasi/);
}

/** Types the NIK anew and sends the registration once more; everything else is kept. */
async function mend(page: Page, identity: Readonly<Record<string, string>>): Promise<void> {
  await page.goto("/pendaftaran/identitas");
  await fill(page, identity);
  await sendFormOf(page, "nik", /ringkasan/);
  await send(page);
}
