import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { buildElements } from "../build-elements.ts";
import { runStep } from "./processes.ts";

const CLIENT = "src/platform/db/generated";
const PAGES = ".next/built-from";

/** Makes the database client when the models changed. */
export async function makeClient(): Promise<void> {
  const stamp = `${CLIENT}/made-from`;
  const wanted = fingerprint(["prisma/**/*.prisma", "package-lock.json"]);
  if (isFrom(stamp, wanted)) return;
  await runStep(["prisma", "generate"], process.env);
  writeFileSync(stamp, wanted);
}

export async function makeElements(): Promise<void> {
  await buildElements();
}

/** Builds the pages when their sources changed; answers whether it did. */
export async function buildPages(env: NodeJS.ProcessEnv): Promise<boolean> {
  const wanted = fingerprint([
    "src/**/*.{ts,tsx,css,json,svg}",
    "public/*.*",
    "next.config.ts",
    "package-lock.json",
  ]);
  if (isFrom(PAGES, wanted)) return false;
  await runStep(["next", "build"], { ...env, NODE_ENV: "production" });
  writeFileSync(PAGES, wanted);
  return true;
}

function isFrom(stamp: string, wanted: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

function fingerprint(patterns: readonly string[]): string {
  const hash = createHash("sha256");
  for (const pattern of patterns) {
    for (const file of globSync(pattern, { exclude: (name) => name.includes("generated") }).sort()) {
      // A folder of an address such as daftar.csv matches too.
      if (!file.startsWith(CLIENT) && statSync(file).isFile()) hash.update(file).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}
