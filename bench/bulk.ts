import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { migrate } from "../scripts/database/migrate.ts";
import { findFreePorts } from "../scripts/stack/ports.ts";
import { startPostgres } from "../scripts/stack/postgres.ts";
import { runStep } from "../scripts/stack/processes.ts";
import { portsFrom, settingsFor } from "../scripts/stack/settings.ts";
import { median } from "./parts/measure.ts";

// How long a list of people takes from upload to the last verdict, beside merely reading the same file row by row, in
// the same process, in turns; and how much memory it takes at most. PEOPLE=10000 is the longest list.

const PEOPLE = Number(process.env.PEOPLE ?? 10_000);
const ROUNDS = Number(process.env.ROUNDS ?? 5);

const folder = mkdtempSync(`${tmpdir()}/portal-bench-`);
chmodSync(folder, 0o755);
const ports = portsFrom(await findFreePorts(8400));
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
  const { openOffice, peopleFile, readAlone, checkList, closeAll } = await import("./parts/bulk-file.ts");
  const officer = await openOffice();
  // Both sides are warm before anything is measured.
  const small = await peopleFile(1_000, 0);
  await readAlone(small);
  await checkList(officer, small);
  const ratios: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const file = await peopleFile(PEOPLE, round);
    const alone = await seconds(() => readAlone(file));
    const before = memory();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, memory());
    }, 20);
    const checked = await seconds(() => checkList(officer, file));
    clearInterval(watch);
    ratios.push(checked / alone);
    console.log(
      `round ${round}: ${PEOPLE} people decided in ${checked.toFixed(1)} s, the file alone read in ${alone.toFixed(2)} s; ${most} MiB at most, ${before} before`,
    );
  }
  console.log(`bulk: ${median(ratios).toFixed(1)} x reading the file (bar 5)`);
  await closeAll();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function seconds(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1_000;
}

function memory(): number {
  return Math.round(process.memoryUsage.rss() / 1_048_576);
}
