import { payIncentivesDue } from "#features/incentives/use-cases/pay-incentives.ts";
import { resolveUnknownPaymentsDue } from "#features/incentives/use-cases/resolve-unknown-payments.ts";
import { closeDatabase } from "#platform/db/client.ts";
import { closeQueue } from "#platform/queue/queue.ts";

// The pay-out as a process of its own, so that a test may kill it: pays what is due at the given moment, then asks what
// became of orders that nobody heard of.

const now = new Date(process.argv[2] ?? "");
await payIncentivesDue(now);
await resolveUnknownPaymentsDue(now);
await closeQueue();
await closeDatabase();
