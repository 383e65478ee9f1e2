import { existsSync, mkdirSync } from "node:fs";
import { findFreePorts } from "../stack/ports.ts";
import { startPostgres } from "../stack/postgres.ts";

/** Where the portal keeps its own database. */
export const OWN_DATABASE = ".data/portal/postgres";

/** Runs with DATABASE_URL, or else with the database of this folder, which is started for it and stopped again. */
export async function withDatabase(directory: string, run: (url: string) => Promise<void>): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (url && directory === OWN_DATABASE) return run(url);
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  const postgres = await startPostgres({ directory, port: await findFreePorts(4100), durable: true });
  try {
    await run(postgres.url);
  } finally {
    await postgres.stop();
  }
}
