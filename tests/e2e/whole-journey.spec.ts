import { type Browser, expect, type Page, test } from "@playwright/test";
import { decideWave, moveClock, openFreshWave, signInStaff } from "./steps/administrator.ts";
import { fill, sendFormOf, waitUntilPageSays } from "./steps/forms.ts";
import { letterTo } from "./steps/mail.ts";
import { joinWave, type Newcomer, openAccount, register, takeTest } from "./steps/newcomer.ts";
import { answerSurvey, linkPayoutAccount, reviewTraining } from "./steps/rewards.ts";
import { DEMO_PASSWORD } from "./steps/sign-in.ts";
import { buyTraining, COURSE, learnByReading, learnByWatching, takeQuiz } from "./steps/training.ts";

// One new person through the whole programme, with the real worker, partners and mail: once with scripts and the video,
// once without any script and the transcript.

const JOURNEYS = [
  {
    title: "with scripts, by video",
    javaScriptEnabled: true,
    learn: learnByWatching,
    newcomer: { email: "ratna@contoh.test", name: "Ratna Uji", serial: "9300" },
    account: "555001",
  },
  {
    title: "without any script, by transcript",
    javaScriptEnabled: false,
    learn: learnByReading,
    newcomer: { email: "wulan@contoh.test", name: "Wulan Uji", serial: "9400" },
    account: "555002",
  },
] as const;

for (const journey of JOURNEYS) {
  test(`a newcomer lives the whole programme ${journey.title}`, async ({ browser }) => {
    test.setTimeout(Number(process.env.JOURNEY_MS ?? 420_000));
    const newcomer = anew(journey.newcomer);
    const staff = await signInStaff(browser);
    const administrator = staff.operator;
    const person = await pageOf(browser, journey.javaScriptEnabled);

    const wave = await test.step("an administrator opens a wave", () => openFreshWave(staff));
    await test.step("account", () => openAccount(person, newcomer));
    await test.step("registration and verification", () => register(person, newcomer));
    await test.step("selection test", () => takeTest(person));
    await test.step("joins the wave", () => joinWave(person));
    await test.step("close, list, promises, draw, decree, publication", () => decideWave(staff, wave));
    await test.step("selected, on the page and by e-mail", () => isRecipient(person, newcomer));
    await test.step("buys and redeems a training", () => buyTraining(person));
    await test.step("learns", () => journey.learn(person));
    await test.step("quiz", () => takeQuiz(person));
    await test.step("reviews", () => reviewTraining(person, COURSE));
    await test.step("certificate", () => hasCertificate(person, newcomer));
    await test.step("links an account", () =>
      linkPayoutAccount(person, `${journey.account}${newcomer.serial}77`));
    await test.step("is paid four times, answers three surveys, is paid for each", () =>
      isPaidAndSurveyed(person, administrator));
    await test.step("who did not buy in time is revoked and locked out", () =>
      isRevoked(browser, administrator));
  });
}

/** The same person under a number not used yet, so that the story can be told again on one database. */
function anew({ email, name, serial }: Newcomer): Newcomer {
  const suffix = String(Date.now() % 100).padStart(2, "0");
  return { name, email: email.replace("@", `-${Date.now()}@`), serial: `${serial.slice(0, 2)}${suffix}` };
}

/** Gita of the demo cast never bought a training, and months have passed. */
async function isRevoked(browser: Browser, administrator: Page): Promise<void> {
  await waitUntilPageSays(administrator, "/admin/jejak", /account-locked/);
  const gita = await pageOf(browser, false);
  await gita.goto("/masuk");
  await fill(gita, { identifier: "gita@contoh.test", password: DEMO_PASSWORD });
  await sendFormOf(gita, "password", /\/masuk/);
  await expect(gita.getByRole("alert")).toContainText(/dikunci|dicabut/i);
}

async function pageOf(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  return context.newPage();
}

async function isRecipient(person: Page, { email }: Newcomer): Promise<void> {
  await waitUntilPageSays(person, "/saldo", "Rp1.000.000");
  await letterTo(email, /lolos/i);
}

async function hasCertificate(person: Page, { name }: Newcomer): Promise<void> {
  await waitUntilPageSays(person, "/sertifikat", /SIM-\d{4}-\d{6}/);
  await person.locator('main a[href^="/sertifikat/"]').first().click();
  await expect(person.locator("main")).toContainText(name);
  const pdf = await person.request.get(`${new URL(person.url()).pathname}/pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const code = /[2-9A-HJ-NP-Z]{12}/.exec(
    ((await person.locator("main").textContent()) ?? "").replace(/[\s-]/g, ""),
  )?.[0];
  if (code) {
    await person.goto(`/periksa-sertifikat/${code}`);
    await expect(person.locator("main")).toContainText(name);
  }
}

/** After each jump of a month: what has been received in all, and the survey that is open then. */
const MONTHS = [
  { received: "Rp600.000", survey: null },
  { received: "Rp1.200.000", survey: 1 },
  { received: "Rp1.850.000", survey: null },
  { received: "Rp2.450.000", survey: 2 },
  { received: "Rp2.500.000", survey: 3 },
  { received: "Rp2.550.000", survey: null },
] as const;

/** Four monthly payments of Rp600.000, and Rp50.000 for each of three surveys. */
async function isPaidAndSurveyed(person: Page, administrator: Page): Promise<void> {
  for (const [month, { received, survey }] of MONTHS.entries()) {
    await moveClock(administrator, "day");
    if (month > 0) await moveClock(administrator, "month");
    await waitUntilPageSays(
      person,
      "/insentif",
      new RegExp(`Sudah diterima\\s*${received.replaceAll(".", "\\.")}`),
    );
    if (survey) expect(await answerSurvey(person, survey), `survey ${survey} is open`).toBe(true);
  }
}
