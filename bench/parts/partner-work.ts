import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { parseDay } from "#kernel/calendar.ts";
import { closeDatabase, database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { closeQueue } from "#platform/queue/queue.ts";
import {
  insertAccount,
  insertEntry,
  insertPassedTest,
  insertPurchase,
  insertRegistration,
  insertVerified,
  insertWave,
  publishWave,
} from "../../prisma/seed/people.ts";

export const STATUS = "/api/v1/integration/payment/redeem-code/status";
const KEY = "kunci-bench";

export type Sending = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/**
 * A provider with so many systems, each with the code of a training that was bought, and the signed call of each: one
 * client may call 60 times a minute, so a load needs many.
 */
export async function seatClients(count: number): Promise<readonly Sending[]> {
  const now = new Date();
  const birth = parseDay("1999-03-04");
  if (!birth) throw new Error("no day");
  const person = {
    name: "Sari Simulasi",
    email: "sari@bench.test",
    serial: "9001",
    gender: "female",
    birth,
  } as const;
  const id = await insertAccount(person, { now });
  await insertRegistration(id, person, now);
  await insertVerified(id, now);
  await insertPassedTest(id, now);
  const waveId = await insertWave(900, 1, now);
  await insertEntry(id, waveId, now);
  const operator = { name: "Petugas", email: "petugas@bench.test" };
  await publishWave(waveId, [id], await insertAccount(operator, { now, role: "administrator" }), now);
  const { providerSlug, purchaseId } = await insertPurchase(id, "pemasaran-digital-umkm", now, "bought");
  const { redeemCode } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
  const codes = Array.from({ length: count }, (_, index) => `bench-${index}`);
  await database().partnerClient.createMany({
    data: codes.map((code) => ({
      ...{ code, kind: "provider" as const, ownerSlug: providerSlug, createdAt: now, redirectUris: [] },
      signKeyCipher: encryptField(KEY),
    })),
  });
  await closeQueue();
  await closeDatabase();
  return codes.map((code) => signed(code, JSON.stringify({ redeem_code: redeemCode, sequence: 1 })));
}

function signed(code: string, body: string): Sending {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha1", KEY).update(`${code}${timestamp}POST${STATUS}${body}`).digest("hex");
  return { body, headers: { "content-type": "application/json", client_code: code, timestamp, signature } };
}

/** Sends `count` calls over `lanes` kept connections, the senders in turns; throws on the first that is not 200. */
export async function load(
  url: string,
  senders: readonly Sending[],
  count: number,
  lanes: number,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  let sent = 0;
  const lane = async () => {
    while (sent < count) {
      const sender = senders[sent % senders.length];
      sent += 1;
      if (sender) await once(url, sender, agent);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  agent.destroy();
}

function once(url: string, { body, headers }: Sending, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      { agent, method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (response) => {
        response.resume();
        response.on("end", () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`${url} answered ${response.statusCode}`));
        });
      },
    );
    sending.on("error", reject);
    sending.end(body);
  });
}
