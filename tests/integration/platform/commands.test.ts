import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { system, visitor } from "#authorization/actor.ts";
import { defineEvent } from "#kernel/event.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, decryptField, encryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { runOnce } from "#platform/web/command-receipt.ts";

const now = new Date("2026-11-24T03:00:00Z");
const somethingHappened = defineEvent("something-happened", z.object({ id: z.uuid() }));

async function waitingEvents(id: string): Promise<number> {
  const rows = await database().$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM pgboss.job WHERE name = 'events' AND data -> 'payload' ->> 'id' = ${id}`;
  return Number(rows[0]?.n ?? 0);
}

test("a command that is sent twice at once happens once, and both get the first outcome", async () => {
  const key = randomUUID();
  const command = { key, command: "count", actor: visitor };
  let runs = 0;
  const send = () =>
    runOnce(command, async (work) => {
      runs += 1;
      await work.record({ action: `counted-${key}` });
      return ok({ run: runs });
    });
  const [first, second] = await Promise.all([send(), send()]);
  expect(first).toEqual(second);
  expect(await database().auditEvent.count({ where: { action: `counted-${key}` } })).toBe(1);
  expect(await send()).toEqual(first);
});

test("a refused command leaves nothing behind and may be sent again with the same key", async () => {
  const command = { key: randomUUID(), command: "try", actor: visitor };
  const id = randomUUID();
  const refused = await runOnce(command, async (work) => {
    await work.publish(somethingHappened({ id }));
    return refuse({ code: "not-now" });
  });
  expect(refused).toEqual({ ok: false, refusal: { code: "not-now" } });
  expect(await waitingEvents(id)).toBe(0);
  expect(await runOnce(command, async () => ok("done"))).toEqual({ ok: true, value: "done" });
});

test("a key of one person's command does not open another's outcome", async () => {
  const key = randomUUID();
  await runOnce({ key, command: "mine", actor: visitor }, async () => ok("secret"));
  await expect(runOnce({ key, command: "other", actor: visitor }, async () => ok("x"))).rejects.toThrow(
    "was sent with",
  );
});

test("an event waits in the queue exactly when its change was committed", async () => {
  const id = randomUUID();
  await inOneTransaction(
    system,
    async (work) => {
      await work.publish(somethingHappened({ id }));
      expect(await waitingEvents(id)).toBe(0);
      return ok();
    },
    { now },
  );
  expect(await waitingEvents(id)).toBe(1);
});

test("an audit row can be neither changed nor removed", async () => {
  await inOneTransaction(
    system,
    async (work) => {
      await work.record({ action: "looked" });
      return ok();
    },
    { now },
  );
  await expect(database().auditEvent.updateMany({ data: { action: "hidden" } })).rejects.toThrow(
    "only grows",
  );
  await expect(database().auditEvent.deleteMany()).rejects.toThrow("only grows");
  await expect(database().$executeRaw`TRUNCATE audit_event`).rejects.toThrow("only grows");
});

test("personal data is stored unreadable, found by its keyed hash, and refused when tampered with", () => {
  const nik = "1275015705009101";
  const stored = encryptField(nik);
  expect(Buffer.from(stored).toString("latin1")).not.toContain(nik);
  expect(decryptField(stored)).toBe(nik);
  expect(blindIndex("nik", nik)).toEqual(blindIndex("nik", nik));
  expect(blindIndex("nik", nik)).not.toEqual(blindIndex("family-card", nik));
  const tampered = Uint8Array.from(stored, (byte, index) => (index === stored.length - 1 ? byte ^ 1 : byte));
  expect(() => decryptField(tampered)).toThrow();
});
