import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#env.ts";
import { Prisma, PrismaClient } from "./generated/client.ts";

/** What a command writes through: a client inside one transaction. */
export type Transaction = Prisma.TransactionClient;

/** A part of a statement, for those that several statements share. */
export type Sql = Prisma.Sql;
export const sql = Prisma.sql;

const kept = globalThis as { portalDatabase?: PrismaClient };

/**
 * The connection pool of this process. Sessions speak UTC: the adapter drops the offset of timestamps, so that any
 * other zone would shift every moment.
 */
export function database(): PrismaClient {
  kept.portalDatabase ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, max: 10, options: "-c TimeZone=UTC" },
      { statementNameGenerator: nameStatement },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  return kept.portalDatabase;
}

/** Ends the pool, for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await kept.portalDatabase?.$disconnect();
  delete kept.portalDatabase;
}

const names = new Map<string, string>();

/** Named statements are planned once a connection. */
function nameStatement({ sql }: { readonly sql: string }): string {
  let name = names.get(sql);
  if (!name) {
    name = `s${names.size + 1}`;
    if (names.size < 1_000) names.set(sql, name);
  }
  return name;
}

/** Whether the database refused a row that exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** Whether the database asks to run the whole transaction again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}
