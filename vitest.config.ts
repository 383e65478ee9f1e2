import { defineConfig } from "vitest/config";

/** SEED=123 npm test: the same order of tests and the same time zone once more. */
const seed = Number(process.env.SEED) || Math.floor(Math.random() * 1_000_000);

/** Never WIB: whoever counts days by the machine's clock fails here and not only abroad. */
const zones = [
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Pacific/Kiritimati",
  "Africa/Abidjan",
  "Asia/Kathmandu",
];
const zone = zones[seed % zones.length];

process.env.SEED = String(seed);
process.env.TZ = zone;
if (!process.env.VITEST_SEED_TOLD) console.info(`SEED=${seed} (time zone ${zone})`);
process.env.VITEST_SEED_TOLD = "yes";

export default defineConfig({
  test: {
    env: { TZ: zone, SEED: String(seed) },
    pool: "forks",
    maxWorkers: 2,
    sequence: { shuffle: true, seed },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    setupFiles: ["tests/support/strict-console.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,architecture}/**/*.test.{ts,tsx}"],
          // These touch nothing that another could find changed; modules that are read once are most of their time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/database-server.ts"],
          setupFiles: ["tests/support/integration-setup.ts"],
        },
      },
    ],
  },
});
