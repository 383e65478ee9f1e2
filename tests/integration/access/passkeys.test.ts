import { describe, expect, test } from "vitest";
import { findPasskeys } from "#features/access/queries/security.ts";
import { addPasskey, dropPasskey, offerNewPasskey } from "#features/access/use-cases/add-passkey.ts";
import { offerPasskeySignIn, signInByPasskey } from "#features/access/use-cases/sign-in-by-passkey.ts";
import { ok, refuse, refuseAndKeep } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { sessionToken } from "#platform/web/session.ts";
import { actorOfToken } from "#platform/web/session-token.ts";
import { asOfficer, asPerson, asVisitor, browser, type Somebody, somebody } from "./people.ts";
import { SoftAuthenticator } from "./soft-authenticator.ts";

const refused = refuseAndKeep({ code: "passkey-refused" });

async function offerTo({ id }: Somebody) {
  const offer = await asPerson(id, offerNewPasskey);
  if (!offer.ok) throw new Error(offer.refusal.code);
  return offer.value;
}

async function offer() {
  const made = await asVisitor(offerPasskeySignIn);
  if (!made.ok) throw new Error("no challenge");
  return made.value;
}

type NewAnswer = ReturnType<SoftAuthenticator["create"]>;
const add = ({ id }: Somebody, challengeId: string, answer: NewAnswer) =>
  asPerson(id, (work) => addPasskey(work, { challengeId, answer, browser }));

type Answer = ReturnType<SoftAuthenticator["get"]>;
const enter = (challengeId: string, answer: Answer) =>
  asVisitor((work) => signInByPasskey(work, { challengeId, answer, browser, replaces: null }));

async function withPasskey(who: Somebody) {
  const phone = new SoftAuthenticator();
  const { challengeId, options } = await offerTo(who);
  expect(await add(who, challengeId, phone.create(options.challenge))).toEqual(ok(null));
  return phone;
}

describe("making a passkey", () => {
  test("keeps the key under the device's name", async () => {
    const sari = await somebody();
    await withPasskey(sari);
    expect(await findPasskeys(sari.id)).toMatchObject([{ label: "Chrome · Android", lastUsedAt: null }]);
    expect((await offerTo(sari)).options.excludeCredentials).toHaveLength(1);
  });

  test("answers its own challenge, once", async () => {
    const sari = await somebody();
    const { challengeId, options } = await offerTo(sari);
    const answer = new SoftAuthenticator().create(options.challenge);
    const results = await Promise.all([add(sari, challengeId, answer), add(sari, challengeId, answer)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test.each([
    ["on another site", { origin: "https://evil.test" }],
    ["without finger, face or PIN", { wasVerified: false }],
  ])("%s is refused", async (_, changes) => {
    const sari = await somebody();
    const { challengeId, options } = await offerTo(sari);
    expect(await add(sari, challengeId, new SoftAuthenticator().create(options.challenge, changes))).toEqual(
      refused,
    );
  });

  test("for another challenge, another person's or an old one, is refused", async () => {
    const [sari, budi] = [await somebody(), await somebody()];
    const phone = new SoftAuthenticator();
    const first = await offerTo(sari);
    expect(await add(sari, first.challengeId, phone.create("AAAA"))).toEqual(refused);
    const theirs = await offerTo(budi);
    expect(await add(sari, theirs.challengeId, phone.create(theirs.options.challenge))).toEqual(refused);
    const old = await offerTo(sari);
    await database().$executeRaw`
      UPDATE passkey_challenge SET created_at = now() - interval '6 minutes' WHERE id = ${old.challengeId}::uuid`;
    expect(await add(sari, old.challengeId, phone.create(old.options.challenge))).toEqual(refused);
  });

  test("that somebody has already is refused, and so is an eleventh", async () => {
    const [sari, budi] = [await somebody(), await somebody()];
    const phone = await withPasskey(sari);
    const { challengeId, options } = await offerTo(budi);
    expect(await add(budi, challengeId, phone.create(options.challenge))).toEqual(
      refuseAndKeep({ code: "passkey-known" }),
    );
    for (let count = 1; count < 10; count += 1) await withPasskey(sari);
    expect(await asPerson(sari.id, offerNewPasskey)).toEqual(refuse({ code: "passkeys-enough" }));
  });

  test("and taking it away is its owner's", async () => {
    const [sari, budi] = [await somebody(), await somebody()];
    const id = (await withPasskey(sari)).id.toString("base64url");
    const drop = (who: Somebody) => asPerson(who.id, (work) => dropPasskey(work, { id }));
    expect(await drop(budi)).toEqual(refuse({ code: "passkey-unknown" }));
    expect(await drop(sari)).toEqual(ok(null));
    expect(await findPasskeys(sari.id)).toEqual([]);
  });
});

describe("signing in by a passkey", () => {
  test("counts as both steps, for people and for staff", async () => {
    const officer = await somebody({ role: "officer", hasFactor: true });
    const phone = new SoftAuthenticator();
    const made = await asOfficer(officer.id, offerNewPasskey);
    if (!made.ok) throw new Error("no challenge");
    const { challengeId, options } = made.value;
    const answer = phone.create(options.challenge);
    await asOfficer(officer.id, (work) => addPasskey(work, { challengeId, answer, browser }));
    const asked = await offer();
    const result = await enter(asked.challengeId, phone.get(asked.options.challenge));
    expect(result).toMatchObject({ ok: true, value: { id: officer.id, standing: "inside" } });
    if (result.ok)
      expect(await actorOfToken(await sessionToken(result.value))).toMatchObject({ role: "officer" });
  });

  test("answers a challenge once", async () => {
    const phone = await withPasskey(await somebody());
    const { challengeId, options } = await offer();
    const answer = phone.get(options.challenge);
    const results = await Promise.all([enter(challengeId, answer), enter(challengeId, answer)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test.each([
    ["made for another site", { origin: "https://evil.test" }],
    ["given without finger, face or PIN", { wasVerified: false }],
  ])("with an answer %s is refused", async (_, changes) => {
    const phone = await withPasskey(await somebody());
    const { challengeId, options } = await offer();
    expect(await enter(challengeId, phone.get(options.challenge, changes))).toEqual(refused);
  });

  test("with an unknown key, another phone's signature or a counter that went back is refused", async () => {
    const phone = await withPasskey(await somebody());
    const stranger = new SoftAuthenticator();
    const first = await offer();
    expect(await enter(first.challengeId, stranger.get(first.options.challenge))).toEqual(refused);
    const second = await offer();
    const forged = { ...stranger.get(second.options.challenge), id: phone.id.toString("base64url") };
    expect(await enter(second.challengeId, { ...forged, rawId: forged.id })).toEqual(refused);
    const third = await offer();
    expect((await enter(third.challengeId, phone.get(third.options.challenge, { counter: 7 }))).ok).toBe(
      true,
    );
    const fourth = await offer();
    expect(await enter(fourth.challengeId, phone.get(fourth.options.challenge, { counter: 7 }))).toEqual(
      refused,
    );
  });

  test("is over for a locked account", async () => {
    const sari = await somebody();
    const phone = await withPasskey(sari);
    await database().account.update({ where: { id: sari.id }, data: { lockedAt: new Date() } });
    const { challengeId, options } = await offer();
    expect(await enter(challengeId, phone.get(options.challenge))).toEqual(
      refuse({ code: "account-locked" }),
    );
  });
});
