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

let elements: Promise<void> | undefined;
/** Makes the scripts of people's pages, once for however many portals start here. */
export function makeElements(): Promise<void> {
  elements ??= buildElements();
  return elements;
}

let pages: Promise<boolean> | undefined;
/** Builds the pages when their sources changed, once for however many portals start here; answers whether it did. */
export function buildPages(env: NodeJS.ProcessEnv): Promise<boolean> {
  pages ??= buildPagesNow(env);
  return pages;
}

async function buildPagesNow(env: NodeJS.ProcessEnv): Promise<boolean> {
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
