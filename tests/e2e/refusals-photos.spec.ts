import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { aPhotoOfACard } from "../support/pictures.ts";
import { fill, sendFormOf } from "./steps/forms.ts";
import { fillUpToPhotos, openAccount } from "./steps/newcomer.ts";
import { fileOnDisk, formOf, refusedAtField, sentenceOf } from "./steps/refusal.ts";
import { newRegistrant } from "./steps/registrant.ts";
import { signIn } from "./steps/sign-in.ts";

// Photos that are not taken, and photos that are worth a second look, as a person meets them without scripts.

test.use({ javaScriptEnabled: false });

/** A picture of one colour; black, or so even that nothing can be told apart. */
function plain(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

const FILES = [
  ["photo-wrong-kind", async () => Buffer.from("%PDF-1.7 bukan foto, hanya bernama foto")],
  [
    "photo-unreadable",
    async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, 7)]),
  ],
  ["photo-empty", async () => Buffer.alloc(0)],
  ["photo-too-small", () => aPhotoOfACard({ width: 480 })],
  ["photo-black", () => aPhotoOfACard({ light: 0.05 })],
  ["photo-smeared", () => aPhotoOfACard({ blur: 60 })],
  ["photo-too-many-pixels", () => plain(8_000, 8_000, "#8fb3c9")],
] as const;

test("a photo that cannot be used is refused at its field, with what to do", async ({ page }) => {
  test.setTimeout(480_000);
  await signIn(page, "budi@contoh.test");
  await page.goto("/pendaftaran/foto-ktp");
  await refusedAtField(page, "photo", sentenceOf("registration", "registration-photo-missing"));
  for (const [code, make] of FILES) {
    await page.goto("/pendaftaran/foto-ktp");
    await fill(page, { photo: { file: await make() } });
    await refusedAtField(page, "photo", sentenceOf("registration", code));
    await expect(page.locator("main")).not.toContainText("Pakai foto ini");
  }
  await page.goto("/pendaftaran/foto-ktp");
  const large = fileOnDisk("ktp.jpg", Buffer.alloc(10 * 1024 * 1024 + 1, 7));
  await page.locator("main [name=photo]").setInputFiles(large);
  await refusedAtField(page, "photo", sentenceOf("registration", "registration-photo-too-large"));
});

const HINTS = [
  ["agak gelap", { light: 0.3 }],
  ["tampak kabur", { blur: 4 }],
] as const;

test("a doubtful photo is kept, and the person decides after a look", async ({ page }) => {
  test.setTimeout(480_000);
  const who = newRegistrant("9321");
  await openAccount(page, who);
  await fillUpToPhotos(page, who);
  for (const [hint, spoiling] of HINTS) {
    await page.goto("/pendaftaran/foto-ktp");
    await fill(page, { photo: { file: await aPhotoOfACard(spoiling) } });
    await sendFormOf(page, "photo", /tersimpan=1/);
    await expect(page.locator("main")).toContainText(hint);
  }
  await page.goto("/pendaftaran/foto-ktp");
  await fill(page, {
    photo: {
      file: await sharp(await aPhotoOfACard())
        .modulate({ saturation: 0 })
        .toBuffer(),
    },
  });
  await sendFormOf(page, "photo", /tersimpan=1/);
  await expect(page.locator("main")).toContainText("tidak tampak seperti KTP");
  await fill(page, { photo: { file: await aPhotoOfACard() } });
  await sendFormOf(page, "photo", /tersimpan=1/);
  await expect(page.locator("main")).toContainText("tampak jelas");
  await page.getByRole("link", { name: "Pakai foto ini" }).click();
  await expect(page).toHaveURL(/swafoto/);
  await expect(formOf(page, "photo")).toBeVisible();
});
