import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync } from "node:fs";

export type Child = { readonly name: string; readonly process: ChildProcess };

/** Starts a long-running part of the portal; its output comes out with its name in front, and in the file PORTAL_LOG. */
export function startChild(
  name: string,
  command: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  onEnd: (name: string, code: number | null) => void,
): Child {
  const [program, ...args] = command;
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      const named = text.replace(/^(?=.)/gm, `[${name}] `);
      process.stdout.write(named);
      if (env.PORTAL_LOG) appendFileSync(env.PORTAL_LOG, named);
    });
  }
  child.once("exit", (code) => onEnd(name, code));
  child.once("error", () => onEnd(name, null));
  return { name, process: child };
}

/** Asks a child and everything it started to stop; insists after five seconds. */
export function stopChild({ process: child }: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  const group = -child.pid;
  return new Promise((done) => {
    const insist = setTimeout(() => kill(group, "SIGKILL"), 5_000);
    child.once("exit", () => {
      clearTimeout(insist);
      done();
    });
    kill(group, "SIGTERM");
  });
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already, which is what was wanted.
  }
}

/** Runs a step to its end. Throws with its output when it fails. */
export function runStep(
  command: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  show = false,
): Promise<void> {
  const [program, ...args] = command;
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      output += text;
      if (show) process.stdout.write(text);
    });
  }
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`${command.join(" ")} ended with ${code}\n${show ? "" : output.slice(-4_000)}`));
    });
  });
}
