import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";

// Runs every benchmark in turn, each in a process of its own. `npm run bench -- pages` runs only what is named.

const wanted = process.argv.slice(2);
for (const file of globSync("bench/*.ts").sort()) {
  const name = file.replace(/^bench\/|\.ts$/g, "");
  if (name === "run" || (wanted.length > 0 && !wanted.includes(name))) continue;
  console.log(`\n── ${name}`);
  const { status } = spawnSync("node", [file], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
