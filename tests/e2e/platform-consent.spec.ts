import { type Browser, expect, type Page, test } from "@playwright/test";
import { press } from "./steps/forms.ts";
import {
  type Answer,
  askForTokens,
  askToSignIn,
  broughtBackTo,
  openSiteOf,
  PLATFORM,
  readProfile,
  signInOnTheWay,
} from "./steps/partner.ts";

// A platform asks who somebody is: the person agrees, or not, and ends it again.

const EKO = "eko@contoh.test";
const SITE = "https://lp.example";
const ASKED = {
  scope: "name email",
  state: "keranjang-42",
  redirect_uri: `${SITE}/cb`,
  login_uri: `${SITE}/masuk`,
};

test("a participant agrees, is known to the platform by what was agreed, and ends it, without JavaScript", async ({
  browser,
}) => {
  const page = await atTheConsent(browser);
  await expect(page.locator("main")).toContainText("Nama Anda");
  await expect(page.locator("main")).toContainText("Alamat e-mail Anda");
  await expect(page.locator("main")).not.toContainText("Nomor ponsel Anda");
  const brought = await agree(page);

  const bought = await askForTokens(PLATFORM, "/token", { code: brought.get("code") });
  expect(bought).toMatchObject({ status: 200, body: { errorCode: "0", data: { token_type: "Bearer" } } });
  const known = await readProfile(PLATFORM, bought.body.data?.access_token);
  expect(known.body.data).toMatchObject({
    email: EKO,
    name: "Eko Simulasi",
    phone_number: "",
    no_prakerja: "",
  });
  const renewed = await askForTokens(PLATFORM, "/token/refresh", { token: bought.body.data?.refresh_token });
  const again = await readProfile(PLATFORM, renewed.body.data?.access_token);
  expect(again.body.data?.user_id).toBe(known.body.data?.user_id);

  await page.goto("/profil/aplikasi");
  await expect(page.locator("main")).toContainText("Kelas Sagu");
  await expect(page.locator("main")).toContainText("Terakhir membaca");
  await press(page.getByRole("button", { name: "Akhiri akses" }));
  await expect(page.locator("main")).toContainText("Akses sudah diakhiri.");
  await expect(page.locator("main")).toContainText("Belum ada aplikasi yang terhubung");
  expectRefused(await readProfile(PLATFORM, renewed.body.data?.access_token), "ERROAUTH4030");
});

test("a code that is shown a second time ends what its first showing brought", async ({ browser }) => {
  const code = (await agree(await atTheConsent(browser))).get("code");
  const first = await askForTokens(PLATFORM, "/token", { code });
  expect((await readProfile(PLATFORM, first.body.data?.access_token)).status).toBe(200);
  expectRefused(await askForTokens(PLATFORM, "/token", { code }), "ERROAUTH4031");
  expectRefused(await readProfile(PLATFORM, first.body.data?.access_token), "ERROAUTH4030");
});

test("a participant who does not agree goes back without a code", async ({ browser }) => {
  const page = await atTheConsent(browser);
  await page.getByRole("link", { name: "Tidak setuju" }).click();
  const brought = await broughtBackTo(page, ASKED.login_uri);
  expect(Object.fromEntries(brought)).toEqual({ error: "access_denied", state: ASKED.state });
  await page.goto("/profil/aplikasi");
  await expect(page.locator("main")).toContainText("Belum ada aplikasi yang terhubung");
});

test("nobody is asked to go to an address that the platform did not register", async ({ browser }) => {
  const foreign = { ...ASKED, redirect_uri: "https://lain.example/cb" };
  expectRefused(await askToSignIn(PLATFORM, foreign), "ERRGEN40001");
  expectRefused(await askToSignIn({ ...PLATFORM, key: "kunci-lain" }, ASKED), "ERRGEN40102", 401);
  const page = await pageOf(browser);
  await page.goto(`/consent-sso?${new URLSearchParams({ ...foreign, client_id: PLATFORM.code })}`);
  await signInOnTheWay(page, EKO, /\/consent-sso\?/);
  await expect(page.locator("main")).toContainText("ke alamat yang tidak terdaftar");
  await expect(page.getByRole("button", { name: "Setuju dan lanjutkan" })).toHaveCount(0);
});

/** The platform's system asks for the address, and the person who opens it signs in first. */
async function atTheConsent(browser: Browser): Promise<Page> {
  const { status, body } = await askToSignIn(PLATFORM, ASKED);
  expect(status).toBe(200);
  const page = await pageOf(browser);
  await page.goto(String(body.data?.redirect_url));
  await signInOnTheWay(page, EKO, /\/consent-sso\?/);
  await expect(page.locator("h1")).toHaveText("Kelas Sagu ingin mengenali Anda");
  return page;
}

async function agree(page: Page): Promise<URLSearchParams> {
  await press(page.getByRole("button", { name: "Setuju dan lanjutkan" }));
  const brought = await broughtBackTo(page, ASKED.redirect_uri);
  expect(brought.get("state")).toBe(ASKED.state);
  return brought;
}

async function pageOf(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await openSiteOf(page, SITE);
  return page;
}

function expectRefused(answer: Answer, code: string, status = 400): void {
  expect(answer).toMatchObject({ status, body: { success: false, code } });
}
