import { closeDatabase } from "#platform/db/client.ts";
import { closeQueue } from "#platform/queue/queue.ts";
import { seedReference } from "./reference.ts";

// Fills in what the programme needs to run; with --demo also one person at every stage. Safe to run again.

await seedReference();
if (process.argv.includes("--demo")) {
  const { seedCast } = await import("./cast.ts");
  await seedCast();
}
await closeQueue();
await closeDatabase();
