import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

type Fault = {
  readonly mode: "none" | "slow" | "error" | "timeout-after-effect" | "duplicate" | "wrong";
  readonly count?: number;
};

/** The population register's simulator as the process that it is. */
export async function startRegister() {
  const process = spawn("node", ["src/platform/gateways/population-register/simulator.ts"], {
    env: { ...globalThis.process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: process.stdout }), "line")) as [string];
  const url = `http://127.0.0.1:${/\d+$/.exec(line)?.[0]}`;
  return {
    url,
    fault: async (fault: Fault): Promise<void> => {
      await fetch(`${url}/_faults`, { method: "POST", body: JSON.stringify(fault) });
    },
    stop: () => stop(process),
  };
}

export type Register = Awaited<ReturnType<typeof startRegister>>;

async function stop(process: ChildProcess): Promise<void> {
  const ended = once(process, "exit");
  process.kill("SIGTERM");
  await ended;
}
