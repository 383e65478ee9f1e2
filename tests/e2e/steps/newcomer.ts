import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { fill, press, send, sendFormOf, waitUntilPageSays } from "./forms.ts";
import { letterTo } from "./mail.ts";
import { signIn } from "./sign-in.ts";

export type Newcomer = { readonly email: string; readonly name: string; readonly serial: string };

const PASSWORD = "kopi-tubruk-di-pagi-hari";

/** Opens an account, follows the link of the e-mail and signs in. */
export async function openAccount(page: Page, { email, name }: Newcomer): Promise<void> {
  await page.goto("/daftar");
  await fill(page, { displayName: name, email, password: PASSWORD });
  await sendFormOf(page, "password", /periksa-email/);
  const letter = await letterTo(email, /verifikasi-email/);
  const link = /https?:\/\/\S*verifikasi-email\S*/.exec(letter.text)?.[0] ?? "";
  await page.goto(new URL(link).pathname + new URL(link).search);
  await press(page.locator("main form button[type=submit]").first());
  await page.waitForURL(/\/masuk/);
  await signIn(page, email, PASSWORD);
}

/** Fills in every page of the registration and sends it. */
export async function register(page: Page, { name, serial }: Newcomer): Promise<void> {
  await fillUpToPhotos(page, {
    name,
    phone: phoneOf(serial),
    identity: {
      nik: `1275015705${"00"}${serial}`,
      familyCard: `127501010115${serial}`,
      "birthDate-day": "17",
      "birthDate-month": "5",
      "birthDate-year": "2000",
      gender: "female",
    },
  });
  await keepPhoto(page, /swafoto/);
  await keepPhoto(page, /ponsel/);
  await provePhone(page, phoneOf(serial).replace(/^0/, "+62"));
  await makeStatements(page);
  await press(page.locator("main form button[type=submit]").last());
  await page.waitForURL(/\/verifikasi/);
  await waitUntilPageSays(page, "/beranda", /tes seleksi/i);
}

type Applicant = {
  readonly name: string;
  readonly phone: string;
  readonly identity: Readonly<Record<string, string>>;
};

/** The written pages, from the NIK to why somebody wants to take part. */
export async function fillUpToPhotos(page: Page, { name, phone, identity }: Applicant): Promise<void> {
  await page.goto("/pendaftaran");
  await fill(page, identity);
  await sendFormOf(page, "nik", /data-diri/);
  await fill(page, { fullName: name, birthPlace: "Binjai", motherName: "Siti Rahma", phone });
  await sendFormOf(page, "fullName", /alamat/);
  await chooseVillage(page);
  await fill(page, { address: "Jalan Melati 12, RT 02 RW 01", domicile: "same" });
  await sendFormOf(page, "address", /keadaan/);
  await fill(page, {
    education: await firstOption(page, "education"),
    maritalStatus: await firstOption(page, "maritalStatus"),
    dependants: "1",
    employment: await firstOption(page, "employment"),
    disability: await firstOption(page, "disability"),
    wantedCategory: await firstOption(page, "wantedCategory"),
    reason: "Saya ingin keterampilan baru agar lebih mudah mendapat pekerjaan.",
  });
  await sendFormOf(page, "reason", /foto-ktp/);
}

/** The applicant's statements, as somebody may make them who takes part. */
export async function makeStatements(page: Page): Promise<void> {
  await fill(page, {
    employment: await firstOption(page, "employment"),
    excludedOccupation: "no",
    inEducation: "no",
    otherAid: "no",
    dataIsTrue: "yes",
  });
  await sendFormOf(page, "dataIsTrue", /ringkasan/);
}

/** Ends in zeros: what ends in 97 or 98 gets no message from the simulated gateway. */
function phoneOf(serial: string): string {
  return `0812${serial}000`;
}

/** Sends a photo, looks at it as it was kept, and goes on. */
export async function keepPhoto(page: Page, next: RegExp): Promise<void> {
  await fill(page, { photo: { file: await photoOfACard() } });
  await sendFormOf(page, "photo", /tersimpan=1/);
  await press(page.locator(`main a[href]`, { hasText: /lanjut|pakai foto/i }).first());
  await page.waitForURL(next);
}

/** Asks for the code, waits for the message and types its digits. */
export async function provePhone(page: Page, number: string): Promise<void> {
  await press(page.locator("main form:has([name=channel][value=sms]) button[type=submit]").first());
  const text = await shortMessageTo(number, /\b\d{6}\b/);
  await page.goto("/pendaftaran/ponsel?ketik=1");
  await fill(page, { digits: /\b\d{6}\b/.exec(text)?.[0] ?? "" });
  await sendFormOf(page, "digits", /pernyataan/);
}

/** The newest short message to this number whose text matches; waits for it. */
export async function shortMessageTo(number: string, text: RegExp): Promise<string> {
  let found = "";
  await expect(async () => {
    const answer = await fetch(`${process.env.SMS_URL}/_messages`);
    const messages = (await answer.json()) as { readonly to: string; readonly text: string }[];
    found = messages.find((message) => message.to === number && text.test(message.text))?.text ?? "";
    expect(found, `a message to ${number} like ${text}`).not.toBe("");
  }).toPass({ timeout: 30_000, intervals: [300, 700, 1_500] });
  return found;
}

/** Province, regency and district come from the NIK; what is left is chosen from the lists. */
async function chooseVillage(page: Page): Promise<void> {
  while ((await page.locator("main [name=address]").count()) === 0) {
    await fill(page, { wilayah: await firstOption(page, "wilayah") });
    await press(page.locator("main form:has([name=wilayah]) button[type=submit]"));
  }
  if ((await page.locator("main select[name=villageCode]").count()) > 0) {
    await fill(page, { villageCode: await firstOption(page, "villageCode") });
  }
}

async function firstOption(page: Page, name: string): Promise<string> {
  const values = await page
    .locator(`main select[name="${name}"] option, main input[name="${name}"]`)
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement | HTMLInputElement).value));
  return values.find(Boolean) ?? "";
}

/** A photo as a phone would make it, of something that looks like a card. */
export async function photoOfACard(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 1_200, height: 760, channels: 3, background: "#8fb3c9", noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Answers every question of the selection test and hands it in. */
export async function takeTest(page: Page): Promise<void> {
  await page.goto("/tes");
  await fill(page, { ready: "yes" });
  await sendFormOf(page, "ready", /soal\/1/);
  for (let position = 1; position <= 18; position += 1) {
    await page.locator(`main [name=choice] >> nth=${await rightPlace(page)}`).check();
    await press(page.locator("main button[name=go][value=next], main button[name=go][value=finish]").first());
    await page.waitForURL(position < 18 ? new RegExp(`soal/${position + 1}$`) : /kirim|hasil/);
  }
  if (/kirim/.test(page.url())) await press(page.locator("main form button[type=submit]").first());
  await page.waitForURL(/hasil/);
}

type Item = { readonly stem: string; readonly options: readonly string[]; readonly answer: number | null };
const items = JSON.parse(readFileSync("prisma/seed/test-items.json", "utf8")) as Item[];

/** Where the right option of the shown question stands; the last one for statements without a right answer. */
async function rightPlace(page: Page): Promise<number> {
  const shown = (await page.locator("main").textContent()) ?? "";
  const item = items.find(({ stem }) => shown.includes(stem));
  const places = await page
    .locator("main label:has([name=choice])")
    .evaluateAll((all) => all.map((label) => label.textContent?.trim() ?? ""));
  const right = item?.answer === null || !item ? undefined : item.options[item.answer];
  return right === undefined ? 4 : places.findIndex((text) => text.includes(right));
}

export async function joinWave(page: Page): Promise<void> {
  await page.goto("/gelombang");
  await fill(page, { consent: "yes" });
  await send(page, /./, /gabung/);
}
