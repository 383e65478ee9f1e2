import { expect, type Page, test } from "@playwright/test";
import { fill, press } from "./steps/forms.ts";
import { photoOfACard } from "./steps/newcomer.ts";
import { fillPerson } from "./steps/office.ts";
import { signIn } from "./steps/sign-in.ts";

const PASSWORD = "kopi-hangat-di-teras-88";

test("an office registers somebody without a phone, and the person makes the account their own by a code on paper", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const serial = `98${String(Date.now() % 100).padStart(2, "0")}`;
  const officer = await (await browser.newContext()).newPage();
  await signIn(officer, "dinas@contoh.test");
  const code = await registerAndPrint(officer, serial);

  const person = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await person.goto("/ambil-alih");
  const claim = {
    nik: `127501570500${serial}`,
    "birthDate-day": "17",
    "birthDate-month": "5",
    "birthDate-year": "2000",
    email: `wati-${Date.now()}@contoh.test`,
    password: PASSWORD,
  };
  await fill(person, { ...claim, code: code === "000000" ? "000001" : "000000" });
  await send(person);
  await expect(person.locator("main [role=alert]").first()).toBeVisible();
  await fill(person, { ...claim, code });
  await send(person);
  await expect(person).toHaveURL(/\/masuk/);

  await officer.goto("/dinas/bantu");
  await expect(officer.locator("main")).toContainText("Wati Uji");
  await expect(officer.locator("main")).not.toContainText(`127501570500${serial}`);
});

/** The form, both photos, off it goes; then the code, from the sheet that shows it once. */
async function registerAndPrint(officer: Page, serial: string): Promise<string> {
  await officer.goto("/dinas/bantu/baru");
  await fillPerson(officer, "Wati Uji", serial);
  await officer.locator("main form:has([name=nik]) button[type=submit]").last().click();
  await officer.waitForURL(/\/foto/);
  const page = officer.url().replace(/\/foto.*/, "");
  for (const kind of ["id_card", "selfie"]) {
    const form = officer.locator(`main form:has([name=kind][value=${kind}])`);
    await form
      .locator("[name=photo]")
      .setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: await photoOfACard() });
    await form.locator("button[type=submit]").click();
    await expect(form.locator("[name=photo]")).toHaveCount(0);
  }
  await officer.locator("main form:not(:has([name=photo])) button[type=submit]").last().click();
  await officer.waitForURL(/terkirim=1/);
  await officer.goto(page);
  await officer.locator("main form:has([name=channel][value=paper]) button[type=submit]").click();
  await officer.waitForURL(/lembar/);
  return (await officer.getByText(/^\d{6}$/).textContent()) ?? "";
}

async function send(person: Page): Promise<void> {
  await press(person.locator("main form:has([name=code]) button[type=submit]").first());
}
