import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { freshState, withPresence } from "#features/partner-api/policy/sandbox.ts";
import { findSandbox } from "#features/partner-api/queries/sandbox.ts";
import { saveSandbox } from "#features/partner-api/repository/attendance.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { aClient, BACK, openDoor } from "../calling.ts";
import { aBuyer, aCourse, balance, otpOf } from "../payments/sale.ts";

/** Programs written from docs/partners.md, each with what its language brings along and nothing else. */
const programs = [
  {
    language: "Node",
    command: process.execPath,
    args: ["tests/partner-clients/node.mjs"],
    probe: "--version",
  },
  { language: "Python", command: "python3", args: ["tests/partner-clients/client.py"], probe: "--version" },
  { language: "PHP", command: "php", args: ["tests/partner-clients/client.php"], probe: "--version" },
  {
    language: "Java",
    command: "java",
    // The source is UTF-8, whatever the machine's locale.
    args: ["-Dfile.encoding=UTF-8", "tests/partner-clients/Client.java"],
    probe: "--version",
  },
] as const;
type Program = (typeof programs)[number];

const JAVA_COMPILER = "javac";

/** A JRE runs no source: the compiler must be there too. */
function isHere({ language, command, probe }: Program): boolean {
  if (language === "Java" && spawnSync(JAVA_COMPILER, ["--version"]).status !== 0) return false;
  return spawnSync(command, [probe]).status === 0;
}

const here = programs.filter(isHere);
const missing = programs.filter((program) => !here.includes(program)).map(({ language }) => language);
if (missing.length > 0) {
  process.stderr.write(
    `\nPARTNER CLIENTS SKIPPED, no interpreter on this machine: ${missing.join(", ")}\n\n`,
  );
}

type Step = { readonly path: string; readonly status: number; readonly answer: Record<string, unknown> };

/** Runs a program to its end; `human` answers what it asks people. */
function run(
  { command, args }: Program,
  flow: "provider" | "platform",
  env: Readonly<Record<string, string>>,
  human: (question: string) => Promise<string>,
): Promise<{ readonly steps: readonly Step[]; readonly isDone: boolean; readonly errors: string }> {
  const child = spawn(command, [...args, flow], { env: { ...process.env, ...env }, stdio: "pipe" });
  const steps: Step[] = [];
  let errors = "";
  let isDone = false;
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString("utf8");
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [word, path = "", status = "", ...rest] = line.split(" ");
    if (word === "STEP") steps.push({ path, status: Number(status), answer: JSON.parse(rest.join(" ")) });
    if (word === "DONE") isDone = true;
    if (word === "ASK") void human(line.slice(4)).then((answer) => child.stdin.write(`${answer}\n`));
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve({ steps, isDone, errors }));
  });
}

let door: Awaited<ReturnType<typeof openDoor>>;

beforeAll(async () => {
  door = await openDoor();
});

afterAll(() => door.close());

test("the language of the portal itself is always tried", () => {
  expect(here.map(({ language }) => language)).toContain("Node");
});

describe.each(here)("a client in $language", (program) => {
  test("takes a participant through a provider's training", async () => {
    const { providerSlug } = await aCourse();
    const client = await aClient(providerSlug);
    const redeemCode = "PRAT-BARU";
    const present = async (question: string) => {
      expect(question).toMatch(/^presence http/);
      await inOneTransaction(system, async (work) => {
        const state = (await findSandbox(client.code, redeemCode)) ?? freshState;
        const { now } = work;
        await saveSandbox(work.tx, {
          ...{ clientCode: client.code, code: redeemCode, now },
          state: withPresence(state, 1, now),
        });
        return ok();
      });
      return "hadir";
    };
    const env = {
      ...{ BASE_URL: door.url, CLIENT_CODE: client.code, SIGN_KEY: client.key },
      ...{ REDEEM_CODE: redeemCode, CALLBACK: BACK },
    };
    const { steps, isDone, errors } = await run(program, "provider", env, present);
    expect({ isDone, errors }).toEqual({ isDone: true, errors: "" });
    expect(steps.map(({ path, status }) => `${path} ${status}`)).toEqual([
      "payment/redeem-code/reset 200",
      "payment/redeem-code/status 200",
      "oauth/url-generate 200",
      "payment/redeem-code/status 200",
      "tpm/submission 200",
      "tpm/feedback/submission 200",
      "tpm/submission/status 200",
    ]);
    expect(steps.at(4)?.answer).toMatchObject({
      data: { url_file: "https://lp.example/tugas/é 1.pdf?a=1&b=2", scope: "tpm", sequence: 1 },
    });
    expect(steps.at(6)?.answer).toMatchObject({
      data: { assignment: { status: 2 }, feedback: { status: 2 } },
    });
  });

  test("sells a training on a platform and takes the sale back", async () => {
    const course = await aCourse();
    const client = await aClient(course.platformSlug, { kind: "platform" });
    const buyer = await aBuyer();
    const env = {
      ...{ BASE_URL: door.url, CLIENT_CODE: client.code, SIGN_KEY: client.key, PRAKERJA_ID: buyer.card },
      ...{ COURSE_CODE: course.courseCode, SCHEDULE_CODE: course.scheduleCode },
      ...{ AMOUNT: String(course.amount), INVOICE_CODE: `INV-${randomUUID()}` },
    };
    const { steps, isDone, errors } = await run(program, "platform", env, () => otpOf(buyer.id));
    expect({ isDone, errors }).toEqual({ isDone: true, errors: "" });
    expect(steps.map(({ path, status }) => `${path} ${status}`)).toEqual([
      "payment/quota-schedule 200",
      "payment/send-otp 200",
      "payment/authorize 200",
      "payment/status 200",
      "payment/void 200",
    ]);
    expect(steps.at(2)?.answer).toMatchObject({ message: "Pelatihan berhasil dibeli." });
    expect(steps.at(4)?.answer).toMatchObject({ data: { status: "VOID" } });
    expect(await balance(buyer.id)).toBe(1_000_000n);
  });
});
