import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "#platform/db/client.ts";
import { closeQueue } from "#platform/queue/queue.ts";

// A fresh copy of the template database for this test file, before anything of the portal reads its settings.

const template = inject("template");
const name = `test_${randomUUID().replaceAll("-", "")}`;
Object.assign(process.env, inject("settings"));
await administer(`CREATE DATABASE "${name}" TEMPLATE portal STRATEGY FILE_COPY`);
process.env.DATABASE_URL = Object.assign(new URL(template), { pathname: `/${name}` }).href;

afterAll(async () => {
  await closeQueue();
  await closeDatabase();
  await administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
});

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href,
  });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
