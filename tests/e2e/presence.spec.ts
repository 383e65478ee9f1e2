import { type Browser, expect, type Page, test } from "@playwright/test";
import { fill, press } from "./steps/forms.ts";
import {
  broughtBackTo,
  call,
  digitsSentBy,
  openSiteOf,
  PROVIDER,
  redeemCodeOn,
  signInOnTheWay,
  told,
} from "./steps/partner.ts";
import { signIn } from "./steps/sign-in.ts";

// A provider's system asks for presence over its interface; the participant shows it in the browser and is sent back.

const HADI = "hadi@contoh.test";
const SITE = "https://lembaga.example";
const BACK = `${SITE}/kembali`;
const STATUS = "/payment/redeem-code/status";
const GENERATE = "/oauth/url-generate";
const PARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 999];

test("a participant shows presence with a code that only the participant gets, without JavaScript", async ({
  browser,
}) => {
  const code = await codeOfHadi(browser);
  const part = await firstPartNotShown(code);
  const asked = { redeem_code: code, sequence: part, email: HADI };

  await test.step("an address that the provider did not register is refused", async () => {
    const foreign = { ...asked, redirect_uri: "https://lain.example/kembali" };
    expect(await call(PROVIDER, GENERATE, foreign)).toMatchObject({
      status: 400,
      body: { success: false, code: "ERRRDM40010" },
    });
  });
  const { url, state } = await told(PROVIDER, GENERATE, { ...asked, redirect_uri: `${BACK}?kelas=7` });
  const address = String(url);
  await test.step("somebody else who opens the address is told whose it is", () =>
    isForeign(browser, address));

  const page = await pageOf(browser);
  await page.goto(address);
  await signInOnTheWay(page, HADI, new RegExp(`/kehadiran/${state}$`));
  await expect(page.locator("main")).toContainText("Menulis CV");
  const leave = page.getByRole("link", { name: "Kembali ke lembaga tanpa konfirmasi" });
  expect(new URL((await leave.getAttribute("href")) ?? "").searchParams.get("status")).toBe("0");

  const digits = await digitsSentBy(HADI, () => press(page.getByRole("button", { name: "Kirim kode" })));
  await fill(page, { digits: digits === "000000" ? "000001" : "000000" });
  await press(page.getByRole("button", { name: "Saya hadir" }));
  await expect(page.locator("main [role=alert]").first()).toContainText("Sisa percobaan: 3");
  expect(await told(PROVIDER, STATUS, asked)).toMatchObject({ attendance_status: 0 });
  await fill(page, { digits });
  await press(page.getByRole("button", { name: "Saya hadir" }));

  const brought = Object.fromEntries(await broughtBackTo(page, BACK));
  expect(brought).toEqual({
    kelas: "7",
    ...{ state, redeem_code: code, sequence: String(part), status: "1" },
  });
  expect(await told(PROVIDER, STATUS, asked)).toMatchObject({ attendance_status: 1, status: 1 });
  expect(await call(PROVIDER, GENERATE, { ...asked, redirect_uri: BACK })).toMatchObject({
    body: { code: "ERRRDM40011", message: "Kehadiran sudah terverifikasi." },
  });
  await page.goto(address);
  await expect(page.locator("h1")).toHaveText("Alamat ini sudah dipakai");
});

test("a provider tries its system with training codes, for which nobody signs in", async ({ browser }) => {
  const page = await pageOf(browser);
  for (const { code, said, status } of [
    { code: "PRAT-BARU", said: "Kode latihan", status: "1" },
    { code: "PRAT-BELUM", said: "Kode latihan", status: "0" },
  ]) {
    await told(PROVIDER, "/payment/redeem-code/reset", { redeem_code: code });
    const asked = { redeem_code: code, redirect_uri: BACK, email: "coba@lembaga.example" };
    const { url, state } = await told(PROVIDER, GENERATE, asked);
    await page.goto(String(url));
    await expect(page.locator("main")).toContainText(said);
    await press(page.getByRole("button", { name: "Saya hadir" }));
    const brought = await broughtBackTo(page, BACK);
    expect([brought.get("state"), brought.get("redeem_code"), brought.get("status")]).toEqual([
      state,
      code,
      status,
    ]);
    const { attendance_status } = await told(PROVIDER, STATUS, { redeem_code: code });
    expect(attendance_status).toBe(Number(status));
  }
});

async function pageOf(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await openSiteOf(page, SITE);
  return page;
}

/** From the participant's own page of the purchase. */
async function codeOfHadi(browser: Browser): Promise<string> {
  const page = await pageOf(browser);
  await signIn(page, HADI);
  await page.goto("/transaksi");
  await press(page.locator('main a[href^="/transaksi/"]').first());
  return redeemCodeOn(page);
}

/** So that the story can be told again: a part counts once. */
async function firstPartNotShown(redeem_code: string): Promise<number> {
  for (const sequence of PARTS) {
    const { attendance_status } = await told(PROVIDER, STATUS, { redeem_code, sequence });
    if (attendance_status === 0) return sequence;
  }
  throw new Error("presence was shown at every part: start on a fresh database");
}

async function isForeign(browser: Browser, address: string): Promise<void> {
  const page = await pageOf(browser);
  await signIn(page, "joko@contoh.test");
  await page.goto(address);
  await expect(page.locator("h1")).toHaveText("Pelatihan ini milik akun lain");
  await expect(page.locator("main")).not.toContainText("Menulis CV");
  await expect(page.getByRole("button", { name: "Kirim kode" })).toHaveCount(0);
}
