import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { findFreePorts } from "../scripts/stack/ports.ts";
import { startChild, stopChild } from "../scripts/stack/processes.ts";
import { portsFrom } from "../scripts/stack/settings.ts";
import { startStack } from "../scripts/stack/stack.ts";
import { ask, cpuSeconds, median, untilAnswers } from "./parts/measure.ts";

// CPU per request of a public page that reads the database, beside raw node http + pg, in turns. Data: the demo programme.

const ROUNDS = 5;
const REQUESTS = 300;
const LANES = 8;

const folder = mkdtempSync(`${tmpdir()}/portal-bench-`);
chmodSync(folder, 0o755);
const ports = portsFrom(await findFreePorts(8100));
const stack = await startStack({
  ...{ folder, ports, mode: "production", durable: false, demo: true },
  say: () => {},
  onFailure: (message) => console.error(message),
});
const basePort = await findFreePorts(8600);
const baseline = startChild(
  "baseline",
  ["node", "bench/parts/baseline-server.ts"],
  { ...stack.env, PORT: String(basePort) },
  () => {},
);
try {
  const page = { url: `http://127.0.0.1:${ports.web}/pelatihan`, pid: stack.pids.web ?? 0 };
  const limit = { url: `http://127.0.0.1:${basePort}/`, pid: baseline.process.pid ?? 0 };
  await untilAnswers(limit.url);
  await Promise.all([ask(page.url, 1_500, LANES), ask(limit.url, 1_500, LANES)]);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [ofPage, ofLimit] = [await cpuPerRequest(page), await cpuPerRequest(limit)];
    ratios.push(ofPage / ofLimit);
    console.log(
      `round ${round + 1}: page ${(ofPage * 1e3).toFixed(2)} ms, raw ${(ofLimit * 1e3).toFixed(2)} ms of CPU`,
    );
  }
  console.log(`CPU per request of /pelatihan: ${median(ratios).toFixed(1)} x raw http + pg (bar 20, aim 12)`);
} finally {
  await stopChild(baseline);
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function cpuPerRequest({ url, pid }: { readonly url: string; readonly pid: number }): Promise<number> {
  const before = cpuSeconds(pid);
  await ask(url, REQUESTS, LANES, { "accept-encoding": "br" });
  return (cpuSeconds(pid) - before) / REQUESTS;
}
