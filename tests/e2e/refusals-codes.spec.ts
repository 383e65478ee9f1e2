import { type Browser, expect, type Page, test } from "@playwright/test";
import { moveClock } from "./steps/administrator.ts";
import { fill, press, sendFormOf } from "./steps/forms.ts";
import { letterTo } from "./steps/mail.ts";
import { fillUpToPhotos, keepPhoto, makeStatements, openAccount, shortMessageTo } from "./steps/newcomer.ts";
import { formOf, meetVerdict, refusedAbove, refusedAtField, sentenceOf } from "./steps/refusal.ts";
import { newRegistrant, type Registrant } from "./steps/registrant.ts";
import { signIn } from "./steps/sign-in.ts";

// Codes of six digits: how often one may be wrong, how often one is sent, how long one lives, and what follows a pause.

test.use({ javaScriptEnabled: false });
test.describe.configure({ timeout: 120_000 });

const PASSWORD = "kopi-tubruk-di-pagi-hari";

test("the code of an e-mail may be wrong three times, and not even the right one counts afterwards", async ({
  page,
}) => {
  const { email } = newRegistrant("9311");
  await signUp(page, email);
  await fill(page, { digits: "12ab" });
  await refusedAtField(page, "digits", sentenceOf("account", "code-shape"));
  const digits = await digitsIn(email);
  for (const left of [3, 2, 1]) {
    await fill(page, { digits: anotherThan(digits) });
    await refusedAtField(page, "digits", sentenceOf("account", "code-wrong"));
    await expect(page.locator("main")).toContainText(`Sisa percobaan: ${left}`);
  }
  for (const typed of [anotherThan(digits), digits]) {
    await fill(page, { digits: typed });
    await refusedAbove(submitOf(page, "digits"), sentenceOf("account", "code-blocked"));
    await expect(page.getByRole("alert").first()).toContainText("24 jam");
  }
});

test("codes are sent five times more, to whatever addresses, and then not for two hours", async ({
  page,
}) => {
  const emails = Array.from({ length: 7 }, () => newRegistrant("9312").email);
  const [first = "", ...others] = emails;
  await signUp(page, first);
  const again = page.locator("main form", { hasText: "Kirim kode lagi" }).locator("button[type=submit]");
  await refusedAbove(again, sentenceOf("account", "code-send-soon"));
  await expect(page.getByRole("alert").first()).toContainText("detik");
  for (const email of others.slice(0, 5)) {
    await fill(page, { email });
    await sendFormOf(page, "email", /periksa-email/);
    await expect(page.locator("main")).toContainText(email);
  }
  await fill(page, { email: others[5] ?? "" });
  await refusedAbove(submitOf(page, "email"), sentenceOf("account", "code-send-blocked"));
  await expect(page.getByRole("alert").first()).toContainText("2 jam");
});

test("the phone's code has its limits and its pauses, and a day later neither", async ({ browser }) => {
  test.setTimeout(480_000);
  const who = newRegistrant("9041");
  const page = await atPhoneStep(browser, who);
  const late = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const { email } = newRegistrant("9313");
  await signUp(late, email);
  const [link, lateDigits] = [await linkIn(email), await digitsIn(email)];

  await test.step("wrong more than three times: wait a day", () => typeWrongUntilPaused(page, who));
  await test.step("a day passes", async () => {
    const administrator = await (await browser.newContext()).newPage();
    await signIn(administrator, "admin@contoh.test");
    await moveClock(administrator, "day");
  });
  await test.step("the code of an e-mail is too old, and so is its link", async () => {
    await late.goto("/daftar/periksa-email");
    await expect(late.locator("main")).toContainText("sudah lewat 5 menit");
    await fill(late, { digits: lateDigits });
    await refusedAtField(late, "digits", sentenceOf("account", "code-expired"));
    await late.goto(link);
    await refusedAbove(submitOf(late, "token"), sentenceOf("access", "link-expired"));
  });
  await test.step("the pause is over", async () => {
    await proveByEmail(page, who);
    await refuseStatements(page);
    await makeStatements(page);
    await press(page.locator("main form button[type=submit]").last());
  });
  await test.step("who is on the blacklist is told for what and until when, and may appeal", async () => {
    await meetVerdict(page, "verification-blacklisted");
    await expect(page.locator("main")).toContainText("data yang tidak benar");
    await expect(page.locator("main")).toContainText("9 Januari 2028");
    await expect(page.locator('main a[href="/verifikasi/banding"]')).toBeVisible();
  });
});

const STATEMENTS = [
  ["employment", "choose-one", null],
  ["dataIsTrue", "tick-this", null],
  ["excludedOccupation", "registration-excluded-occupation", "yes"],
  ["inEducation", "registration-in-education", "yes"],
] as const;

/** Whoever leaves an answer out, holds an excluded office or still studies is told what follows from it. */
async function refuseStatements(page: Page): Promise<void> {
  const right = { employment: "unemployed", excludedOccupation: "no", inEducation: "no", otherAid: "no" };
  for (const [field, code, answer] of STATEMENTS) {
    await page.goto("/pendaftaran/pernyataan");
    const answers = { ...right, dataIsTrue: "yes", ...(answer ? { [field]: answer } : {}) };
    await fill(
      page,
      Object.fromEntries(Object.entries(answers).filter(([name]) => answer || name !== field)),
    );
    await refusedAtField(page, field, sentenceOf("registration", code));
  }
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/daftar");
  await fill(page, { displayName: "Ratna", email, password: PASSWORD });
  await sendFormOf(page, "password", /periksa-email/);
}

function submitOf(page: Page, field: string) {
  return formOf(page, field).locator("button[type=submit]").first();
}

/** Six digits, and surely not these. */
function anotherThan(digits: string): string {
  return digits === "000000" ? "000001" : "000000";
}

async function digitsIn(email: string): Promise<string> {
  return /\b\d{6}\b/.exec((await letterTo(email, /\b\d{6}\b/)).text)?.[0] ?? "";
}

async function linkIn(email: string): Promise<string> {
  const { text } = await letterTo(email, /verifikasi-email/);
  const link = new URL(/https?:\/\/\S*verifikasi-email\S*/.exec(text)?.[0] ?? "");
  return link.pathname + link.search;
}

async function atPhoneStep(browser: Browser, who: Registrant): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await openAccount(page, who);
  await fillUpToPhotos(page, who);
  await keepPhoto(page, /swafoto/);
  await keepPhoto(page, /ponsel/);
  return page;
}

async function typeWrongUntilPaused(page: Page, who: Registrant): Promise<void> {
  await press(submitOf(page, "channel"));
  const sms = await shortMessageTo(who.phone.replace(/^0/, "+62"), /\b\d{6}\b/);
  const wrong = anotherThan(/\b\d{6}\b/.exec(sms)?.[0] ?? "");
  await page.goto("/pendaftaran/ponsel?ketik=1");
  await refusedAbove(submitOf(page, "channel"), sentenceOf("registration", "code-send-soon"));
  for (const left of [3, 2, 1]) {
    await fill(page, { digits: wrong });
    await refusedAtField(page, "digits", sentenceOf("registration", "code-wrong"));
    await expect(page.locator("main")).toContainText(`Sisa percobaan: ${left}`);
  }
  await fill(page, { digits: wrong });
  await press(submitOf(page, "digits"));
  await expect(page.locator("main")).toContainText("Kode salah terlalu sering");
  await expect(page.locator("main [name=digits]")).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Anda dapat mencoba lagi mulai");
}

async function proveByEmail(page: Page, who: Registrant): Promise<void> {
  await page.goto("/pendaftaran/ponsel");
  await press(page.locator("main form:has([name=channel][value=email]) button[type=submit]"));
  const { text } = await letterTo(who.email, /^(?![\s\S]*verifikasi-email)[\s\S]*\b\d{6}\b/);
  await page.goto("/pendaftaran/ponsel?ketik=1");
  await fill(page, { digits: /\b\d{6}\b/.exec(text)?.[0] ?? "" });
  await sendFormOf(page, "digits", /pernyataan/);
}
