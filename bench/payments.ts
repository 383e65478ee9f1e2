import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { migrate } from "../scripts/database/migrate.ts";
import { findFreePorts } from "../scripts/stack/ports.ts";
import { startPostgres } from "../scripts/stack/postgres.ts";
import { runStep, startChild, stopChild } from "../scripts/stack/processes.ts";
import { portsFrom, settingsFor } from "../scripts/stack/settings.ts";
import { median } from "./parts/measure.ts";

// How many incentives a second are paid and booked, beside what the bank's simulator can take when nobody keeps books:
// the same adapter, the same lanes, the same process, in turns. PAYMENTS=1000000 ROUNDS=1 for a whole wave.

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PAYMENTS = Number(process.env.PAYMENTS ?? 10_000);
const LANES = 24;

const folder = mkdtempSync(`${tmpdir()}/portal-bench-`);
chmodSync(folder, 0o755);
const ports = portsFrom(await findFreePorts(8200));
const postgres = await startPostgres({
  directory: `${folder}/postgres`,
  port: ports.database,
  durable: true,
});
Object.assign(process.env, { ...settingsFor(folder, ports, postgres.url), LOG_LEVEL: "silent" });
const bank = startChild(
  "bank",
  ["node", "src/platform/gateways/bank/simulator.ts"],
  { ...process.env, PORT: String(ports.bank) },
  () => {},
);
try {
  await migrate(postgres.url);
  await runStep(["node", "src/jobs/install.ts"], process.env);
  await runStep(["node", "prisma/seed/seed.ts"], process.env);
  const { owePeople, payEverybody, callBankAlone, closeAll } = await import("./parts/payment-work.ts");
  // Both sides are warm before anything is measured.
  await callBankAlone(2_000, LANES);
  await owePeople(3_000, 99);
  await payEverybody(3_000);
  const ratios: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await owePeople(PAYMENTS, round);
    const ceiling = PAYMENTS / (await seconds(() => callBankAlone(PAYMENTS, LANES)));
    const paid = PAYMENTS / (await seconds(() => payEverybody(PAYMENTS)));
    ratios.push(paid / ceiling);
    const memory = Math.round(process.memoryUsage().rss / 1_048_576);
    console.log(
      `round ${round}: ${Math.round(paid)} paid a second, the bank alone ${Math.round(ceiling)}; ${memory} MiB`,
    );
  }
  console.log(`payments: ${median(ratios).toFixed(2)} x the simulator's ceiling (bar 0.7)`);
  await closeAll();
} finally {
  await stopChild(bank);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function seconds(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1_000;
}
