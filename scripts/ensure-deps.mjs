// Runs before every script, on any Node from 20 and with nothing installed: installs the locked dependencies when they
// are missing or stale. npm looks in node_modules/.bin first, so what runs after this runs on the Node pinned there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const stamp = "node_modules/.installed-lock";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.log("Installing dependencies (npm ci) ...");
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
    : spawnSync("npm", args, { stdio: "inherit" });
  if (run.status !== 0) {
    console.error(
      "npm ci failed: check the connection to your npm registry, then run the same command again.",
    );
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, lock);
}
