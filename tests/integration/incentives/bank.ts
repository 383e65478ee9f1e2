import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type BankTotals = {
  readonly paid: number;
  readonly refused: number;
  /** Rupiah that left the bank. */
  readonly amount: number;
  readonly asked: number;
  readonly keys: number;
};
export type BankLine = {
  readonly key: string;
  readonly account: string;
  readonly amount: number;
  readonly refusal: string | null;
};
type Fault = {
  readonly mode: "none" | "slow" | "error" | "timeout-after-effect" | "duplicate" | "wrong";
  readonly count?: number;
  readonly delayMs?: number;
  readonly method?: "POST" | "GET";
};

/** The bank simulator as the process that it is; with a state file it may be killed and started again. */
export async function startBank(stateFile?: string) {
  let child = await launch(0, stateFile);
  const port = child.port;
  const url = `http://127.0.0.1:${port}`;
  const get = async (path: string) => (await fetch(`${url}${path}`)).json();
  return {
    url,
    fault: async (fault: Fault): Promise<void> => {
      await fetch(`${url}/_faults`, { method: "POST", body: JSON.stringify(fault) });
    },
    totals: () => get("/payments") as Promise<BankTotals>,
    list: () => get("/payments?list=1") as Promise<BankLine[]>,
    restart: async (signal: NodeJS.Signals): Promise<void> => {
      await stop(child.process, signal);
      child = await launch(port, stateFile);
    },
    stop: () => stop(child.process, "SIGTERM"),
  };
}

export type Bank = Awaited<ReturnType<typeof startBank>>;

async function launch(port: number, stateFile: string | undefined) {
  const process = spawn("node", ["src/platform/gateways/bank/simulator.ts"], {
    env: { ...globalThis.process.env, PORT: String(port), ...(stateFile ? { STATE_FILE: stateFile } : {}) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: process.stdout }), "line")) as [string];
  return { process, port: Number(/\d+$/.exec(line)?.[0]) };
}

async function stop(process: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(process, "exit");
  process.kill(signal);
  await ended;
}
