import { installQueue } from "#platform/queue/queue.ts";

await installQueue();
