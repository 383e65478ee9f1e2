import type { Page } from "@playwright/test";
import { fill } from "./forms.ts";

async function firstChoice(page: Page, name: string): Promise<string> {
  const values = await page
    .locator(`main select[name="${name}"] option, main input[name="${name}"]`)
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement | HTMLInputElement).value));
  return values.find(Boolean) ?? "";
}

/** Types the whole form of a woman of Binjai who signed on paper. */
export async function fillPerson(page: Page, name: string, serial: string): Promise<void> {
  await fill(page, {
    consentMethod: "signed_paper",
    consentGiven: "yes",
    nik: `127501570500${serial}`,
    familyCard: `127501010115${serial}`,
    "birthDate-day": "17",
    "birthDate-month": "5",
    "birthDate-year": "2000",
    gender: "female",
    fullName: name,
    birthPlace: "Binjai",
    motherName: "Siti Rahma",
    villageCode: await firstChoice(page, "villageCode"),
    address: "Jalan Melati 12, RT 02 RW 01",
    education: "senior-high",
    maritalStatus: "single",
    dependants: "1",
    employment: "unemployed",
    disability: "none",
    wantedCategory: await firstChoice(page, "wantedCategory"),
    reason: "Saya ingin keterampilan baru agar lebih mudah mendapat pekerjaan.",
    statedEmployment: "unemployed",
    excludedOccupation: "no",
    inEducation: "no",
    otherAid: "no",
    dataIsTrue: "yes",
  });
}
