import { expect, type Page, test } from "@playwright/test";
import { aPhotoOfACard } from "../support/pictures.ts";
import { castNumbers } from "./steps/cast.ts";
import { fill, press, sendFormOf } from "./steps/forms.ts";
import { photoOfACard } from "./steps/newcomer.ts";
import { fillPerson } from "./steps/office.ts";
import { formOf, refusedAbove, refusedAtField, sentenceOf } from "./steps/refusal.ts";
import { newRegistrant, type Registrant } from "./steps/registrant.ts";
import { signIn } from "./steps/sign-in.ts";

// What an office that helps is refused, and what the person is who takes the account over.

test.use({ javaScriptEnabled: false });

const PASSWORD = "kopi-hangat-di-teras-88";
const dewi = castNumbers().find(({ name }) => name === "Dewi");
const DEWIS = {
  nik: dewi?.numbers[0] ?? "",
  "birthDate-day": "13",
  "birthDate-month": "4",
  "birthDate-year": "1993",
};

type Change = Readonly<Record<string, string>>;
/** One after the other in one form, which keeps all the rest: the field, its refusal, what is wrong, and what is right. */
const FORM: readonly (readonly [field: string, code: string, wrong: Change, right: string])[] = [
  ["villageCode", "assist-other-region", { villageCode: "12.71.01.1001" }, "12.75.01.1001"],
  ["witnessName", "assist-witness-needed", { consentMethod: "spoken_with_witness" }, "signed_paper"],
  ["nik", "nik-not-16-digits", { nik: "1275" }, ""],
  ["nik", "nik-registered", DEWIS, ""],
  ["phone", "registration-phone-shape", { phone: "061 882 1234" }, ""],
  ["phone", "account-contact-taken", { email: "dewi@contoh.test" }, ""],
  ["inEducation", "registration-in-education", { inEducation: "yes" }, "no"],
];

test("an officer is told what to mend, and once it is sent the photos are closed to the office", async ({
  page: officer,
  browser,
}) => {
  test.setTimeout(480_000);
  const who = newRegistrant("9342");
  await signIn(officer, "dinas@contoh.test");
  await officer.goto("/dinas/bantu/baru");
  await sendForm(officer);
  await expect(officer.getByRole("alert").first()).toContainText(
    sentenceOf("assisted-registration", "assist-consent-needed"),
  );
  await fillPerson(officer, who.name, who.serial);
  await fill(officer, who.identity);
  await addVillageElsewhere(officer);
  for (const [field, code, wrong, right] of FORM) {
    await fill(officer, { ...wrong });
    await refusedAtField(officer, field, sentenceIn(code));
    await fill(
      officer,
      Object.fromEntries(Object.keys(wrong).map((name) => [name, who.identity[name] ?? right])),
    );
  }
  await sendForm(officer);
  await officer.waitForURL(/\/foto/);
  await fill(officer, { photo: { file: await aPhotoOfACard({ width: 480 }) } });
  await refusedAtField(officer, "photo", sentenceOf("registration", "photo-too-small"));
  const person = officer.url().replace(/\/foto.*/, "");
  await sendWithPhotos(officer, person);

  await test.step("the office opens no photo and no form any more", async () => {
    const photo = await officer.request.get(`${person}/foto/lihat?jenis=id_card`);
    expect(photo.status()).toBe(404);
    await officer.goto(`${person}/foto`);
    await expect(officer).toHaveURL(person);
    expect((await officer.request.get(person.replace(/[^/]+$/, crypto.randomUUID()))).status()).toBe(404);
  });
  await test.step("a code goes nowhere where no contact is known", async () => {
    await officer.goto(person);
    await officer
      .locator("main [name=channel][value=paper]")
      .evaluate((field: HTMLInputElement) => field.setAttribute("value", "sms"));
    const button = officer.getByRole("button", { name: "Cetak lembar kode" });
    await refusedAbove(button, sentenceIn("assist-no-contact"));
  });
  const code = await codeOnPaper(officer, person);
  const her = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await takeOver(her, who, code);
  await test.step("her new address has yet to be proven, which the way back in does", async () => {
    await fill(her, { identifier: who.email, password: PASSWORD });
    await refusedAbove(
      formOf(her, "identifier").locator("button[type=submit]").first(),
      sentenceOf("access", "contact-not-verified"),
    );
    await expect(her.locator('main a[href^="/masuk/lupa"]')).toBeVisible();
  });
});

function sentenceIn(code: string): string {
  const stage =
    code.startsWith("assist") || code.startsWith("take-over") ? "assisted-registration" : "registration";
  return sentenceOf(code.startsWith("account") || code.startsWith("password") ? "account" : stage, code);
}

async function sendForm(officer: Page): Promise<void> {
  await press(formOf(officer, "nik").locator("button[type=submit]").last());
}

/** No list offers it, but a form may be sent by other means. */
async function addVillageElsewhere(officer: Page): Promise<void> {
  await officer.locator("main [name=villageCode]").evaluate((list: HTMLSelectElement) => {
    list.add(new Option("di luar", "12.71.01.1001"));
  });
}

async function sendWithPhotos(officer: Page, person: string): Promise<void> {
  for (const kind of ["id_card", "selfie"]) {
    const form = officer.locator(`main form:has([name=kind][value=${kind}])`);
    await form
      .locator("[name=photo]")
      .setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: await photoOfACard() });
    await press(form.locator("button[type=submit]"));
    await expect(form.locator("[name=photo]")).toHaveCount(0);
  }
  await press(officer.locator("main form:not(:has([name=photo])) button[type=submit]").last());
  await officer.waitForURL(`${person}?terkirim=1`);
}

async function codeOnPaper(officer: Page, person: string): Promise<string> {
  await officer.goto(person);
  await press(officer.locator("main form:has([name=channel][value=paper]) button[type=submit]"));
  await officer.waitForURL(/lembar/);
  return (await officer.getByText(/^\d{6}$/).textContent()) ?? "";
}

/** A wrong code, no contact, somebody else's contact, a weak password; then it is hers, and only once. */
async function takeOver(her: Page, who: Registrant, code: string): Promise<void> {
  const { nik = "", familyCard: _card, gender: _gender, ...birth } = who.identity;
  const claim = { nik, ...birth, code, password: PASSWORD };
  await her.goto("/ambil-alih");
  await fill(her, { ...claim, code: code === "000000" ? "000001" : "000000" });
  await refusedAbove(formOf(her, "code").locator("button[type=submit]"), sentenceIn("take-over-no-match"));
  for (const [field, refusal, wrong] of [
    ["phone", "account-contact-missing", {}],
    ["phone", "account-contact-taken", { email: "dewi@contoh.test" }],
    ["password", "password-guessable", { email: who.email, password: "prakerja-2026" }],
    ["password", "password-short", { email: who.email, password: "kopi" }],
  ] as const) {
    await fill(her, { ...claim, ...wrong });
    await refusedAtField(her, field, sentenceIn(refusal));
  }
  await fill(her, { ...claim, email: who.email });
  await sendFormOf(her, "code", /\/masuk/);
  await her.goto("/ambil-alih");
  await fill(her, { ...claim, email: who.email });
  await refusedAbove(formOf(her, "code").locator("button[type=submit]"), sentenceIn("take-over-no-match"));
  await her.goto("/masuk");
}
