import type { Files } from "./tree.ts";

/** What people's money and the audit rest on: these tables only ever grow. */
const kept = "(ledger_\\w+|audit_\\w+|payment_order\\w*|determination\\w*|wave_entry\\w*)";

const destructive: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\bdrop\\s+table\\b[^;]*\\b"?${kept}"?`, "i"), "drops a table that is kept"],
  [new RegExp(`(?:^|;)\\s*truncate\\b[^;]*\\b"?${kept}"?`, "i"), "empties a table that is kept"],
  [
    new RegExp(`\\bdelete\\s+from\\s+(?:only\\s+)?(?:"?\\w+"?\\.)?"?${kept}"?`, "i"),
    "deletes rows that are kept",
  ],
  [
    new RegExp(
      `\\balter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?:"?\\w+"?\\.)?"?${kept}"?[^;]*\\bdrop\\s+column\\b`,
      "i",
    ),
    "drops a column that is kept",
  ],
];

/** `prisma/migrations/<name>/migration.sql` -> what is wrong with it, a line each. */
export function migrationFaults(files: Files): string[] {
  const faults: string[] = [];
  const stamps = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    const [, , folder = "", file, ...deeper] = path.split("/");
    if (folder === "migration_lock.toml") continue;
    const [, stamp] = /^(\d{14})_[a-z][a-z0-9_]*$/.exec(folder) ?? [];
    if (stamp === undefined) faults.push(`${folder} is not called <timestamp>_<words>`);
    else if (stamps.has(stamp)) faults.push(`${folder} shares its timestamp with another migration`);
    else stamps.add(stamp);
    if (file !== "migration.sql" || deeper.length > 0)
      faults.push(`${path} is no migration: there is no way back`);
    else faults.push(...textFaults(folder, text));
  }
  return faults;
}

function textFaults(folder: string, text: string): string[] {
  // A function body may forbid what a statement must not do, so comments and quoted bodies are no statements.
  const statements = text
    .replace(/--.*$/gm, "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/create\s+(?:or\s+replace\s+)?(?:function|procedure)[\s\S]*?\$(\w*)\$[\s\S]*?\$\1\$/gi, "");
  if (statements.trim() === "") return [`${folder} is empty`];
  return destructive.filter(([pattern]) => pattern.test(statements)).map(([, told]) => `${folder} ${told}`);
}
