import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { castNumbers } from "./steps/cast.ts";
import { fill } from "./steps/forms.ts";
import { signIn } from "./steps/sign-in.ts";

// Every refusal of the registration, as a person meets it without scripts: the page comes back with what was typed, the
// sentence stands in the summary and at the field, and the summary leads there.

type Sentences = Readonly<Record<string, string>>;
const { refusals, errors } = JSON.parse(
  readFileSync("src/i18n/messages/id/registration.json", "utf8"),
) as Readonly<Record<"refusals" | "errors", Sentences>>;

test.use({ javaScriptEnabled: false });

const RIGHT = {
  nik: "1275015705009871",
  familyCard: "1275010101159871",
  "birthDate-day": "17",
  "birthDate-month": "5",
  "birthDate-year": "2000",
  gender: "female",
};
const somebodyElses = castNumbers().find(({ name }) => name === "Dewi");

const IDENTITY = [
  ["nik-not-16-digits", { nik: "12750157050098" }],
  ["nik-unknown-region", { nik: "9999995705009871" }],
  ["nik-impossible-date", { nik: "1275017213009871" }],
  ["nik-zero-serial", { nik: "1275015705000000" }],
  ["nik-birth-date-differs", { "birthDate-day": "18" }],
  ["nik-gender-differs", { gender: "male" }],
  ["kk-not-16-digits", { familyCard: "1275" }],
  ["kk-unknown-region", { familyCard: "9999990101159871" }],
  ["kk-impossible-date", { familyCard: "1275014513159871" }],
  ["registration-too-young", { nik: "1275015705209871", "birthDate-year": "2020" }],
  [
    "nik-registered",
    {
      nik: somebodyElses?.numbers[0] ?? "",
      "birthDate-day": "13",
      "birthDate-month": "4",
      "birthDate-year": "1993",
    },
  ],
] as const;

test("NIK, family card and birth date: each refusal says how to mend it", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "ani@contoh.test");
  for (const [code, change] of IDENTITY) {
    await page.goto("/pendaftaran/identitas");
    await fill(page, { ...RIGHT, ...change });
    await sendAndMeet(page, "nik", refusals[code] ?? code);
    await expect(page.locator("main [name=familyCard]")).not.toHaveValue("");
  }
});

const FILES = [
  ["photo-wrong-kind", Buffer.from("%PDF-1.7 bukan foto, hanya bernama foto")],
  ["photo-unreadable", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, 7)])],
] as const;

test("a file that is no photo, or a broken one, is refused at its field", async ({ page }) => {
  await signIn(page, "budi@contoh.test");
  for (const [code, file] of FILES) {
    await page.goto("/pendaftaran/foto-ktp");
    await fill(page, { photo: { file } });
    await sendAndMeet(page, "photo", errors[code] ?? code);
  }
});

/** Sends the form of a field and finds the sentence in the summary that links to a field, and once more beside it. */
async function sendAndMeet(page: Page, field: string, sentence: string): Promise<void> {
  await page.locator(`main form:has([name="${field}"]) button[type=submit]`).first().click();
  const words = sentence.replace(/\{.*$/, "").trim();
  const summary = page.locator("main [role=alert]").first();
  await expect(summary, sentence).toContainText(words);
  await expect(summary.locator('a[href^="#"]').first()).toBeVisible();
  expect(((await page.locator("main").textContent()) ?? "").split(words).length - 1).toBeGreaterThan(1);
}
