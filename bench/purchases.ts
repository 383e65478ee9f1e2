import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { migrate } from "../scripts/database/migrate.ts";
import { findFreePorts } from "../scripts/stack/ports.ts";
import { startPostgres } from "../scripts/stack/postgres.ts";
import { runStep } from "../scripts/stack/processes.ts";
import { portsFrom, settingsFor } from "../scripts/stack/settings.ts";
import { median } from "./parts/measure.ts";

// How many trainings a second are bought through the use-case, with code, rules, seat, books and event, beside pgbench's
// "simple update" on the same server, in turns. npm brings no pgbench, so its statements are sent by the same driver from
// this process: BEGIN, one UPDATE, one SELECT, one INSERT, COMMIT, each a round trip, as pgbench sends them.

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PURCHASES = Number(process.env.PURCHASES ?? 1_000);
const CONNECTIONS = [2, 8, 32];

const folder = mkdtempSync(`${tmpdir()}/portal-bench-`);
chmodSync(folder, 0o755);
const ports = portsFrom(await findFreePorts(8200));
const postgres = await startPostgres({
  directory: `${folder}/postgres`,
  port: ports.database,
  durable: true,
});
Object.assign(process.env, { ...settingsFor(folder, ports, postgres.url), LOG_LEVEL: "silent" });
let closeAll = async () => {};
try {
  await migrate(postgres.url);
  await runStep(["node", "src/jobs/install.ts"], process.env);
  await runStep(["node", "prisma/seed/seed.ts"], process.env);
  const work = await import("./parts/purchase-work.ts");
  const { prepareBuyers, buyAll } = work;
  closeAll = work.closeAll;
  const { prepareSimpleUpdate } = await import("./parts/simple-update.ts");
  const simpleUpdate = await prepareSimpleUpdate(postgres.url);
  // Both sides are warm before anything is measured.
  await buyAll(await prepareBuyers(200, 0), 8);
  await simpleUpdate(1_000, 8);
  for (const connections of CONNECTIONS) {
    const ratios: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const buyers = await prepareBuyers(PURCHASES, connections * 100 + round);
      const limit = (PURCHASES * 2) / (await seconds(() => simpleUpdate(PURCHASES * 2, connections)));
      const bought = PURCHASES / (await seconds(() => buyAll(buyers, connections)));
      ratios.push(bought / limit);
      console.log(
        `${connections} connections, round ${round}: ${Math.round(bought)} bought a second, simple update ${Math.round(limit)}`,
      );
    }
    console.log(`purchases at ${connections}: ${median(ratios).toFixed(2)} x simple update (bar 0.5)`);
  }
} finally {
  await closeAll();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function seconds(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1_000;
}
