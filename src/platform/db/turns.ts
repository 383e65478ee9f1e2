import type { Transaction } from "./client.ts";

/** Those who name the same thing go one after the other: holds the name until the transaction ends. */
export async function takeTurn(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
