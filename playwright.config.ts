import { defineConfig } from "@playwright/test";

/**
 * What Chromium would do beside showing pages. The suggestions of its address bar are two more pages for each new person:
 * a third of all its work. The others are what Playwright leaves out itself, which a list of one's own replaces.
 */
const LEFT_OUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** Stories of people who are new; all others are told by the demo cast and the staff. */
const NEWCOMERS = /(refusals-(account|codes|photos|verification)|whole-journey)\.spec/;
/** What each lane of `npm test` looks at in the end, on its own portal. */
const LEFT_BEHIND = /without-clear-nik\.spec/;

export default defineConfig({
  testDir: "tests/e2e",
  timeout: 240_000,
  expect: { timeout: 15_000 },
  workers: 1,
  projects: [
    { name: "newcomers", testMatch: [NEWCOMERS, LEFT_BEHIND], outputDir: "test-results/newcomers" },
    { name: "cast", testIgnore: NEWCOMERS, outputDir: "test-results/cast" },
  ],
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  use: {
    baseURL: process.env.APP_URL ?? "http://localhost:3000",
    locale: "id-ID",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    viewport: { width: 360, height: 780 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--autoplay-policy=no-user-gesture-required",
        `--disable-features=${LEFT_OUT.join(",")}`,
      ],
    },
  },
});
