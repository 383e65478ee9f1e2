import { once } from "node:events";
import { resolve } from "node:path";
import { migrate } from "../database/migrate.ts";
import { makeApplicationLogin } from "../database/rights.ts";
import { buildPages, makeClient, makeElements } from "./build.ts";
import { startPostgres } from "./postgres.ts";
import { type Child, runStep, startChild, stopChild } from "./processes.ts";
import { type Ports, settingsFor } from "./settings.ts";

export type StackOptions = {
  /** Where the database, the files and the secrets live. */
  readonly folder: string;
  readonly ports: Ports;
  readonly mode: "production" | "development";
  readonly durable: boolean;
  /** Seed the demo people too, or the reference data only. */
  readonly demo: boolean;
  /** A file that keeps what all parts say. */
  readonly log?: string;
  readonly say: (step: string) => void;
  readonly onFailure: (message: string) => void;
};

export type Stack = {
  readonly env: NodeJS.ProcessEnv;
  /** Process ids by part: web, worker, register, bank, mail. */
  readonly pids: Readonly<Record<string, number | undefined>>;
  stop(): Promise<void>;
};

/** Brings up a whole portal on this machine: database, pages, worker, partners and a mail catcher. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { ports, folder, say, mode } = options;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    let databaseUrl = process.env.DATABASE_URL;
    const isOwn = !databaseUrl;
    if (!databaseUrl) {
      say("Starting PostgreSQL");
      const postgres = await startPostgres({
        directory: `${folder}/postgres`,
        port: ports.database,
        durable: options.durable,
      });
      stops.push(() => postgres.stop());
      databaseUrl = postgres.url;
    }
    const env = settingsFor(folder, ports, databaseUrl);
    if (options.log) env.PORTAL_LOG = options.log;
    say("Bringing the database up to date");
    await makeClient();
    await migrate(databaseUrl);
    await runStep(["node", "src/jobs/install.ts"], env);
    say("Filling in the programme");
    await runStep(["node", "prisma/seed/seed.ts", ...(options.demo ? ["--demo"] : [])], env);
    // Whoever brings a database of their own says which login pages and worker use.
    const login = isOwn
      ? { DATABASE_URL: await makeApplicationLogin(databaseUrl, env.DATABASE_SECRET ?? "") }
      : {};
    await makeElements();
    if (mode === "production") {
      say("Building the pages (a minute or two when sources changed)");
      await buildPages(env);
    }
    say("Opening the portal");
    let isStopping = false;
    // A part that ends while the others start is a start that failed; later it is the caller's to decide.
    let fail = options.onFailure;
    const failedStart = new Promise<never>((_, reject) => {
      fail = (message) => reject(new Error(message));
    });
    const children = startChildren({ ...env, ...login }, options, (name, code) => {
      if (!isStopping) fail(`${name} ended by itself (${code})`);
    });
    stops.push(async () => {
      isStopping = true;
      await Promise.all(children.map(stopChild));
    });
    await Promise.race([untilReady(`http://127.0.0.1:${ports.web}/siap`), failedStart]);
    fail = options.onFailure;
    const pids = Object.fromEntries(children.map(({ name, process: child }) => [name, child.pid]));
    return { env, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startChildren(
  env: NodeJS.ProcessEnv,
  { folder, ports, mode }: StackOptions,
  onEnd: (name: string, code: number | null) => void,
): Child[] {
  const children: Child[] = [];
  const start = (
    name: string,
    command: readonly [string, ...string[]],
    more: Readonly<Record<string, string>> = {},
  ) => {
    children.push(startChild(name, command, { ...env, ...more }, onEnd));
  };
  start("mail", [
    "maildev",
    "--smtp",
    String(ports.smtp),
    "--web",
    String(ports.mail),
    "--ip",
    "127.0.0.1",
    "--web-ip",
    "127.0.0.1",
    "--silent",
  ]);
  start("register", ["node", "src/platform/gateways/population-register/simulator.ts"], {
    PORT: String(ports.register),
  });
  start("bank", ["node", "src/platform/gateways/bank/simulator.ts"], {
    PORT: String(ports.bank),
    STATE_FILE: resolve(folder, "bank-state.json"),
  });
  start("sms", ["node", "src/platform/gateways/sms/simulator.ts"], { PORT: String(ports.sms) });
  for (const [name, port] of listRegisters(ports)) {
    start(name, ["node", "src/platform/gateways/list-register/simulator.ts"], {
      PORT: String(port),
      REGISTER: name,
    });
  }
  start("worker", ["node", "src/jobs/worker.ts"]);
  start("web", ["node", "src/front-door/server.ts"], { NODE_ENV: mode });
  return children;
}

function listRegisters(ports: Ports): readonly (readonly [name: string, port: number])[] {
  return [
    ["education", ports.education],
    ["social-aid", ports.socialAid],
    ["occupation", ports.occupation],
    ["blacklist", ports.blacklist],
    ["priority", ports.priority],
  ];
}

async function untilReady(url: string): Promise<void> {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await once(AbortSignal.timeout(200), "abort");
  }
  throw new Error(`${url} did not answer within two minutes`);
}
