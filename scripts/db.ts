import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { migrate } from "./database/migrate.ts";
import { schemaDiff } from "./database/schema-diff.ts";
import { OWN_DATABASE, withDatabase } from "./database/with-database.ts";
import { portsFrom, settingsFor } from "./stack/settings.ts";

// npm run db -- migrate | new <words> | rotate-keys | reset

const [command, ...words] = process.argv.slice(2);

switch (command) {
  case "migrate":
    await withDatabase(OWN_DATABASE, async (url) =>
      console.log("applied:", (await migrate(url)).join(", ") || "nothing new"),
    );
    break;
  case "new":
    await newMigration(words);
    break;
  case "rotate-keys":
    await rotate();
    break;
  case "reset":
    if (process.env.DATABASE_URL)
      throw new Error("reset only removes the portal's own database: unset DATABASE_URL");
    rmSync(".data/portal", { recursive: true, force: true });
    console.log("The portal's own database and files are gone; npm start makes new ones.");
    break;
  default:
    console.error(
      "npm run db -- migrate        apply the migrations to DATABASE_URL or the portal's own database",
    );
    console.error(
      "npm run db -- new <words>    write the migration that brings the database to prisma/models",
    );
    console.error(
      "npm run db -- rotate-keys    encrypt all personal data with the newest of FIELD_KEYS; may be stopped and run again",
    );
    console.error("npm run db -- reset          remove the portal's own database and files");
    process.exit(1);
}

/** With the settings of the environment, or with the portal's own beside its own database. */
async function rotate(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const isOwn = !process.env.DATABASE_URL;
  await withDatabase(OWN_DATABASE, async (url) => {
    if (isOwn) Object.assign(process.env, settingsFor(".data/portal", portsFrom(3000), url));
    const { rotateKeys } = await import("./rotate-keys.ts");
    const rotated = await rotateKeys(url, (line) => console.log(line));
    if (rotated.unreadable > 0) process.exitCode = 1;
  });
}

/** Writes what the models changed since the last migration; rules that no model can say are added by hand. */
async function newMigration(name: readonly string[]): Promise<void> {
  if (name.length === 0) throw new Error("say what it does: npm run db -- new add waiting list");
  const scratch = ".data/scratch";
  rmSync(scratch, { recursive: true, force: true });
  await withDatabase(scratch, async (url) => {
    await migrate(url);
    const sql = withoutJoinsOfStages(await schemaDiff(url));
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = `prisma/migrations/${stamp}_${name.join("_").toLowerCase()}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/migration.sql`, `${sql}\n`);
    console.log(`${folder}/migration.sql`);
  });
  rmSync(scratch, { recursive: true, force: true });
}

/** Foreign keys between stages live in migrations only (docs/decisions/0004): the models do not know them. */
function withoutJoinsOfStages(sql: string): string {
  return sql.replace(/-- DropForeignKey\nALTER TABLE "\w+" DROP CONSTRAINT "\w+_fkey";\n*/g, "").trim();
}
