import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Finding } from "#ledger/journal/reading.ts";
import { compareJournals, parseHeads, verifyJournal } from "#ledger/journal/verify.ts";

// npm run ledger -- export <file> | heads <file> | verify <file> [--heads heads.json] [--key key.pem] [--earlier file]
// "verify" needs an export and nothing else: neither database nor settings nor a portal.

const USAGE = `npm run ledger -- export <file>    write the sealed journal of DATABASE_URL, or of the portal's own database
npm run ledger -- heads <file>     write the signed heads
npm run ledger -- verify <file> [--heads heads.json] [--key key.pem] [--earlier file]
                                   check an export: against itself, against the signed heads, against an earlier export`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { heads: { type: "string" }, key: { type: "string" }, earlier: { type: "string" } },
});
const [command, file] = positionals;

if (command === "export" && file) await write(file, "journal");
else if (command === "heads" && file) await write(file, "heads");
else if (command === "verify" && file) await check(file);
else {
  console.error(USAGE);
  process.exit(1);
}

/** From the database that DATABASE_URL names, or from the one of this folder, running or not. */
async function write(path: string, what: "journal" | "heads"): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const [{ portsFrom, settingsFor }, { OWN_DATABASE, withDatabase }] = await Promise.all([
    import("./stack/settings.ts"),
    import("./database/with-database.ts"),
  ]);
  await withDatabase(OWN_DATABASE, async (url) => {
    Object.assign(process.env, settingsFor(".data/portal", portsFrom(3000), url));
    const { closeDatabase } = await import("#platform/db/client.ts");
    const { findHeads, readJournal } = await import("#ledger/journal/read.ts");
    try {
      const text =
        what === "journal" ? readJournal() : [JSON.stringify({ heads: await findHeads() }, null, 2)];
      await pipeline(Readable.from(text), createWriteStream(path));
    } finally {
      await closeDatabase();
    }
  });
}

async function check(path: string): Promise<void> {
  const heads = values.heads ? parseHeads(readFileSync(values.heads, "utf8")) : [];
  const key = values.key ? readFileSync(values.key, "utf8") : undefined;
  const findings: Finding[] = [];
  const reading = verifyJournal(linesOf(path), heads, key);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) findings.push(step.value);
  if (values.earlier)
    for await (const finding of compareJournals(linesOf(path), linesOf(values.earlier)))
      findings.push(finding);
  for (const finding of findings) console.log(sentenceOf(finding));
  const { entries, hash } = step.value;
  console.log(`${entries} entries, the last hash is ${hash}`);
  console.log(heads.length > 0 ? `${heads.length} signed heads were compared` : "no signed heads were given");
  if (findings.length > 0) process.exitCode = 1;
  else console.log("Nothing was changed, inserted, removed or cut.");
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

function sentenceOf({ problem, number, until, day }: Finding): string {
  const which = until ? `entries ${number} to ${until}` : `entry ${number}`;
  const head = day ? ` (head of ${day})` : "";
  const sentences: Readonly<Record<Finding["problem"], string>> = {
    changed: "was changed after it was sealed",
    inserted: "was inserted",
    removed: until ? "were removed" : "was removed",
    renumbered: "carries a number that was given before",
    unreadable: "cannot be read",
    unbalanced: "does not sum to zero",
    backdated: "is dated before a head that was signed without it",
    cut: "missing at the end",
    rewritten: "not what was signed or kept: something in it was changed, inserted or removed",
    "bad-signature": "the head at its number is not signed with this key",
  };
  return `${which}: ${sentences[problem]}${head}`;
}
