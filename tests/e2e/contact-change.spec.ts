import { expect, test } from "@playwright/test";
import { fill, press, sendFormOf, waitUntilPageSays } from "./steps/forms.ts";
import { letterTo } from "./steps/mail.ts";
import { openAccount, shortMessageTo } from "./steps/newcomer.ts";
import { fillPerson } from "./steps/office.ts";
import { signIn } from "./steps/sign-in.ts";

const PASSWORD = "kopi-tubruk-di-pagi-hari";

const digitsIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? "";
const otherThan = (digits: string) => (digits === "000000" ? "000001" : "000000");

test("somebody changes the address and the phone of their account, without JavaScript", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const stamp = Date.now();
  const [email, wanted] = [`wulan-${stamp}@contoh.test`, `wulan-baru-${stamp}@contoh.test`];
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await openAccount(page, { email, name: "Wulan", serial: "0000" });

  await page.goto("/profil");
  await press(page.locator("main a[href='/profil/e-mail']"));
  await fill(page, { email: wanted, password: "bukan-kata-sandinya" });
  await sendFormOf(page, "email", /e-mail/);
  await expect(page.locator("main [role=alert]").first()).toBeVisible();
  await fill(page, { email: wanted, password: PASSWORD });
  await sendFormOf(page, "email", /kontak/);
  const digits = digitsIn((await letterTo(wanted, /kode/i)).text);
  await page.reload();
  await fill(page, { digits: otherThan(digits) });
  await sendFormOf(page, "digits", /kontak/);
  await expect(page.locator("main [role=alert]").first()).toContainText("3");
  await page.goto("/profil");
  await expect(page.locator("main")).toContainText(email);
  await press(page.locator("main a[href='/profil/kontak']"));
  await fill(page, { digits });
  await sendFormOf(page, "digits", /kontak=baru/);
  await expect(page.locator("main")).toContainText(wanted);
  await letterTo(email, /diganti/);
  await signIn(page, wanted, PASSWORD);

  await page.goto("/profil/ponsel");
  const number = `+62812${String(stamp).slice(-7)}0`;
  await fill(page, { phone: number, password: PASSWORD });
  await sendFormOf(page, "phone", /kontak/);
  await fill(page, { digits: digitsIn(await shortMessageTo(number, /memakai nomor ini/)) });
  await sendFormOf(page, "digits", /kontak=baru/);
  await signIn(page, number, PASSWORD);
  await waitUntilPageSays(page, "/pemberitahuan", "Nomor ponsel akun Anda berubah");

  const ani = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(ani, "ani@contoh.test");
  await ani.goto("/profil/e-mail");
  await fill(ani, { email: wanted, password: "prakerja-2026" });
  await sendFormOf(ani, "email", /kontak/);
  await letterTo(wanted, /akun lain/);
});

test("an officer mends what was typed, before it is sent", async ({ page }) => {
  test.setTimeout(480_000);
  const serial = `97${String(Date.now() % 100).padStart(2, "0")}`;
  await signIn(page, "dinas@contoh.test");
  await page.goto("/dinas/bantu/baru");
  await fillPerson(page, "Wati Keliru", serial);
  const villages = page.locator("main select[name=domicileVillage] option");
  const village = (await villages.nth(3).getAttribute("value")) ?? "";
  await fill(page, { domicileVillage: village });
  await page.locator("main form:has([name=nik]) button[type=submit]").last().click();
  await expect(page.locator("main [role=alert]").first()).toBeVisible();
  await fill(page, { domicileAddress: "Jalan Mawar 9" });
  await page.locator("main form:has([name=nik]) button[type=submit]").last().click();
  await page.waitForURL(/\/foto/);
  await page.goto(page.url().replace(/\/foto.*/, ""));
  await page.locator("main a[href$='/isian']").click();
  await page.waitForURL(/isian/);
  await expect(page.locator("main [name=domicileAddress]")).toHaveValue("Jalan Mawar 9");
  await expect(page.locator("main [name=domicileVillage]")).toHaveValue(village);
  await fill(page, { fullName: "Wati Benar", dataIsTrue: "yes" });
  await sendFormOf(page, "nik", /isian=baru/);
  await expect(page.locator("h1")).toHaveText("Wati Benar");
  await page.goto("/dinas/bantu/luring");
  await expect(page.locator("main [name=domicileVillage]")).toHaveCount(1);
});
