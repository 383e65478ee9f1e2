import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Files, filesUnder, plant, readTree, root } from "./checks/tree.ts";

type Told = { readonly rule: string; readonly path: string; readonly line: number };

/** What `biome lint` says of a tree: the rule, the file and the line. */
function lint(folder: string): Told[] {
  const args = [
    "lint",
    "--reporter=github",
    "--max-diagnostics=none",
    "--error-on-warnings",
    "src",
    "tests",
    "scripts",
  ];
  const output = (() => {
    try {
      return execFileSync(join(root, "node_modules/.bin/biome"), args, {
        cwd: folder,
        stdio: "pipe",
      }).toString();
    } catch (refused) {
      return String((refused as { stdout?: Buffer }).stdout);
    }
  })();
  return [...output.matchAll(/^::\w+ title=(?:lint\/\w+\/)?(\w+),file=(.+?),line=(\d+)/gm)].map(
    ([, rule, path, line]) => ({
      rule: rule ?? "",
      path: (path ?? "").replace(/^.*\/planted-[^/]+\//, ""),
      line: Number(line),
    }),
  );
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  use(${index});`).join("\n");
const longFunction = (count: number) =>
  `export function tell(use: (n: number) => void) {\n${lines(count)}\n}\n`;
const longFile = Array.from({ length: 201 }, (_, index) => `export const fact${index} = ${index};`).join(
  "\n",
);

/** Spelt apart, because clean-words.test.ts reads this file too. */
const focused = "only";

/** One spoiled line each: the rule, the file, its text, and the line that is told. */
const spoiled: readonly (readonly [rule: string, path: string, text: string, line: number])[] = [
  ["plugin", "src/features/waves/use-cases/join-wave.ts", "export const now = () =>\n  new Date();\n", 2],
  ["plugin", "src/features/waves/queries.ts", "export const late = (at: number) =>\n  Date.now() > at;\n", 2],
  ["plugin", "src/ledger/post.ts", "export const pick = () =>\n  Math.random();\n", 2],
  [
    "plugin",
    "src/platform/web/key.ts",
    'import { randomUUID } from "node:crypto";\nexport const key = () => randomUUID();\n',
    2,
  ],
  ["plugin", "src/platform/web/token.ts", "export const token = () =>\n  crypto.randomUUID();\n", 2],
  [
    "plugin",
    "src/jobs/card.ts",
    'import { randomBytes } from "node:crypto";\nexport const card = () => randomBytes(8);\n',
    2,
  ],
  [
    "plugin",
    "src/features/waves/policy.ts",
    "export async function decide(fact: Promise<number>) {\n  return await fact;\n}\n",
    2,
  ],
  [
    "plugin",
    "src/features/waves/policy/order.ts",
    "export const decide = (fact: Promise<number>) =>\n  fact.then((n) => n);\n",
    2,
  ],
  [
    "plugin",
    "src/features/waves/types.ts",
    'export type Row =\n  import("#features/selection/types.ts").Row;\n',
    2,
  ],
  ["noConsole", "src/platform/web/log.ts", 'export function log() {\n  console.log("x");\n}\n', 2],
  ["noBarrelFile", "src/features/waves/all.ts", 'export { join } from "./use-cases/join-wave.ts";\n', 1],
  ["noReExportAll", "src/features/waves/more.ts", 'export * from "./types.ts";\n', 1],
  ["noDefaultExport", "src/features/waves/actions.ts", "const join = 1;\nexport default join;\n", 2],
  ["noExplicitAny", "src/kernel/loose.ts", "export const loose = (x: any) => x;\n", 1],
  ["noNonNullAssertion", "src/kernel/bang.ts", "export const first = (x: string[]) => x[0]!;\n", 1],
  [
    "noFloatingPromises",
    "src/jobs/floating.ts",
    "async function work() {}\nexport function start() {\n  work();\n}\n",
    3,
  ],
  [
    "noFocusedTests",
    "tests/unit/focus.test.ts",
    `import { test } from "vitest";\ntest.${focused}("x", () => {});\n`,
    2,
  ],
  [
    "noSkippedTests",
    "tests/unit/skip.test.ts",
    'import { test } from "vitest";\ntest.skip("x", () => {});\n',
    2,
  ],
  ["noExcessiveLinesPerFunction", "src/ledger/long.ts", longFunction(61), 1],
  ["noExcessiveLinesPerFunction", "src/features/waves/components/long.tsx", longFunction(151), 1],
  ["noExcessiveLinesPerFile", "src/kernel/everything.ts", longFile, 1],
  ["useFilenamingConvention", "src/kernel/camelCase.ts", "export const x = 1;\n", 1],
  ["useImportExtensions", "src/kernel/bare.ts", 'import { x } from "./extension";\nexport const y = x;\n', 1],
];

const sound: Files = {
  "src/kernel/extension.ts": "export const x = 1;\n",
  "src/kernel/today.ts": "export const start = () => new Date();\n",
  "src/platform/db/chance.ts":
    'import { randomBytes } from "node:crypto";\nexport const chance = () => randomBytes(8);\n',
  "src/platform/db/clock.ts": "export const clock = () => new Date();\n",
  "src/platform/gateways/sms/simulator.ts": "export const fault = () => Math.random();\n",
  "src/elements/countdown.ts": "export const now = () => Date.now();\n",
  "src/front-door/heartbeat.ts": "export const now = () => Date.now();\n",
  "src/features/account/queries.ts": "export const read = (text: string) => new Date(text);\n",
  "src/features/account/use-cases/open-account.ts":
    "export const open = async (fact: Promise<number>) => await fact;\n",
  "src/features/account/components/form.tsx": longFunction(149),
  "src/app/page.tsx": "export default function Page() {\n  return null;\n}\n",
  "scripts/tell.ts": 'console.log("x");\n',
};

describe("planted lines", () => {
  let told: Told[] = [];
  let remove = async () => {};

  beforeAll(async () => {
    const rules = await readTree(["biome.json", ...(await filesUnder("biome"))]);
    const texts = Object.fromEntries(spoiled.map(([, path, text]) => [path, text]));
    const ignored = await readFile(join(root, ".gitignore"), "utf8");
    const planted = await plant({ ...rules, ...texts, ...sound, ".gitignore": ignored });
    remove = planted.remove;
    told = lint(planted.path);
  });

  afterAll(() => remove());

  for (const [rule, path, , line] of spoiled) {
    test(`${rule}: ${path}, line ${line}`, () => {
      expect(told).toContainEqual({ rule, path, line });
    });
  }

  test.each(Object.keys(sound))("%s may", (path) => {
    expect(told.filter((one) => one.path === path)).toEqual([]);
  });
});
