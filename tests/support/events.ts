import { database } from "#platform/db/client.ts";

/** The payloads of an event that wait in the queue for this participant, oldest first. */
export async function announced(name: string, participantId: string): Promise<unknown[]> {
  const rows = await database().$queryRaw<{ payload: unknown }[]>`
    SELECT data->'payload' AS payload FROM pgboss.job
    WHERE name = 'events' AND data->>'name' = ${name} AND data->'payload'->>'participantId' = ${participantId}
    ORDER BY created_on`;
  return rows.map((row) => row.payload);
}
