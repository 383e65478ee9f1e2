import { type Browser, expect, type Page, test } from "@playwright/test";
import { decideWave, moveClock, openFreshWave, signInStaff } from "./steps/administrator.ts";
import { fill, press, sendFormOf, waitUntilPageSays } from "./steps/forms.ts";
import { letterTo } from "./steps/mail.ts";
import { joinWave, type Newcomer, openAccount, register, takeTest } from "./steps/newcomer.ts";
import { answerSurvey, linkPayoutAccount, reviewTraining } from "./steps/rewards.ts";
import { DEMO_PASSWORD } from "./steps/sign-in.ts";
import { buyTraining, COURSE, learnByReading, learnByWatching, takeQuiz } from "./steps/training.ts";

// Two new people through the whole programme, in one wave, with the real worker, partners and mail: one with scripts and
// the video, one without any script and with the transcript. They go at the same time, as two people would.

const JOURNEYS = [
  {
    javaScriptEnabled: true,
    learn: learnByWatching,
    newcomer: { email: "ratna@contoh.test", name: "Ratna Uji", serial: "9300" },
    account: "555001",
  },
  {
    javaScriptEnabled: false,
    learn: learnByReading,
    newcomer: { email: "wulan@contoh.test", name: "Wulan Uji", serial: "9400" },
    account: "555002",
  },
] as const;

test("two newcomers live the whole programme: with scripts, by video; and without any script, by transcript", async ({
  browser,
}) => {
  test.setTimeout(Number(process.env.JOURNEY_MS ?? 1_500_000));
  const staff = await signInStaff(browser);
  const administrator = staff.operator;
  const people = await Promise.all(
    JOURNEYS.map(async ({ javaScriptEnabled, newcomer, ...rest }) => ({
      ...rest,
      newcomer: anew(newcomer),
      page: await pageOf(browser, javaScriptEnabled),
    })),
  );
  const both = (title: string, live: (person: (typeof people)[number]) => Promise<void>) =>
    test.step(title, async () => void (await Promise.all(people.map(live))));

  const wave = await test.step("an administrator opens a wave", () => openFreshWave(staff));
  await both("account", ({ page, newcomer }) => openAccount(page, newcomer));
  await both("registration and verification", ({ page, newcomer }) => register(page, newcomer));
  await both("selection test", ({ page }) => takeTest(page));
  await both("joins the wave", ({ page }) => joinWave(page));
  await test.step("close, list, promises, draw, decree, publication", () => decideWave(staff, wave));
  await both("selected, on the page and by e-mail", ({ page, newcomer }) => isRecipient(page, newcomer));
  await both("buys and redeems a training", ({ page }) => buyTraining(page));
  await both("learns", ({ page, learn }) => learn(page));
  await both("quiz", ({ page }) => takeQuiz(page));
  await both("reviews", ({ page }) => reviewTraining(page, COURSE));
  await both("certificate", ({ page, newcomer }) => hasCertificate(page, newcomer));
  await both("links an account", ({ page, newcomer, account }) =>
    linkPayoutAccount(page, `${account}${newcomer.serial}77`),
  );
  for (const [month, paid] of MONTHS.entries()) {
    await test.step(`month ${month + 1}`, async () => {
      await moveClock(administrator, "day");
      if (month > 0) await moveClock(administrator, "month");
    });
    await both(`is paid, and surveyed where one is open, in month ${month + 1}`, ({ page }) =>
      isPaidAndSurveyed(page, paid),
    );
  }
  await test.step("who did not buy in time is revoked and locked out", () =>
    isRevoked(browser, administrator));
});

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
  await press(person.locator('main a[href^="/sertifikat/"]').first());
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
async function isPaidAndSurveyed(person: Page, { received, survey }: (typeof MONTHS)[number]): Promise<void> {
  await waitUntilPageSays(
    person,
    "/insentif",
    new RegExp(`Sudah diterima\\s*${received.replaceAll(".", "\\.")}`),
  );
  if (survey) expect(await answerSurvey(person, survey), `survey ${survey} is open`).toBe(true);
}
