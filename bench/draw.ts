import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { migrate } from "../scripts/database/migrate.ts";
import { findFreePorts } from "../scripts/stack/ports.ts";
import { startPostgres } from "../scripts/stack/postgres.ts";
import { runStep } from "../scripts/stack/processes.ts";
import { portsFrom, settingsFor } from "../scripts/stack/settings.ts";
import { median } from "./parts/measure.ts";

// How long the list of a wave takes to be fixed and drawn, beside merely sorting the same lines in the same database and
// writing them to a table, in turns. PEOPLE=1000000,3000000,10000000 for the largest (15 GB of disk, half an hour). Growth is
// told of both, so that a machine that is busier towards the end does not look like a draw that grows too fast.

const SIZES = (process.env.PEOPLE ?? "1000000,3000000").split(",").map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const MEBI = 1_048_576;

const folder = mkdtempSync(`${process.env.BENCH_FOLDER ?? tmpdir()}/portal-bench-`);
chmodSync(folder, 0o755);
const ports = portsFrom(await findFreePorts(8600));
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
  const work = await import("./parts/draw-work.ts");
  // Both sides are warm before anything is measured.
  await measure(work, 20_000, 1);
  const found: Awaited<ReturnType<typeof measure>>[] = [];
  for (const people of SIZES) found.push(await measure(work, people, ROUNDS));
  const [smallest] = found;
  const growthOf = (what: "drawn" | "sorted", size: (typeof found)[number]) => {
    const aStep = (one: typeof size) => one[what] / (one.people * Math.log2(one.people));
    return (aStep(size) / aStep(smallest ?? size)).toFixed(2);
  };
  for (const size of found)
    console.log(
      `draw: ${size.people} people ${size.ratio.toFixed(2)} x the sort (bar 3); ${growthOf("drawn", size)} x n log n of the smallest, the sort ${growthOf("sorted", size)} x`,
    );
  await work.closeAll();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(work: typeof import("./parts/draw-work.ts"), people: number, rounds: number) {
  const waveId = await work.joinPeople(people);
  const frozen = await watched(() => work.freeze(waveId));
  console.log(
    `${people} people joined: list fixed in ${frozen.seconds.toFixed(1)} s, ${frozen.memory} MiB, ${frozen.temporary} MiB of temporary files; load ${load()}`,
  );
  await work.showValues(waveId);
  const drawn: number[] = [];
  const sorted: number[] = [];
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    if (round > 1) await work.undoDraw(waveId);
    const before = await watched(() => work.sortAlone(waveId));
    const draw = await watched(() => work.draw(waveId));
    const behind = await watched(() => work.sortAlone(waveId));
    const sort = (before.seconds + behind.seconds) / 2;
    drawn.push(draw.seconds);
    sorted.push(sort);
    ratios.push(draw.seconds / sort);
    console.log(
      `round ${round}: ${people} drawn in ${draw.seconds.toFixed(1)} s (${draw.memory} MiB, ${draw.temporary} MiB temporary), sorted in ${before.seconds.toFixed(1)} and ${behind.seconds.toFixed(1)} s (${before.temporary} MiB); load ${load()}`,
    );
  }
  return { people, drawn: median(drawn), sorted: median(sorted), ratio: median(ratios) };

  /** With the most memory that this process took meanwhile, and what PostgreSQL wrote to temporary files. */
  async function watched(run: () => Promise<void>) {
    const temporary = await work.temporaryBytes();
    let memory = process.memoryUsage.rss();
    const watch = setInterval(() => {
      memory = Math.max(memory, process.memoryUsage.rss());
    }, 20);
    const start = performance.now();
    await run();
    const seconds = (performance.now() - start) / 1_000;
    clearInterval(watch);
    const written = (await work.temporaryBytes()) - temporary;
    return { seconds, memory: Math.round(memory / MEBI), temporary: Math.round(written / MEBI) };
  }
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
