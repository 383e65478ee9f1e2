import { expect, test } from "vitest";
import { migrationFaults } from "./checks/migrations.ts";
import { filesUnder, readTree } from "./checks/tree.ts";

const migrations = await readTree(await filesUnder("prisma/migrations"));

test("there are migrations", () => {
  expect(Object.keys(migrations).length).toBeGreaterThan(1);
});

test("every migration has a moment and words, says something, leads forward and keeps what must be kept", () => {
  expect(migrationFaults(migrations)).toEqual([]);
});

const sound = "20240101000000_sound";

test.each([
  ["init/migration.sql", "select 1;", "init is not called <timestamp>_<words>"],
  ["2024_init/migration.sql", "select 1;", "2024_init is not called <timestamp>_<words>"],
  [`${sound}/migration.sql`, "-- nothing yet\n", `${sound} is empty`],
  [
    `${sound}/down.sql`,
    "drop table course;",
    `prisma/migrations/${sound}/down.sql is no migration: there is no way back`,
  ],
  [`${sound}/migration.sql`, 'DROP TABLE "ledger_entry";', `${sound} drops a table that is kept`],
  [
    `${sound}/migration.sql`,
    "drop table if exists course,\n  audit_event cascade;",
    `${sound} drops a table that is kept`,
  ],
  [`${sound}/migration.sql`, "truncate table audit_event;", `${sound} empties a table that is kept`],
  [
    `${sound}/migration.sql`,
    'DELETE FROM "public"."ledger_transfer" WHERE true;',
    `${sound} deletes rows that are kept`,
  ],
  [
    `${sound}/migration.sql`,
    'ALTER TABLE "ledger_entry" DROP COLUMN "amount";',
    `${sound} drops a column that is kept`,
  ],
])("%s with %j is told", (path, text, told) => {
  expect(migrationFaults({ [`prisma/migrations/${path}`]: text })).toEqual([told]);
});

test("two migrations of one moment are told", () => {
  const files = {
    "prisma/migrations/20240101000000_a/migration.sql": "select 1;",
    "prisma/migrations/20240101000000_b/migration.sql": "select 1;",
  };
  expect(migrationFaults(files)).toEqual(["20240101000000_b shares its timestamp with another migration"]);
});

test("a trigger that forbids deleting is no deletion, and what is not kept may go", () => {
  const text = `create function refuse() returns trigger language plpgsql as $$ begin
    -- delete from ledger_entry;
    raise exception 'delete from ledger_entry is not possible'; end $$;
  create trigger keep before delete on ledger_entry for each row execute function refuse();
  create trigger stay before truncate on ledger_entry execute function refuse();
  drop table draft;`;
  expect(migrationFaults({ [`prisma/migrations/${sound}/migration.sql`]: text })).toEqual([]);
});
