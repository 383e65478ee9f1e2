import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { fill, press, sendFormOf } from "./steps/forms.ts";
import { allLetters, letterTo } from "./steps/mail.ts";
import { refusedAbove, refusedAtField, sentenceOf } from "./steps/refusal.ts";
import { newRegistrant } from "./steps/registrant.ts";

// What opening an account refuses, as a person meets it without scripts.

test.use({ javaScriptEnabled: false });
test.describe.configure({ timeout: 120_000 });

const PASSWORD = "kopi-tubruk-di-pagi-hari";
const RIGHT = { phone: "0812 3456 7890", email: "ratna@contoh.test" };
const SIGN_UP = [
  ["/daftar", "email", "required", ""],
  ["/daftar", "displayName", "name-short", "R"],
  ["/daftar", "displayName", "name-shape", "R4tna"],
  ["/daftar", "email", "email-shape", "ratna di gmail"],
  ["/daftar", "password", "password-short", "kopi-pagi"],
  ["/daftar", "password", "password-guessable", "prakerja-2026"],
  ["/daftar?dengan=ponsel", "phone", "phone-shape", "061 882 1234"],
] as const;

test("who signs up is told which box to mend, and keeps what was typed", async ({ page }) => {
  for (const [address, field, code, typed] of SIGN_UP) {
    await page.goto(address);
    const contact = address.includes("ponsel") ? "phone" : "email";
    const right = { displayName: "Ratna", [contact]: RIGHT[contact], password: PASSWORD };
    await fill(page, { ...right, [field]: typed });
    await refusedAtField(page, field, sentenceOf("account", code));
    if (field !== "password") await expect(page.locator(`main [name=${field}]`)).toHaveValue(typed);
    await expect(page.locator("main [name=password]")).toHaveValue("");
  }
});

test("an address that has an account goes the same way, and its holder is warned", async ({ browser }) => {
  const newcomer = newRegistrant("9301").email;
  const told = [];
  for (const email of [newcomer, "ani@contoh.test"]) {
    const page = await freshPage(browser.newContext({ javaScriptEnabled: false }));
    await signUp(page, email);
    const words = ((await page.locator("main").textContent()) ?? "")
      .replace(email, "")
      .replace(/\d{1,2}[.:]\d{2}/g, "");
    told.push(words.replace(/Dalam antrean|Terkirim|Diterima/, ""));
    await typeDigits(page, "000000");
    await expect(page.getByRole("alert").first()).toContainText(sentenceOf("account", "code-wrong"));
  }
  expect(told[1]).toBe(told[0]);
  expect((await letterTo("ani@contoh.test", /sudah/i)).text).not.toMatch(/\b\d{6}\b/);
});

test("an address that looks like a slip is asked about before anything is sent", async ({ page }) => {
  const local = newRegistrant("9302").email.split("@")[0];
  for (const [choice, kept] of [
    ["typed", `${local}@gmial.com`],
    ["suggested", `${local}@gmail.com`],
  ] as const) {
    await page.context().clearCookies();
    await signUp(page, `${local}@gmial.com`);
    await expect(page.locator("h1")).toHaveText("Periksa alamat e-mail Anda");
    await expect(page.locator("main")).toContainText(`${local}@gmail.com`);
    expect((await allLetters()).filter((letter) => letter.includes(kept))).toEqual([]);
    await press(page.locator(`main button[name=choice][value=${choice}]`));
    await expect(page.locator("h1")).toHaveText("Periksa e-mail Anda");
    await expect(page.locator("main")).toContainText(kept);
    await letterTo(kept, /verifikasi-email/);
  }
});

test("a link counts once, whole, and for an address that is still free", async ({ browser }) => {
  const { email } = newRegistrant("9303");
  const [page, other] = [
    await freshPage(browser.newContext({ javaScriptEnabled: false })),
    await freshPage(browser.newContext({ javaScriptEnabled: false })),
  ];
  await signUp(page, email);
  const first = await linkTo(email);
  await signUp(other, email);
  const second = await newerLinkTo(email, first);

  await page.goto(first.replace(/.$/, (last) => (last === "A" ? "B" : "A")));
  await refusedAbove(activate(page), sentenceOf("access", "link-unknown"));
  await page.goto("/verifikasi-email");
  await expect(page.locator("h1")).toHaveText("Tautan tidak lengkap");

  await page.goto(first);
  await press(activate(page));
  await expect(page).toHaveURL(/\/masuk/);
  await page.goto(first);
  await refusedAbove(activate(page), sentenceOf("access", "link-used"));
  await other.goto(second);
  await refusedAbove(activate(other), sentenceOf("account", "sign-up-has-account"));

  await page.goto("/daftar/periksa-email");
  await expect(page.locator("h1")).toHaveText("Akun Anda sudah aktif");
});

async function freshPage(context: Promise<BrowserContext>): Promise<Page> {
  return (await context).newPage();
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/daftar");
  await fill(page, { displayName: "Ratna", email, password: PASSWORD });
  await sendFormOf(page, "password", /periksa-email/);
}

async function typeDigits(page: Page, digits: string): Promise<void> {
  await fill(page, { digits });
  await press(page.locator("main form:has([name=digits]) button[type=submit]"));
}

/** The button of the page that a link leads to: opening it alone changes nothing. */
function activate(page: Page) {
  return page.locator("main form:has([name=token]) button[type=submit]");
}

async function linkTo(email: string): Promise<string> {
  const { text } = await letterTo(email, /verifikasi-email/);
  const link = new URL(/https?:\/\/\S*verifikasi-email\S*/.exec(text)?.[0] ?? "");
  return link.pathname + link.search;
}

async function newerLinkTo(email: string, older: string): Promise<string> {
  let newest = older;
  await expect(async () => {
    newest = await linkTo(email);
    expect(newest).not.toBe(older);
  }).toPass({ timeout: 20_000, intervals: [300] });
  return newest;
}
