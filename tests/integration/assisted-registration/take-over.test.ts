import { beforeAll, describe, expect, test } from "vitest";
import { type StaffActor, visitor } from "#authorization/actor.ts";
import { findCodeReader } from "#features/account/queries/sign-up.ts";
import { viewSlip } from "#features/assisted-registration/queries/slip.ts";
import { viewAssistedCase } from "#features/assisted-registration/queries.ts";
import { issueTakeOverCode } from "#features/assisted-registration/use-cases/issue-take-over-code.ts";
import { requestTakeOverCode } from "#features/assisted-registration/use-cases/request-take-over-code.ts";
import { takeOverRegistration } from "#features/assisted-registration/use-cases/take-over-registration.ts";
import { addSeconds, type Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { nobodysId } from "#platform/one-time-code/nobody.ts";
import { passwordMatches } from "#platform/web/password.ts";
import { addPhoto, anOfficer, as, assisted, now, typed } from "./office.ts";

const PASSWORD = "kopi-tubruk-di-pagi-hari";
const birthDate = "2000-05-17" as Day;
let officer: StaffActor;

beforeAll(async () => {
  officer = await anOfficer();
});

async function aHelpedPerson(changes: Record<string, string> = {}) {
  const fields = typed(changes);
  return { id: await assisted(officer, fields), nik: fields.nik ?? "" };
}

async function issue(participantId: ParticipantId, channel: "sms" | "email" | "paper" = "paper", at = now) {
  return as(officer, (work) => issueTakeOverCode(work, { participantId, channel }), at);
}

async function aCode(participantId: ParticipantId, channel: "sms" | "email" | "paper" = "paper", at = now) {
  const issued = await issue(participantId, channel, at);
  if (!issued.ok) throw new Error(issued.refusal.code);
  return issued.value.codeId;
}

type Claim = Parameters<typeof takeOverRegistration>[1];

function takeOver(claim: Partial<Claim> & Pick<Claim, "nik" | "code">, at = now) {
  const whole = { birthDate, password: PASSWORD, phone: `+62812${claim.nik.slice(-4)}55`, ...claim };
  return inOneTransaction(visitor, (work) => takeOverRegistration(work, whole), { now: at });
}

const ask = (nik: string, at = now) =>
  inOneTransaction(visitor, (work) => requestTakeOverCode(work, { nik, birthDate }), { now: at });
const nobody = (nik: string) => nobodysId(blindIndex("nik", nik));
const other = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
const noMatch = { code: "take-over-no-match" };

describe("a person takes over the account that an office opened", () => {
  test("with NIK, birth date and the code on paper, and chooses a password that no officer saw", async () => {
    const { id, nik } = await aHelpedPerson();
    const codeId = await aCode(id);
    expect((await takeOver({ nik, code: digitsOf(codeId) })).ok).toBe(true);
    const account = await database().account.findUniqueOrThrow({ where: { id } });
    expect(await passwordMatches(account.passwordHash, PASSWORD)).toBe(true);
    expect(account.phoneIndex).not.toBeNull();
    const row = await database().assistedRegistration.findUniqueOrThrow({ where: { participantId: id } });
    expect(row.takenOverAt).toEqual(now);
  });

  test("a month later, and not a day after that", async () => {
    const { id, nik } = await aHelpedPerson();
    const code = digitsOf(await aCode(id));
    const late = await takeOver({ nik, code }, addSeconds(now, 31 * 86_400));
    expect(late).toMatchObject({ ok: false, refusal: noMatch });
    expect((await takeOver({ nik, code }, addSeconds(now, 29 * 86_400))).ok).toBe(true);
  });

  test("once, even when two try at once", async () => {
    const { id, nik } = await aHelpedPerson();
    const code = digitsOf(await aCode(id));
    const results = await Promise.all([takeOver({ nik, code }), takeOver({ nik, code })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await takeOver({ nik, code })).toMatchObject({ ok: false, refusal: noMatch });
  });

  test("the answer is the same for an unknown NIK, a wrong birth date and a wrong code", async () => {
    const { id, nik } = await aHelpedPerson();
    const code = digitsOf(await aCode(id));
    const refusals = [
      await takeOver({ nik: "1275015705009999", code }),
      await takeOver({ nik, code, birthDate: "2000-05-18" as Day }),
      await takeOver({ nik, code: other(code) }),
    ].map((result) => (result.ok ? null : result.refusal));
    expect(refusals).toEqual([noMatch, noMatch, noMatch]);
  });

  test("the tries at an unknown NIK are counted like those at a known one, and open nothing", async () => {
    const nik = "1275015705009998";
    const holderId = nobody(nik);
    await ask(nik);
    const { id: codeId } = await database().oneTimeCode.findFirstOrThrow({ where: { holderId } });
    const code = digitsOf(codeId);
    for (let tries = 0; tries < 2; tries += 1)
      expect(await takeOver({ nik, code: other(code) })).toMatchObject({ ok: false, refusal: noMatch });
    const guard = { holderId_purpose: { holderId, purpose: "take_over" as const } };
    expect(await database().codeGuard.findUnique({ where: guard })).toMatchObject({ wrong: 2 });
    expect(await takeOver({ nik, code })).toMatchObject({ ok: false, refusal: noMatch });
  });

  test("after four wrong codes even the right one waits a day", async () => {
    const { id, nik } = await aHelpedPerson();
    const code = digitsOf(await aCode(id));
    for (let tries = 0; tries < 4; tries += 1) await takeOver({ nik, code: other(code) });
    expect(await takeOver({ nik, code })).toMatchObject({ ok: false, refusal: noMatch });
    expect((await takeOver({ nik, code }, addSeconds(now, 25 * 3_600))).ok).toBe(true);
  });

  test("without any contact the form asks for one, and the code stays good", async () => {
    const { id, nik } = await aHelpedPerson();
    const code = digitsOf(await aCode(id));
    expect(await takeOver({ nik, code, phone: undefined })).toMatchObject({
      ok: false,
      refusal: { code: "account-contact-missing" },
    });
    expect((await takeOver({ nik, code })).ok).toBe(true);
  });

  test("a contact of somebody else is refused", async () => {
    await aHelpedPerson({ email: "milik-orang@example.test" });
    const { id, nik } = await aHelpedPerson();
    const code = digitsOf(await aCode(id));
    expect(await takeOver({ nik, code, phone: undefined, email: "milik-orang@example.test" })).toMatchObject({
      ok: false,
      refusal: { code: "account-contact-taken" },
    });
  });
});

describe("the office afterwards", () => {
  test("sees the row and nothing else, and can neither add a photo nor make a code", async () => {
    const { id, nik } = await aHelpedPerson();
    await takeOver({ nik, code: digitsOf(await aCode(id)) });
    expect(await viewAssistedCase(officer, id)).toMatchObject({ status: "taken-over", isOpen: false });
    expect(await addPhoto(officer, id)).toEqual({ ok: false, refusal: { code: "assist-closed" } });
    expect(await issue(id, "paper", addSeconds(now, 120))).toEqual({
      ok: false,
      refusal: { code: "assist-closed" },
    });
  });
});

describe("the code", () => {
  test("goes to the phone that the office noted; without one there is only paper", async () => {
    const { id } = await aHelpedPerson({ phone: "081288880001" });
    await aCode(id, "sms");
    expect(await database().oneTimeCode.findFirst({ where: { holderId: id } })).toMatchObject({
      channel: "sms",
      purpose: "take_over",
    });
    const none = await aHelpedPerson();
    expect(await issue(none.id, "email")).toEqual({ ok: false, refusal: { code: "assist-no-contact" } });
  });

  test("is not made by an office of another region", async () => {
    const { id } = await aHelpedPerson();
    const neighbour = await anOfficer("12.71");
    const issued = await as(neighbour, (work) =>
      issueTakeOverCode(work, { participantId: id, channel: "paper" }),
    );
    expect(issued).toEqual({ ok: false, refusal: { code: "assist-unknown" } });
  });

  test("on paper is shown to the officer right after it was made, and never again", async () => {
    const { id } = await aHelpedPerson();
    const codeId = await aCode(id);
    expect(await viewSlip(await anOfficer("12.71"), id, codeId)).toBeNull();
    const slip = await viewSlip(officer, id, codeId);
    expect(slip).toMatchObject({ name: "Sari Simulasi", digits: digitsOf(codeId) });
    await database().oneTimeCode.update({
      where: { id: codeId },
      data: { deliveryAt: addSeconds(new Date(), -120) },
    });
    expect(await viewSlip(officer, id, codeId)).toBeNull();
    const shown = { action: "take-over-slip-shown", subject: `participant:${id}` };
    expect(await database().auditEvent.count({ where: shown })).toBe(1);
  });

  test("that is new makes the one before worthless", async () => {
    const { id, nik } = await aHelpedPerson();
    const lost = digitsOf(await aCode(id));
    const later = addSeconds(now, 120);
    const found = digitsOf(await aCode(id, "paper", later));
    expect((await takeOver({ nik, code: lost }, later)).ok).toBe(lost === found);
    expect((await takeOver({ nik, code: found }, later)).ok).toBe(true);
  });

  test("can be asked for again by the person; who asks for a stranger's learns nothing", async () => {
    const { id, nik } = await aHelpedPerson({ email: "saya@example.test" });
    const silent = await aHelpedPerson();
    const answers = [await ask(nik), await ask(silent.nik), await ask("1275015705009997")];
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: null })));
    expect(await database().oneTimeCode.count({ where: { holderId: id } })).toBe(1);
    expect(await database().oneTimeCode.count({ where: { holderId: silent.id } })).toBe(0);
  });

  test("is made with the same work for whoever is unknown or has no contact; nobody is sent that one", async () => {
    const known = await aHelpedPerson({ phone: "081266660001" });
    const silent = await aHelpedPerson();
    const unknown = "1275015705009996";
    const holders = [known.id, nobody(silent.nik), nobody(unknown)];
    // The second time within a minute nothing is made for any of them.
    for (const at of [now, addSeconds(now, 30), addSeconds(now, 61)])
      for (const nik of [known.nik, silent.nik, unknown]) await ask(nik, at);
    const rows = await Promise.all(
      holders.map(async (holderId) => ({
        codes: await database().oneTimeCode.count({ where: { holderId, channel: "sms" } }),
        guards: (await database().codeGuard.findMany({ where: { holderId } })).map(({ sends }) => sends),
      })),
    );
    expect(rows).toEqual([1, 2, 3].map(() => ({ codes: 2, guards: [2] })));
    for (const holderId of holders.slice(1))
      expect(await findCodeReader({ holderId, purpose: "take_over", destination: holderId })).toBeNull();
  });
});
