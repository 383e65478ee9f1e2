import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findCalls, findKeys } from "#features/partners/queries/keys.ts";
import { ownPartner } from "#features/partners/queries/own-partner.ts";
import { editAddresses } from "#features/partners/use-cases/edit-addresses.ts";
import { createKey, keepKey, revokeKey, rotateKey } from "#features/partners/use-cases/rotate-key.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";

const now = new Date("2026-11-24T03:00:00Z");
const soon = addSeconds(now, 20 * 60);

const staff = (role: "provider" | "platform", slug: string | null): StaffActor => ({
  role,
  accountId: randomUUID() as AccountId,
  providerSlug: role === "provider" ? slug : null,
  platformSlug: role === "platform" ? slug : null,
});
const ours = staff("provider", "balai-karya-sentana");
const theirs = staff("provider", "bengkel-belajar-obeng");
const shop = staff("platform", "kelas-sagu");

const create = (who: StaffActor, at = now) => inOneTransaction(who, createKey, { now: at });
const rotate = (who: StaffActor, client: string, at = now) =>
  inOneTransaction(who, (work) => rotateKey(work, { client }), { now: at });
const revoke = (who: StaffActor, client: string, at = now) =>
  inOneTransaction(who, (work) => revokeKey(work, { client }), { now: at });
const keep = (who: StaffActor, client: string) =>
  inOneTransaction(who, (work) => keepKey(work, { client }), { now });
const address = (who: StaffActor, client: string, redirectUris: string[], webhookUrl: string | null) =>
  inOneTransaction(
    who,
    (work) => editAddresses(work, { client, redirectUris, webhookUrl, allowsLoopback: false }),
    { now },
  );

async function aClient(who: StaffActor): Promise<string> {
  await database().partnerClient.updateMany({
    where: { ownerSlug: who.providerSlug ?? who.platformSlug ?? "", revokedAt: null },
    data: { revokedAt: now },
  });
  const made = await create(who);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.client;
}

const shownTo = async (who: StaffActor, client: string, at = now) => {
  const partner = ownPartner(who);
  const keys = partner ? await findKeys(partner, at) : [];
  return keys.find(({ code }) => code === client);
};
const stored = (code: string) => database().partnerClient.findUniqueOrThrow({ where: { code } });

describe("a partner's people make a key", () => {
  test("it is shown until they say that it is kept, and then never again", async () => {
    const client = await aClient(ours);
    const key = (await shownTo(ours, client))?.signKey;
    expect(key).toMatch(/^[2-9A-HJ-NP-Z]{40}$/);
    expect(decryptField((await stored(client)).signKeyCipher)).toBe(key);
    expect(await keep(ours, client)).toMatchObject({ ok: true });
    expect((await shownTo(ours, client))?.signKey).toBeNull();
    expect(
      await database().auditEvent.count({
        where: { subject: `partner-client:${client}`, action: "partner-key-created" },
      }),
    ).toBe(1);
  });

  test("after a quarter of an hour it is hidden by itself", async () => {
    const client = await aClient(shop);
    expect((await shownTo(shop, client, soon))?.signKey).toBeNull();
    expect(client).toMatch(/^DP-/);
  });

  test("five count at a time, also when six are asked for at once", async () => {
    await aClient(ours);
    const results = await Promise.all(Array.from({ length: 6 }, () => create(ours)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(4);
    expect(results).toContainEqual({ ok: false, refusal: { code: "key-enough", most: 5 } });
  });

  test("an account that speaks for nobody makes none", async () => {
    expect(await create(staff("provider", null))).toEqual({
      ok: false,
      refusal: { code: "partner-not-linked" },
    });
  });
});

describe("a key is rotated", () => {
  test("the former one signs for another day", async () => {
    const client = await aClient(ours);
    const before = decryptField((await stored(client)).signKeyCipher);
    await keep(ours, client);
    expect(await rotate(ours, client)).toMatchObject({ ok: true });
    const row = await stored(client);
    expect(decryptField(row.formerKeyCipher ?? new Uint8Array())).toBe(before);
    expect(row.formerKeyUntil).toEqual(addSeconds(now, 24 * 3600));
    const shown = await shownTo(ours, client);
    expect(shown?.signKey).not.toBe(before);
    expect((await shownTo(ours, client, addSeconds(now, 25 * 3600)))?.formerKeyUntil).toBeNull();
  });

  test("of two who rotate at once one is refused, or the key in use would be lost", async () => {
    const client = await aClient(ours);
    await keep(ours, client);
    const before = decryptField((await stored(client)).signKeyCipher);
    const results = await Promise.all([rotate(ours, client), rotate(ours, client)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, refusal: { code: "key-not-kept" } });
    expect(decryptField((await stored(client)).formerKeyCipher ?? new Uint8Array())).toBe(before);
  });

  test("one that was revoked ends at once, former key too, and does not come back", async () => {
    const client = await aClient(ours);
    await keep(ours, client);
    await rotate(ours, client);
    expect(await revoke(ours, client)).toMatchObject({ ok: true });
    expect(await stored(client)).toMatchObject({
      revokedAt: now,
      formerKeyCipher: null,
      formerKeyUntil: null,
    });
    expect((await shownTo(ours, client))?.signKey).toBeNull();
    const gone = { ok: false, refusal: { code: "key-revoked" } };
    expect(await rotate(ours, client, soon)).toEqual(gone);
    expect(await revoke(ours, client)).toEqual(gone);
    expect(await address(ours, client, [], null)).toEqual(gone);
  });
});

describe("the addresses of a client", () => {
  test("are kept whole and once each, and the first webhook address comes with a key", async () => {
    const client = await aClient(ours);
    const uri = "https://lp.example/kembali";
    expect(await address(ours, client, [uri, uri], "https://lp.example/kabar?kunci=1")).toMatchObject({
      ok: true,
    });
    const row = await stored(client);
    expect(row).toMatchObject({ redirectUris: [uri], webhookUrl: "https://lp.example/kabar?kunci=1" });
    expect((await shownTo(ours, client))?.webhookKey).toMatch(/^[2-9A-HJ-NP-Z]{40}$/);
    const key = row.webhookKeyCipher;
    await address(ours, client, [uri], "https://lp.example/lain");
    expect((await stored(client)).webhookKeyCipher).toEqual(key);
  });

  test.each([
    ["http://lp.example/kembali", null, "address-not-https"],
    ["https://192.168.1.4/kembali", null, "address-private"],
    ["https://lp.example/kembali?a=1", null, "redirect-with-query"],
    ["https://lp.example/#a", null, "redirect-with-query"],
    ["lp.example", null, "address-shape"],
    ["https://lp.example/kembali", "https://10.0.0.8/kabar", "webhook-address-private"],
    ["https://lp.example/kembali", "http://lp.example/kabar", "webhook-address-not-https"],
    ["https://lp.example/kembali", "kabar", "webhook-address-shape"],
  ])("%s with %s is refused: %s", async (uri, hook, code) => {
    const client = await aClient(shop);
    expect(await address(shop, client, [uri], hook)).toEqual({ ok: false, refusal: { code } });
    expect(await stored(client)).toMatchObject({ redirectUris: [], webhookUrl: null });
  });
});

describe("another's clients", () => {
  test("are not reached by any command or list, nor by a platform of the same slug", async () => {
    const client = await aClient(ours);
    const unknown = { ok: false, refusal: { code: "key-unknown" } };
    const namesake = staff("platform", "balai-karya-sentana");
    for (const who of [theirs, shop, namesake]) {
      expect(await rotate(who, client, soon)).toEqual(unknown);
      expect(await revoke(who, client)).toEqual(unknown);
      expect(await keep(who, client)).toEqual(unknown);
      expect(await address(who, client, [], null)).toEqual(unknown);
      expect(await shownTo(who, client)).toBeUndefined();
    }
    expect(await stored(client)).toMatchObject({ revokedAt: null });
  });
});

describe("the log of calls", () => {
  const call = (clientCode: string, at: Date, code: string) =>
    database().partnerCall.create({
      data: {
        ...{ id: randomUUID(), at, clientCode, code },
        path: "/api/v1/integration/payment/redeem-code/status",
        status: code === "OK" ? 200 : 400,
        message: code === "OK" ? "OK" : "Kode tidak dikenal",
        subject: "ABCDE12345",
        milliseconds: 12,
      },
    });
  const read = async (who: StaffActor, code = "all", before?: string) => {
    const partner = ownPartner(who);
    if (!partner) throw new Error("nobody's log");
    return findCalls(partner, { code, before });
  };

  test("shows a partner all of its own clients, page by page, filtered by code, and nobody else's", async () => {
    const first = await aClient(shop);
    const second = await create(shop);
    if (!second.ok) throw new Error(second.refusal.code);
    const other = await aClient(theirs);
    for (let index = 0; index < 60; index += 1)
      await call(
        index % 2 ? first : second.value.client,
        addSeconds(now, Math.floor(index / 2)),
        index % 3 === 0 ? "ERRRDM40001" : "OK",
      );
    await call(other, now, "ERRRDM40003");

    const page = await read(shop);
    expect(page.rows).toHaveLength(50);
    expect(page.rows[0]?.at).toEqual(addSeconds(now, 29));
    const rest = await read(shop, "all", page.next ?? undefined);
    expect(rest.rows).toHaveLength(10);
    expect(rest.next).toBeNull();
    const ids = [...page.rows, ...rest.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
    expect((await read(shop, "refused")).rows).toHaveLength(20);
    expect(
      (await read(shop, "ERRRDM40001")).rows.every(({ message }) => message === "Kode tidak dikenal"),
    ).toBe(true);
    expect((await read(shop, "ERRRDM40003")).rows).toEqual([]);
    expect((await read(theirs)).rows.map(({ clientCode }) => clientCode)).toEqual([other]);
  });
});
