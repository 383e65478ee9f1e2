import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { migrate } from "../scripts/database/migrate.ts";
import { findFreePorts } from "../scripts/stack/ports.ts";
import { startPostgres } from "../scripts/stack/postgres.ts";
import { runStep, startChild, stopChild } from "../scripts/stack/processes.ts";
import { portsFrom, settingsFor } from "../scripts/stack/settings.ts";
import { cpuSeconds, median, untilAnswers } from "./parts/measure.ts";

// Signed status calls a second through the partners' interface (signature, limit, body, rules, log), beside a bare Node
// handler with one query, each a process of its own on the same server, in turns.

const BAR = 0.3;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const CALLS = Number(process.env.CALLS ?? 1_000);
const LANES = 8;
/** A client may call 60 times a minute and now and then 60 more. */
const CLIENTS = Math.ceil(((ROUNDS + 2) * CALLS) / 55);

const folder = mkdtempSync(`${tmpdir()}/portal-bench-`);
chmodSync(folder, 0o755);
const ports = portsFrom(await findFreePorts(8900));
const postgres = await startPostgres({
  directory: `${folder}/postgres`,
  port: ports.database,
  durable: true,
});
Object.assign(process.env, { ...settingsFor(folder, ports, postgres.url), LOG_LEVEL: "error" });
const children: ReturnType<typeof startChild>[] = [];
try {
  await migrate(postgres.url);
  await runStep(["node", "src/jobs/install.ts"], process.env);
  await runStep(["node", "prisma/seed/seed.ts"], process.env);
  const { load, seatClients, STATUS } = await import("./parts/partner-work.ts");
  const senders = await seatClients(CLIENTS);
  const at = await findFreePorts(8960);
  const run = (name: string, file: string, port: number) => {
    const child = startChild(name, ["node", file], { ...process.env, PORT: String(port) }, () => {});
    children.push(child);
    return { url: `http://127.0.0.1:${port}${STATUS}`, pid: child.process.pid ?? 0 };
  };
  const api = run("api", "bench/parts/partner-server.ts", at);
  const bare = run("bare", "bench/parts/baseline-server.ts", at + 1);
  await Promise.all([untilReady(api.url), untilReady(bare.url)]);
  const measure = async ({ url, pid }: typeof api) => {
    const [cpu, start] = [cpuSeconds(pid), performance.now()];
    await load(url, senders, CALLS, LANES);
    return { rate: (CALLS * 1_000) / (performance.now() - start), cpu: (cpuSeconds(pid) - cpu) / CALLS };
  };
  await measure(api);
  await measure(bare);
  const ratios: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [ofApi, ofBare] = [await measure(api), await measure(bare)];
    ratios.push(ofApi.rate / ofBare.rate);
    console.log(
      `round ${round}: interface ${ofApi.rate.toFixed(0)} a second (${(ofApi.cpu * 1e3).toFixed(2)} ms of CPU), bare ${ofBare.rate.toFixed(0)} (${(ofBare.cpu * 1e3).toFixed(2)} ms)`,
    );
  }
  const ratio = median(ratios);
  console.log(`partner API calls: ${ratio.toFixed(2)} x a bare handler with one query (bar ${BAR})`);
  if (ratio < BAR) process.exitCode = 1;
} finally {
  for (const child of children) await stopChild(child);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A server with the whole portal's rules in it takes its time to start on a busy machine. */
async function untilReady(url: string, times = 6): Promise<void> {
  try {
    await untilAnswers(url);
  } catch (error) {
    if (times <= 1) throw error;
    await untilReady(url, times - 1);
  }
}
