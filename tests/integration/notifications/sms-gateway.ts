import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

type Fault = {
  readonly mode: "none" | "slow" | "error" | "timeout-after-effect" | "duplicate" | "undeliverable";
  readonly count?: number;
};

/** The SMS gateway's simulator as the process that it is. */
export async function startSmsGateway() {
  const process = spawn("node", ["src/platform/gateways/sms/simulator.ts"], {
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
    /** What arrived at a number, the newest first. */
    inboxOf: async (to: string): Promise<readonly string[]> => {
      const answer = await fetch(`${url}/_messages`);
      const messages = (await answer.json()) as { readonly to: string; readonly text: string }[];
      return messages.filter((message) => message.to === to).map(({ text }) => text);
    },
    stop: () => stop(process),
  };
}

async function stop(process: ChildProcess): Promise<void> {
  const ended = once(process, "exit");
  process.kill("SIGTERM");
  await ended;
}
