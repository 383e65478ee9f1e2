import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type StaffActor, visitor } from "#authorization/actor.ts";
import { resetByLink } from "#features/access/use-cases/reset-password.ts";
import { findApplication, findApplications, findDoubts } from "#features/partners/queries/applications.ts";
import type { ApplicationContent } from "#features/partners/types.ts";
import { applyPartner } from "#features/partners/use-cases/apply-partner.ts";
import { decideApplication } from "#features/partners/use-cases/decide-application.ts";
import { forgetApplicationsDue } from "#features/partners/use-cases/forget-applications.ts";
import { proveContact } from "#features/partners/use-cases/prove-contact.ts";
import { CONTACT_LINK } from "#features/partners/use-cases/send-application-letter.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { signToken } from "#platform/db/token.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anAccount, anAdministrator } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
const HOUR = 3_600;

function anApplication(changes: Partial<ApplicationContent> = {}): ApplicationContent {
  const mark = randomUUID().slice(0, 8);
  return {
    kind: "provider",
    name: `Sanggar Coba ${mark}`,
    city: "Kota Binjai",
    about: "Kami mengajar menjahit dan merawat mesin jahit sejak lama di Binjai.",
    contactName: "Rina Simulasi",
    email: `rina-${mark}@lembaga.example`,
    legalNumber: `91${mark.toUpperCase()}`,
    website: null,
    ...changes,
  };
}

async function send(content: ApplicationContent, at = now): Promise<string | undefined> {
  const result = await inOneTransaction(visitor, (work) => applyPartner(work, { ...content, locale: "id" }), {
    now: at,
  });
  expect(result).toEqual({ ok: true, value: null });
  const row = await database().partnerApplication.findFirst({
    where: { email: content.email },
    orderBy: { id: "desc" },
  });
  return row?.id;
}

const prove = (applicationId: string, at = now, token = signToken(CONTACT_LINK, applicationId)) =>
  inOneTransaction(visitor, (work) => proveContact(work, { applicationId, token }), { now: at });

async function anOperator(): Promise<StaffActor> {
  const accountId = (await anAdministrator(now)) as AccountId;
  return { role: "administrator", accountId, providerSlug: null, platformSlug: null };
}

const decide = (
  actor: StaffActor,
  applicationId: string,
  decision: "approve" | "refuse",
  reason = "Berkas lengkap dan sesuai.",
) => inOneTransaction(actor, (work) => decideApplication(work, { applicationId, decision, reason }), { now });

async function aWaitingOne(changes: Partial<ApplicationContent> = {}): Promise<string> {
  const id = (await send(anApplication(changes))) ?? "";
  expect(await prove(id)).toEqual({ ok: true, value: null });
  return id;
}

const rowOf = (id: string) => database().partnerApplication.findUniqueOrThrow({ where: { id } });
const applicationOf = async (id: string) => {
  const found = await findApplication(id);
  if (!found) throw new Error("no such application");
  return found;
};
const lettersAbout = (name: string, id: string) =>
  database().$queryRaw<{ payload: unknown }[]>`
    SELECT data->'payload' AS payload FROM pgboss.job
    WHERE name = 'events' AND data->>'name' = ${name} AND data->'payload'->>'applicationId' = ${id}`;

describe("an organisation asks to become a partner", () => {
  test("its contact is written to, and it waits for nobody before the link was opened", async () => {
    const id = (await send(anApplication())) ?? "";
    expect(await rowOf(id)).toMatchObject({ status: "unproven", provenAt: null });
    expect(await lettersAbout("partner-applied", id)).toHaveLength(1);
    const { rows } = await findApplications("waiting");
    expect(rows.map((row) => row.id)).not.toContain(id);
  });

  test("whoever types an address that has an account hears the same as everybody", async () => {
    await anAccount(now, { email: "punya-akun@example.test" });
    expect(await send(anApplication({ email: "punya-akun@example.test" }))).toBeDefined();
  });

  test("one address gets three letters a day, and the fourth sender hears nothing of it", async () => {
    const email = `sering-${randomUUID().slice(0, 8)}@lembaga.example`;
    for (let time = 0; time < 5; time += 1) await send(anApplication({ email }));
    expect(await database().partnerApplication.count({ where: { email } })).toBe(3);
    await send(anApplication({ email }), addSeconds(now, 25 * HOUR));
    expect(await database().partnerApplication.count({ where: { email } })).toBe(4);
  });

  test("five at once for one address still make three letters", async () => {
    const email = `serentak-${randomUUID().slice(0, 8)}@lembaga.example`;
    await Promise.all(Array.from({ length: 5 }, () => send(anApplication({ email }))));
    expect(await database().partnerApplication.count({ where: { email } })).toBe(3);
  });
});

describe("the contact opens the link", () => {
  test("then the operator sees it; opening it twice changes nothing", async () => {
    const id = await aWaitingOne();
    expect(await prove(id, addSeconds(now, HOUR))).toEqual({ ok: true, value: null });
    expect(await rowOf(id)).toMatchObject({ status: "waiting", provenAt: now });
  });

  test("a link that somebody made up, or an old one, opens nothing", async () => {
    const id = (await send(anApplication())) ?? "";
    expect(await prove(id, now, "x".repeat(32))).toEqual({
      ok: false,
      refusal: { code: "application-link-unknown" },
    });
    const other = randomUUID();
    expect(await prove(other)).toEqual({ ok: false, refusal: { code: "application-link-unknown" } });
    expect(await prove(id, addSeconds(now, 73 * HOUR))).toEqual({
      ok: false,
      refusal: { code: "application-link-expired" },
    });
    expect(await rowOf(id)).toMatchObject({ status: "unproven" });
  });

  test("one application of a contact waits at a time, also when two links are opened at once", async () => {
    const email = `dua-${randomUUID().slice(0, 8)}@lembaga.example`;
    const first = (await send(anApplication({ email }))) ?? "";
    const second = (await send(anApplication({ email }), addSeconds(now, 1))) ?? "";
    const results = await Promise.all([prove(first), prove(second)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, refusal: { code: "application-waits-already" } });
  });
});

describe("the operator decides", () => {
  test("who is admitted gets a row, an account of the role, and a link to a first password", async () => {
    const operator = await anOperator();
    const content = anApplication({ name: "Sanggar Jahit Élok & Rapi" });
    const id = (await send(content)) ?? "";
    await prove(id);
    expect(await decide(operator, id, "approve")).toEqual({ ok: true, value: null });
    const row = await rowOf(id);
    expect(row).toMatchObject({
      status: "approved",
      ownerSlug: "sanggar-jahit-elok-rapi",
      decidedBy: operator.accountId,
    });
    expect(
      await database().provider.findUnique({ where: { slug: "sanggar-jahit-elok-rapi" } }),
    ).toMatchObject({
      name: content.name,
      city: content.city,
    });
    const account = await database().account.findUniqueOrThrow({ where: { email: content.email } });
    expect(account).toMatchObject({
      role: "provider",
      providerSlug: "sanggar-jahit-elok-rapi",
      platformSlug: null,
    });
    expect(
      await database().auditEvent.findFirst({ where: { subject: "provider:sanggar-jahit-elok-rapi" } }),
    ).toMatchObject({ action: "partner-admitted", actorId: operator.accountId });

    const [letter] = await lettersAbout("partner-decided", id);
    const { tokenId } = z.object({ tokenId: z.uuid() }).parse(letter?.payload);
    const reset = await inOneTransaction(
      visitor,
      (work) =>
        resetByLink(work, {
          tokenId,
          token: signToken("reset_password", tokenId),
          password: "jarum-benang-kain-2026-panjang",
        }),
      { now: addSeconds(now, 48 * HOUR) },
    );
    expect(reset).toEqual({ ok: true, value: null });
    expect(await database().secondFactor.count({ where: { accountId: account.id } })).toBe(0);
  });

  test("a platform that is admitted sells for the programme, with an account of its own role", async () => {
    const id = await aWaitingOne({ kind: "platform", name: "Kelas Coba Rimba" });
    await decide(await anOperator(), id, "approve");
    expect(await database().platform.findUnique({ where: { slug: "kelas-coba-rimba" } })).toMatchObject({
      commissionPercent: 10,
    });
    const { accountId } = await rowOf(id);
    expect(await database().account.findUnique({ where: { id: accountId ?? "" } })).toMatchObject({
      role: "platform",
      platformSlug: "kelas-coba-rimba",
      providerSlug: null,
    });
  });

  test("two organisations of one name get two slugs", async () => {
    const operator = await anOperator();
    const [one, two] = [
      await aWaitingOne({ name: "Balai Kembar" }),
      await aWaitingOne({ name: "Balai Kembar" }),
    ];
    await decide(operator, one, "approve");
    await decide(operator, two, "approve");
    expect([(await rowOf(one)).ownerSlug, (await rowOf(two)).ownerSlug]).toEqual([
      "balai-kembar",
      "balai-kembar-2",
    ]);
  });

  test("who is turned down gets the reason, no account, and may ask again", async () => {
    const content = anApplication();
    const id = (await send(content)) ?? "";
    await prove(id);
    const reason = "Nomor legalitas tidak ditemukan.";
    expect(await decide(await anOperator(), id, "refuse", reason)).toEqual({ ok: true, value: null });
    expect(await rowOf(id)).toMatchObject({ status: "refused", reason, ownerSlug: null });
    expect(await database().account.findUnique({ where: { email: content.email } })).toBeNull();
    const again = (await send(content, addSeconds(now, 60))) ?? "";
    expect(await prove(again, addSeconds(now, 90))).toEqual({ ok: true, value: null });
  });

  test("a decision is made once, also by two operators at once", async () => {
    const id = await aWaitingOne();
    const [one, two] = [await anOperator(), await anOperator()];
    const results = await Promise.all([decide(one, id, "approve"), decide(two, id, "refuse")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, refusal: { code: "application-decided" } });
  });

  test("what nobody confirmed, and what does not exist, cannot be decided", async () => {
    const id = (await send(anApplication())) ?? "";
    const unknown = { ok: false, refusal: { code: "application-unknown" } };
    expect(await decide(await anOperator(), id, "approve")).toEqual(unknown);
    expect(await decide(await anOperator(), randomUUID(), "refuse")).toEqual(unknown);
  });

  test("an address that has an account, and a number that was admitted, are told to the operator only", async () => {
    const operator = await anOperator();
    await anAccount(now, { email: "sudah-ada@example.test" });
    const taken = await aWaitingOne({ email: "sudah-ada@example.test" });
    expect(await decide(operator, taken, "approve")).toEqual({
      ok: false,
      refusal: { code: "application-contact-taken" },
    });
    expect(await rowOf(taken)).toMatchObject({ status: "waiting" });
    await decide(operator, await aWaitingOne({ legalNumber: "1234567890123" }), "approve");
    const twin = await aWaitingOne({ legalNumber: "1234567890123" });
    expect(await findDoubts(await applicationOf(twin))).toMatchObject({ sameNumber: 1 });
    expect(await decide(operator, twin, "approve")).toEqual({
      ok: false,
      refusal: { code: "application-number-admitted" },
    });
  });

  test("the database keeps what was asked and what was decided", async () => {
    const id = await aWaitingOne();
    await expect(
      database().partnerApplication.update({ where: { id }, data: { legalNumber: "LAIN-12345" } }),
    ).rejects.toThrow(/does not change/);
    await decide(await anOperator(), id, "refuse");
    await expect(
      database().partnerApplication.update({ where: { id }, data: { reason: "Alasan lain sama sekali." } }),
    ).rejects.toThrow(/does not change/);
  });
});

test("what nobody confirmed is forgotten after a week, and nothing else", async () => {
  const old = (await send(anApplication(), addSeconds(now, -8 * 24 * HOUR))) ?? "";
  const young = (await send(anApplication())) ?? "";
  const waiting = await aWaitingOne();
  expect(await forgetApplicationsDue(now)).toBeGreaterThanOrEqual(1);
  const left = await database().partnerApplication.findMany({ where: { id: { in: [old, young, waiting] } } });
  expect(left.map(({ id }) => id).toSorted()).toEqual([young, waiting].toSorted());
});
