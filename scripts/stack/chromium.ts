import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** A Chromium to test in: CHROMIUM_PATH, the system's, Playwright's, or one installed now. Throws with what to do. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
  }
  const found = () => [...PLACES, chromium.executablePath()].find((path) => existsSync(path));
  return found() ?? install(found);
}

function install(found: () => string | undefined): string {
  const isRoot = process.getuid?.() === 0;
  console.log("No Chromium found; installing one ...");
  if (isRoot && spawnSync("apt-get", ["--version"]).status === 0) {
    spawnSync("apt-get", ["update"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore" });
  }
  if (!found()) spawnSync("playwright", ["install", "chromium"], { stdio: "inherit" });
  const installed = found();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium: run `apt-get install chromium`, or set CHROMIUM_PATH to one.",
  );
}
