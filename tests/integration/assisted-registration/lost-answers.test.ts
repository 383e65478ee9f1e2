import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { type Fields, postTo, sendWaiting } from "#elements/office-sender.ts";
import { takeRecord } from "#features/assisted-registration/actions/take-record.ts";
import { officerMark } from "#features/assisted-registration/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { aDevice, aRecord } from "../../unit/assisted-registration/device.ts";
import { anOfficer, typed } from "./office.ts";

const PEOPLE = 200;
const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The portal's address for the queue, with the real command behind it. */
async function portal(officer: StaffActor): Promise<string> {
  const server = createServer((request, response) => {
    bodyOf(request)
      .then((text) => takeRecord(officer, JSON.parse(text), "id"))
      .then(({ status, body }) =>
        response.writeHead(status, { connection: "close" }).end(JSON.stringify(body)),
      )
      .catch(() => response.writeHead(500, { connection: "close" }).end());
  });
  return listen(server);
}

/**
 * A network in front of the portal that is cut: the first answer to every form is lost after the server has committed,
 * and now and then one before the server saw anything.
 */
async function badNetwork(target: string, chance: () => number) {
  const lost = new Set<string>();
  let before = 0;
  const server = createServer((request, response) => {
    const cut = () => void request.socket.destroy();
    void bodyOf(request).then(async (text) => {
      if (chance() < 0.15) {
        before += 1;
        return cut();
      }
      const answer = await fetch(target, { method: "POST", body: text });
      const { id } = JSON.parse(text) as { readonly id: string };
      if (!lost.has(id)) {
        lost.add(id);
        return cut();
      }
      response.writeHead(answer.status, { connection: "close" }).end(await answer.text());
    });
  });
  return { address: await listen(server), lost, cutBefore: () => before };
}

/** The same numbers for the same seed of the run. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    // In 32 bits: as a floating number the product loses its last digits, and for some seeds every number is the same.
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

async function countPeople() {
  const [accounts, registrations, helped] = await Promise.all([
    database().account.count({ where: { role: "participant" } }),
    database().registration.count(),
    database().assistedRegistration.count(),
  ]);
  return { accounts, registrations, helped };
}

test("200 answers lost after the server had saved: nobody twice, no form stuck", async () => {
  const officer = await anOfficer();
  const before = await countPeople();
  const mark = officerMark(officer.accountId);
  const fields = new Map<string, Fields>(Array.from({ length: PEOPLE }, () => [randomUUID(), typed()]));
  const records = [...fields.keys()].map((id, index) =>
    aRecord(id, { officer: mark, savedAt: addSeconds(new Date(), index - 3_600).toISOString() }),
  );
  const device = aDevice(records, fields);
  const network = await badNetwork(await portal(officer), chanceOf(Number(process.env.SEED)));
  const post = postTo(network.address, fetch, 10_000);

  let rounds = 0;
  while (device.records().some(({ state }) => state === "waiting") && rounds < 2_000) {
    rounds += 1;
    await sendWaiting(device.store, mark, post);
  }

  expect(network.lost.size).toBe(PEOPLE);
  expect(network.cutBefore()).toBeGreaterThan(10);
  expect(device.records().filter(({ state }) => state !== "taken")).toEqual([]);
  expect(device.typed()).toEqual([]);
  const after = await countPeople();
  expect(after.accounts - before.accounts).toBe(PEOPLE);
  expect(after.registrations - before.registrations).toBe(PEOPLE);
  expect(after.helped - before.helped).toBe(PEOPLE);
}, 180_000);
