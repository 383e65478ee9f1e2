import { expect, test } from "vitest";
import { env } from "#env.ts";
import { schemaDiff } from "../../../scripts/database/schema-diff.ts";

test("a database made by the migrations is what the models describe, but for the keys that join stages", async () => {
  const difference = await schemaDiff(env().DATABASE_URL);
  const statements = difference.split("\n").filter((line) => line && !line.startsWith("--"));
  expect(statements.filter((line) => !/^ALTER TABLE "\w+" DROP CONSTRAINT "\w+_fkey";$/.test(line))).toEqual(
    [],
  );
  expect(statements.length).toBeGreaterThan(10);
});
