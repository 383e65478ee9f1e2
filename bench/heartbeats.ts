import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { migrate } from "../scripts/database/migrate.ts";
import { findFreePorts } from "../scripts/stack/ports.ts";
import { startPostgres } from "../scripts/stack/postgres.ts";
import { runStep } from "../scripts/stack/processes.ts";
import { portsFrom, settingsFor } from "../scripts/stack/settings.ts";
import { median } from "./parts/measure.ts";

// How many beats of players a second are believed and kept, in batches as the front door makes them, beside one beat a
// transaction: the same rules, the same two tables, one connection, in turns. VIEWERS=1000000 for a nation that watches.

const VIEWERS = Number(process.env.VIEWERS ?? 20_000);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const BATCHES = 25;
const SIZES = [1, 50, 200] as const;

const folder = mkdtempSync(`${tmpdir()}/portal-bench-`);
chmodSync(folder, 0o755);
const ports = portsFrom(await findFreePorts(8300));
const postgres = await startPostgres({
  directory: `${folder}/postgres`,
  port: ports.database,
  durable: true,
});
Object.assign(process.env, { ...settingsFor(folder, ports, postgres.url), LOG_LEVEL: "silent" });
try {
  await migrate(postgres.url);
  await runStep(["node", "src/jobs/install.ts"], process.env);
  await runStep(["node", "prisma/seed/seed.ts"], process.env);
  const { seatViewers, hearBatch, closeAll } = await import("./parts/heartbeat-work.ts");
  await seatViewers(VIEWERS);
  for (const size of SIZES) await hearBatch(size);
  const rates = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const size of SIZES) {
      const start = performance.now();
      for (let batch = 0; batch < BATCHES; batch += 1) await hearBatch(size);
      rates.get(size)?.push((size * BATCHES * 1_000) / (performance.now() - start));
    }
    const told = SIZES.map((size) => `${size} a batch ${Math.round(rates.get(size)?.at(-1) ?? 0)}`);
    console.log(`round ${round}: beats a second: ${told.join(", ")}`);
  }
  const [alone, , many] = SIZES.map((size) => median(rates.get(size) ?? []));
  console.log(
    `heartbeats: ${Math.round(many ?? 0)} a second in batches of 200, ${((many ?? 0) / (alone ?? 1)).toFixed(0)} x one at a time`,
  );
  await closeAll();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
