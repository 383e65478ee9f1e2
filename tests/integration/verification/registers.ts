import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

type Fault = {
  readonly mode: "none" | "slow" | "error" | "timeout-after-effect" | "duplicate" | "wrong" | "contradict";
  readonly count?: number;
};

/** What a list is told to hold of a NIK; without a kind, nothing. */
type Entry = {
  readonly nik: string;
  readonly kind?: string;
  readonly since?: string;
  readonly until?: string | null;
};

const settingOf = {
  population: "POPULATION_REGISTER_URL",
  education: "EDUCATION_REGISTER_URL",
  "social-aid": "SOCIAL_AID_REGISTER_URL",
  occupation: "OCCUPATION_REGISTER_URL",
  blacklist: "BLACKLIST_URL",
  priority: "PRIORITY_LIST_URL",
} as const;
export type RegisterName = keyof typeof settingOf;

/** One register's simulator as the process that it is; the portal's settings lead to it. */
export async function startRegister(name: RegisterName) {
  const folder = name === "population" ? "population-register" : "list-register";
  const child = spawn("node", [`src/platform/gateways/${folder}/simulator.ts`], {
    env: { ...process.env, PORT: "0", REGISTER: name },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const url = `http://127.0.0.1:${/\d+$/.exec(line)?.[0]}`;
  process.env[settingOf[name]] = url;
  const tell = async (path: string, body: object) => {
    await fetch(`${url}${path}`, { method: "POST", body: JSON.stringify(body) });
  };
  return {
    fault: (fault: Fault) => tell("/_faults", fault),
    list: (entry: Entry) => tell("/_entries", entry),
    /** The population register's own spelling of a name. */
    know: (person: { readonly nik: string; readonly fullName: string }) => tell("/_entries", person),
    /** How often it was asked so far. */
    asked: async (): Promise<number> => (await (await fetch(`${url}/health`)).json()).asked,
    stop: () => stop(child),
  };
}

export type Registers = Readonly<Record<RegisterName, Awaited<ReturnType<typeof startRegister>>>>;

/** All six. */
export async function startRegisters(): Promise<Registers> {
  const [population, education, socialAid, occupation, blacklist, priority] = await Promise.all([
    startRegister("population"),
    startRegister("education"),
    startRegister("social-aid"),
    startRegister("occupation"),
    startRegister("blacklist"),
    startRegister("priority"),
  ]);
  return { population, education, "social-aid": socialAid, occupation, blacklist, priority };
}

export async function stopRegisters(registers: Registers): Promise<void> {
  await Promise.all(Object.values(registers).map((register) => register.stop()));
}

/** Every register answers well again. */
export async function mendRegisters(registers: Registers): Promise<void> {
  await Promise.all(Object.values(registers).map((register) => register.fault({ mode: "none" })));
}

/** How often each was asked so far. */
export async function countQuestions(registers: Registers): Promise<Readonly<Record<string, number>>> {
  const counts = Object.entries(registers).map(
    async ([name, register]) => [name, await register.asked()] as const,
  );
  return Object.fromEntries(await Promise.all(counts));
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
