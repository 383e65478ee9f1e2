import { readFile } from "node:fs/promises";
import { join } from "node:path";

const examples = [
  { language: "curl", file: "status.sh" },
  { language: "Node", file: "status.mjs" },
  { language: "Python", file: "status.py" },
  { language: "PHP", file: "status.php" },
] as const;

/** The examples as they are offered for download: the page shows the very programs that the tests run. */
export function readExamples() {
  return Promise.all(
    examples.map(async ({ language, file }) => ({
      ...{ language, href: `/contoh-mitra/${file}` },
      code: await readFile(join(process.cwd(), "public/contoh-mitra", file), "utf8"),
    })),
  );
}
