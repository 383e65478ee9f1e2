import { expect, type Page, test } from "@playwright/test";
import { castNumbers } from "./steps/cast.ts";
import { fill } from "./steps/forms.ts";
import { refusedAtField, sentenceOf } from "./steps/refusal.ts";
import { newPhone } from "./steps/registrant.ts";
import { signIn } from "./steps/sign-in.ts";

// Every refusal of the written pages of the registration, as a person meets it without scripts: the page comes back with
// what was typed, the sentence stands in the summary and at the field, and the summary leads there.

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
  ["number-only", { nik: "12750157O5009871" }],
  ["registration-birth-date-shape", { "birthDate-day": "31", "birthDate-month": "2" }],
  ["registration-birth-date-ahead", { nik: "1275015705909871", "birthDate-year": "2090" }],
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
  test.setTimeout(480_000);
  await signIn(page, "ani@contoh.test");
  for (const [code, change] of IDENTITY) {
    await page.goto("/pendaftaran/identitas");
    await fill(page, { ...RIGHT, ...change });
    await refusedAtField(page, "nik", sentenceOf("registration", code));
    for (const [field, typed] of Object.entries({ ...RIGHT, ...change }))
      if (field !== "gender") await expect(page.locator(`main [name="${field}"]`)).toHaveValue(typed);
    if (code === "nik-registered") await expect(page.locator('main a[href="/masuk/pulihkan"]')).toBeVisible();
  }
});

test("nobody comes to a page before its turn", async ({ page }) => {
  await signIn(page, "ani@contoh.test");
  for (const later of ["data-diri", "foto-ktp", "ponsel", "pernyataan", "ringkasan"]) {
    await page.goto(`/pendaftaran/${later}`);
    await expect(page).toHaveURL(/\/pendaftaran\/identitas$/);
  }
});

type Row = readonly [page: string, field: string, code: string, typed: Readonly<Record<string, string>>];

const OTHERS_PHONE = `0${somebodyElses?.numbers[2]}`;
const NOWHERE = "99.99.99.9999";

/** Of Budi, who got as far as the photo of his card: pages that were filled may be changed. */
const WRITTEN: readonly Row[] = [
  ["data-diri", "phone", "registration-phone-shape", { phone: "061 882 1234" }],
  ["data-diri", "phone", "registration-phone-shape", { phone: "0812 34" }],
  ["data-diri", "phone", "registration-phone-taken", { phone: OTHERS_PHONE }],
  ["data-diri", "fullName", "registration-name-shape", { phone: newPhone(), fullName: "Budi 2" }],
  ["data-diri", "birthPlace", "registration-place-shape", { phone: newPhone(), birthPlace: "?" }],
  ["data-diri", "motherName", "required", { phone: newPhone(), motherName: "" }],
  ["alamat", "address", "registration-address-short", { address: "Jl" }],
  ["alamat", "villageCode", "choose-from-list", { villageCode: "" }],
  ["alamat", "villageCode", "registration-village-unknown", { villageCode: NOWHERE }],
  [
    "domisili?wilayah=12.75.01",
    "domicileVillage",
    "registration-domicile-unknown",
    { domicileVillage: NOWHERE, domicileAddress: "Jalan Mawar 1" },
  ],
  ["keadaan", "wantedCategory", "choose-from-list", { wantedCategory: "" }],
  ["keadaan", "wantedCategory", "registration-category-unknown", { wantedCategory: "sihir" }],
  ["keadaan", "dependants", "number-only", { dependants: "dua" }],
  ["keadaan", "dependants", "registration-dependants-many", { dependants: "21" }],
  ["keadaan", "reason", "registration-reason-short", { reason: "Ingin kerja" }],
];

test("personal data, addresses and situation: each refusal stands where it is mended", async ({ page }) => {
  test.setTimeout(480_000);
  await signIn(page, "budi@contoh.test");
  for (const [path, field, code, typed] of WRITTEN) {
    await page.goto(`/pendaftaran/${path}`);
    for (const [name, value] of Object.entries(typed)) await answer(page, name, value);
    await refusedAtField(page, field, sentenceOf("registration", code));
  }
});

/** Types or chooses; what no list offers is put into it, as somebody could who sends the form by other means. */
async function answer(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(`main select[name="${name}"]`);
  if ((await list.count()) > 0) {
    await list.evaluate((element: HTMLSelectElement, option) => {
      if (![...element.options].some((known) => known.value === option))
        element.add(new Option(option, option));
    }, value);
    await list.selectOption(value);
  } else await fill(page, { [name]: value });
}
