import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import type { TestProject } from "vitest/node";
import { migrate } from "../../scripts/database/migrate.ts";
import { makeClient } from "../../scripts/stack/build.ts";
import { findFreePorts } from "../../scripts/stack/ports.ts";
import { startPostgres } from "../../scripts/stack/postgres.ts";
import { runStep } from "../../scripts/stack/processes.ts";
import { portsFrom, settingsFor } from "../../scripts/stack/settings.ts";

// One PostgreSQL for the run; its "portal" database, migrated and filled with the reference data, is the template that
// every test file gets a copy of.

let stop: (() => Promise<void>) | undefined;

export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(`${tmpdir()}/portal-test-`);
  chmodSync(folder, 0o755);
  // Two runs that start together look at different ports first: both could find the same one free.
  const ports = portsFrom(await findFreePorts(6_100 + 20 * (process.pid % 40)));
  await makeClient();
  const postgres = await startPostgres({
    directory: `${folder}/postgres`,
    port: ports.database,
    durable: false,
  });
  stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const env = settingsFor(folder, ports, postgres.url);
  await migrate(postgres.url);
  await runStep(["node", "src/jobs/install.ts"], env);
  await runStep(["node", "prisma/seed/seed.ts"], env);
  const settings = { ...env, NODE_ENV: "test", LOG_LEVEL: "silent" };
  project.provide(
    "settings",
    Object.fromEntries(Object.entries(settings).filter(([key]) => !(key in process.env))),
  );
  project.provide("template", postgres.url);
}

export async function teardown(): Promise<void> {
  await stop?.();
}

declare module "vitest" {
  interface ProvidedContext {
    settings: Record<string, string | undefined>;
    template: string;
  }
}
