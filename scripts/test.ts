import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { makeClient, makeElements } from "./stack/build.ts";
import { findChromium } from "./stack/chromium.ts";
import { findFreePorts } from "./stack/ports.ts";
import { runStep } from "./stack/processes.ts";
import { portsFrom } from "./stack/settings.ts";
import { startStack } from "./stack/stack.ts";
import { type BrowserReport, failuresOf, type TestReport, unexpectedOf } from "./test/failures.ts";

// `npm test`: everything that must hold, from types to a person's whole journey in a real browser, on a database and
// ports of its own. Ends with what failed and why, and one line: N passed, N failed. `npm test -- unit e2e` runs only
// what is named.

delete process.env.DATABASE_URL; // every part brings databases of its own
process.env.SEED ??= seedOfTree();
const wanted = process.argv.slice(2);
const folder = mkdtempSync(`${tmpdir()}/portal-`);
chmodSync(folder, 0o755); // PostgreSQL runs as another user
const began = Date.now();
let passed = 0;
let failed = 0;
const failures: string[] = [];

const CHECKS: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ["types", ["sh", "-c", "next typegen && tsc --noEmit --incremental false"]],
  ["lint", ["biome", "check", "--error-on-warnings"]],
  ["boundaries", ["depcruise", "src"]],
  ["dead-code", ["knip"]],
];

try {
  await makeClient();
  await makeElements();
  for (const [name, command] of CHECKS) await step(name, () => check(command));
  await step("unit", () => vitest("unit"));
  await step("integration", () => vitest("integration"));
  await Promise.all([
    step("e2e newcomers", () => browserStories("newcomers", 7100)),
    step("e2e cast", () => browserStories("cast", 7300)),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs one part and counts it; a part that breaks counts as one failure. */
async function step(name: string, run: () => Promise<Counts>): Promise<void> {
  if (wanted.length > 0 && !wanted.some((part) => name.startsWith(part))) return;
  console.log(`\n── ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
  try {
    const counts = await run();
    passed += counts.passed;
    failed += counts.failed;
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
    failed += 1;
  }
}

async function check(command: readonly [string, ...string[]]): Promise<Counts> {
  await runStep(command, process.env, true);
  return { passed: 1, failed: 0 };
}

type Counts = { readonly passed: number; readonly failed: number };

async function vitest(project: string): Promise<Counts> {
  const report = `${folder}/${project}.json`;
  const command = [
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ] as const;
  const ended = await runStep(command, process.env, true).catch((error: unknown) => error);
  const told = readJson<TestReport>(report);
  failures.push(...failuresOf(told));
  // An error outside every test, such as a promise that nobody waited for, ends the run without a failed test.
  const isBroken = told.numFailedTests === 0 && (told.numFailedTestSuites > 0 || ended instanceof Error);
  if (isBroken) failures.push(`${project}: a fault outside every test; see its output above`);
  return { passed: told.numPassedTests, failed: told.numFailedTests + (isBroken ? 1 : 0) };
}

/** One lane of stories, on a portal of its own: they come one after the other, and may move its clock. */
async function browserStories(name: string, port: number): Promise<Counts> {
  const chromium = findChromium();
  const report = `${folder}/${name}.json`;
  const stack = await startStack({
    folder: `${folder}/${name}`,
    ports: portsFrom(await findFreePorts(port)),
    mode: "production",
    durable: false,
    demo: true,
    log: `${folder}/${name}.log`,
    say: (text) => console.log(`   ${name}: ${text}`),
    onFailure: (message) => console.error(message),
  });
  try {
    const env = { ...stack.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    await runStep(["playwright", "test", "--project", name], env, true).catch(() => {});
  } finally {
    await stack.stop();
  }
  const told = readJson<BrowserReport>(report);
  failures.push(...unexpectedOf(told));
  const { stats } = told;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, "utf8")) as Shape;
}

/** One seed a tree: the same sources are tried in the same order and time zone wherever they are tried. */
function seedOfTree(): string {
  try {
    const tree = execFileSync("git", ["rev-parse", "HEAD^{tree}"], { encoding: "utf8", stdio: "pipe" });
    return String(Number.parseInt(tree.slice(0, 7), 16));
  } catch {
    return ""; // not a clone: any order will do
  }
}
