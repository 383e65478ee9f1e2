import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./checks/tree.ts";
import { isText, uncleanWords } from "./checks/words.ts";

/** What git tracks or would track, without what is staged away. */
function trackedFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  });
  return listed.toString("utf8").split("\n").filter(Boolean);
}

test("no file speaks of registries' hosts, filler text, unfinished work or switched-off checks", async () => {
  const files = trackedFiles();
  expect(files.length).toBeGreaterThan(50);
  const unclean: string[] = [];
  for (const path of files) {
    const bytes = await readFile(join(root, path)).catch(() => Buffer.alloc(0));
    if (isText(bytes)) unclean.push(...uncleanWords(path, bytes.toString("utf8")));
  }
  expect(unclean).toEqual([]);
});

const glue = (...pieces: readonly string[]) => pieces.join("");

test.each([
  ["docs/a.md", glue("see https://registry.npm", "js.org/zod"), glue("npm", "js.org")],
  ["Dockerfile", glue("deb http://deb.debian", ".org/debian bookworm main"), glue("debian", ".org")],
  ["prisma/seed/course.json", glue("Lorem", " ipsum dolor"), glue("lorem", " ipsum")],
  ["src/a.ts", glue("// TO", "DO: later"), glue("TO", "DO")],
  ["src/a.ts", glue("// FIX", "ME"), glue("FIX", "ME")],
  ["tests/a.test.ts", glue("test.on", 'ly("x", () => {});'), glue(".on", "ly(")],
  ["src/a.ts", glue("// @ts", "-ignore"), glue("@ts", "-ignore")],
  ["src/a.ts", glue("const x = y as", " any;"), glue("as", " any")],
  ["src/a.ts", glue("const x = (y as", " any as string);"), glue("as", " any")],
])("%s with %j is unclean", (path, line, word) => {
  expect(uncleanWords(path, `first\n${line}\n`)).toEqual([`${path}:2 says ${word}`]);
});

test.each([
  ["docs/a.md", "A certificate is as valid as any other; todos os santos."],
  ["src/a.ts", glue("// the same rule as", " any other stage follows")],
  ["src/a.ts", "only(these)"],
])("%s with %j is clean", (path, line) => {
  expect(uncleanWords(path, line)).toEqual([]);
});
