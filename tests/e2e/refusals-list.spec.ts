import { expect, type Page, test } from "@playwright/test";
import { type ListedPerson, listedPerson, listOf } from "../support/people-list.ts";
import { press } from "./steps/forms.ts";
import { fileOnDisk, formOf, refusedAtField, sentenceOf } from "./steps/refusal.ts";
import { newPhone, newRegistrant } from "./steps/registrant.ts";
import { signIn } from "./steps/sign-in.ts";

// A list of many people: what a whole file is refused for, and each row of one that is read.

test.use({ javaScriptEnabled: false });

const PAGE = "/dinas/kolektif";

/** Somebody whom nobody registered yet, as an officer writes her down. */
function somebody(serial: string, changes: Partial<ListedPerson> = {}): ListedPerson {
  const { identity } = newRegistrant(serial);
  const birth = ["day", "month", "year"].map((part) => identity[`birthDate-${part}`]).join("/");
  const { nik = "", familyCard = "" } = identity;
  return listedPerson(1, { nik, familyCard, birthDate: birth, phone: newPhone(), ...changes });
}

async function csvOf(people: readonly ListedPerson[]): Promise<string> {
  return Buffer.from(await listOf(people, "csv")).toString();
}

const FILES = [
  ["sheet-unknown-format", async () => Buffer.from("d0cf11e0a1b11ae1".padEnd(2_000, "0"), "hex")],
  ["sheet-damaged", async () => Buffer.from(await listOf([somebody("9331")])).subarray(0, 900)],
  ["bulk-file-empty", async () => Buffer.from(await csvOf([]))],
  [
    "bulk-columns-missing",
    async () => Buffer.from((await csvOf([somebody("9331")])).replace("NIK", "Nomor")),
  ],
  [
    "bulk-columns-twice",
    async () => Buffer.from((await csvOf([somebody("9331")])).replace("Alamat domisili", "NIK")),
  ],
  ["bulk-file-too-large", async () => fileOnDisk("daftar.csv", Buffer.alloc(10 * 1024 * 1024 + 1, "a"))],
] as const;

test("a list that cannot be read is refused as a whole, with what to do", async ({ page }) => {
  test.setTimeout(480_000);
  await signIn(page, "dinas@contoh.test");
  await page.goto(PAGE);
  await press(formOf(page, "list").locator("button[type=submit]"));
  for (const code of ["bulk-file-missing", "bulk-consent-undeclared"])
    await expect(page.getByRole("alert").first()).toContainText(sentenceOf("bulk-registration", code));
  for (const [code, make] of FILES) {
    await page.goto(PAGE);
    await choose(page, await make());
    await refusedAtField(page, "list", sentenceOf("bulk-registration", code));
  }
});

const FIRST_ROW = 2;

test("good rows are taken, the others handed back with their reasons, and the list is taken back once", async ({
  page,
}) => {
  test.setTimeout(480_000);
  const [good, known] = [somebody("9332"), somebody("9336")];
  const rows: readonly (readonly [code: string, person: ListedPerson])[] = [
    ["nik-not-16-digits", somebody("9333", { nik: "1275" })],
    ["nik-birth-date-differs", somebody("9334", { birthDate: "01/01/1990" })],
    ["bulk-row-repeated", somebody("9335", { nik: good.nik, birthDate: good.birthDate })],
    ["bulk-nik-registered", { ...known, phone: newPhone() }],
    ["bulk-village-elsewhere", somebody("9337", { villageCode: "12.71.01.1001" })],
    ["registration-phone-shape", somebody("9338", { phone: "061 882 1234" })],
    ["account-contact-taken", somebody("9339", { email: "dewi@contoh.test" })],
    ["registration-in-education", somebody("9340", { inEducation: "ya" })],
    ["bulk-consent-missing", somebody("9341", { consent: "tidak" })],
  ];
  await signIn(page, "dinas@contoh.test");
  await upload(page, Buffer.from(await csvOf([known])));
  await waitUntilChecked(page, 0);
  const list = Buffer.from(await csvOf([good, ...rows.map(([, person]) => person)]));
  await upload(page, list);
  const address = page.url();
  await waitUntilChecked(page, rows.length);
  for (const [index, [code]] of rows.entries()) {
    const row = page.locator("main tbody tr").nth(index);
    await expect(row.locator("th"), code).toContainText(String(index + FIRST_ROW + 1));
    await expect(row, code).toContainText(sentenceIn(code));
  }
  const handedBack = await page.request.get(`${address}/belum-diambil?format=csv`);
  const text = await handedBack.text();
  expect(text).toContain(sentenceIn("bulk-village-elsewhere"));
  expect(text).not.toContain(good.phone);

  await upload(page, list);
  await expect(page).toHaveURL(`${address}?sudah=1`);
  await expect(page.locator("main")).toContainText("sudah pernah diunggah");
  await takeBack(page, address);
});

async function choose(page: Page, list: Buffer | string): Promise<void> {
  const form = formOf(page, "list");
  const file = typeof list === "string" ? list : { name: "daftar.csv", mimeType: "text/csv", buffer: list };
  await form.locator("[name=list]").setInputFiles(file);
  await form.locator("[name=consentDeclared]").check();
}

async function upload(page: Page, list: Buffer): Promise<void> {
  await page.goto(PAGE);
  await choose(page, list);
  await press(formOf(page, "list").locator("button[type=submit]"));
  await page.waitForURL(/kolektif\/[0-9a-f-]{36}/);
}

/** The worker reads the list behind the page. */
async function waitUntilChecked(page: Page, refused: number): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main")).toContainText("Selesai diperiksa", { timeout: 500 });
    await expect(page.locator("main tbody tr")).toHaveCount(refused, { timeout: 500 });
  }).toPass({ timeout: 60_000, intervals: [500, 1_000, 2_000] });
}

function sentenceIn(code: string): string {
  if (code.startsWith("bulk")) return sentenceOf("bulk-registration", code);
  return sentenceOf(code.startsWith("account") ? "account" : "registration", code);
}

/** Not without a tick; and then it is gone, and cannot be taken back again. */
async function takeBack(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await refusedAtField(page, "confirmed", sentenceOf("bulk-registration", "tick-this"));
  await page.locator("main [name=confirmed]").check();
  await press(formOf(page, "confirmed").locator("button[type=submit]"));
  await expect(async () => {
    await page.goto(address);
    await expect(page.locator("main")).toContainText("Dibatalkan", { timeout: 500 });
    await expect(page.locator("main [name=confirmed]")).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 30_000, intervals: [500, 1_000] });
}
