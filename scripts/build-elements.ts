/** Bundles the custom elements of people's pages into public/elements, which git does not keep. */
import { existsSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");

/** One file on the page for each; an entry that is not written yet is passed over. */
const entries = ["comfort", "player", "passkey", "office"];

export async function buildElements(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: entries
      .map((name) => `src/elements/${name}.ts`)
      .filter((file) => existsSync(path.join(root, file))),
    outdir: "public/elements",
    bundle: true,
    format: "esm",
    target: "es2019",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
}

if (import.meta.main) await buildElements();
