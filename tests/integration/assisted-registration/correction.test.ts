import { beforeAll, describe, expect, test } from "vitest";
import { type StaffActor, visitor } from "#authorization/actor.ts";
import { findAddressee } from "#features/account/queries.ts";
import { correctInput } from "#features/assisted-registration/actions/assist-input.ts";
import { viewAssistedForm } from "#features/assisted-registration/queries/form.ts";
import { viewAssistedCase } from "#features/assisted-registration/queries.ts";
import { correctForPerson } from "#features/assisted-registration/use-cases/correct-for-person.ts";
import { issueTakeOverCode } from "#features/assisted-registration/use-cases/issue-take-over-code.ts";
import { submitAssisted } from "#features/assisted-registration/use-cases/submit-assisted.ts";
import { takeOverRegistration } from "#features/assisted-registration/use-cases/take-over-registration.ts";
import { findRegistrationSummary } from "#features/registration/queries.ts";
import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { addPhotos, anOfficer, as, assisted, now, typed } from "./office.ts";

let officer: StaffActor;

beforeAll(async () => {
  officer = await anOfficer();
});

type Fields = Readonly<Record<string, string>>;

async function correct(who: StaffActor, participantId: ParticipantId, fields: Fields) {
  const input = await correctInput.parseAsync({ ...fields, participantId });
  return as(who, (work) => correctForPerson(work, input));
}

/** Takes the account over by the code that was made last. */
async function takeOver(id: ParticipantId, nik: string, codeId: string) {
  const claim = {
    nik,
    birthDate: "2000-05-17" as Day,
    code: digitsOf(codeId),
    phone: `+62813${nik.slice(-4)}66`,
  };
  const whole = { ...claim, password: "kopi-tubruk-di-pagi-hari" };
  const result = await inOneTransaction(visitor, (work) => takeOverRegistration(work, whole), { now });
  return { result, account: await database().account.findUniqueOrThrow({ where: { id } }) };
}

const issue = async (participantId: ParticipantId, channel: "sms" | "paper") => {
  const issued = await as(officer, (work) => issueTakeOverCode(work, { participantId, channel }));
  if (!issued.ok) throw new Error(issued.refusal.code);
  return issued.value.codeId;
};

describe("where the person lives", () => {
  test("is taken when it is not the address of the KTP, and left out when it is", async () => {
    const domicile = { domicileVillage: "12.75.02.1002", domicileAddress: "Jalan Mawar 9" };
    const id = await assisted(officer, typed(domicile));
    expect((await findRegistrationSummary(id)).domicile).toEqual({
      villageCode: "12.75.02.1002",
      address: "Jalan Mawar 9",
    });
    const home = await assisted(officer, typed({ domicileVillage: "", domicileAddress: "" }));
    expect((await findRegistrationSummary(home)).domicile).toBeNull();
  });

  test.each([
    ["a village without an address", { domicileVillage: "12.75.02.1002" }, "domicileAddress"],
    ["an address without a village", { domicileAddress: "Jalan Mawar 9" }, "domicileVillage"],
  ])("%s is sent back at the field that lacks", async (_, half, field) => {
    const whole = { domicileVillage: "", domicileAddress: "", ...half };
    const id = await assisted(officer);
    const input = await correctInput.safeParseAsync({ ...typed(whole), participantId: id });
    expect(input.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});

describe("an officer mends what was typed", () => {
  test("sees it as it was typed, and every look is written down", async () => {
    const fields = typed({
      phone: "081255550001",
      domicileVillage: "12.75.02.1002",
      domicileAddress: "Jalan Mawar 9",
    });
    const id = await assisted(officer, fields);
    const form = await viewAssistedForm(officer, id);
    const { consentVersion, consentMethod, consentGiven, dataIsTrue, ...written } = fields;
    expect(form?.values).toEqual({ ...written, phone: "+6281255550001" });
    expect(form?.livesElsewhere).toBeNull();
    const look = await database().personalDataRead.findFirstOrThrow({ where: { participantId: id } });
    expect(look).toMatchObject({
      actorId: officer.accountId,
      purpose: "office-assistance",
      data: expect.arrayContaining(["nik", "family-card", "mother-name", "address"]),
    });
  });

  test("account and registration change together; the consent stays, and it is on record", async () => {
    const fields = typed({ phone: "081255550002", email: "salah@example.test" });
    const id = await assisted(officer, fields);
    const mended = {
      ...fields,
      fullName: "Sari Benar",
      phone: "",
      email: "benar@example.test",
      reason: "Saya ingin membuka usaha jahit.",
    };
    expect(await correct(officer, id, mended)).toEqual(ok(null));
    expect(await findRegistrationSummary(id)).toMatchObject({
      fullName: "Sari Benar",
      phone: null,
      reason: "Saya ingin membuka usaha jahit.",
      step: "photo",
    });
    expect(await findAddressee(id)).toMatchObject({ displayName: "Sari Benar", email: "benar@example.test" });
    const row = await database().assistedRegistration.findUniqueOrThrow({ where: { participantId: id } });
    expect(row).toMatchObject({ consentMethod: "signed_paper", consentAt: now });
    const records = await database().auditEvent.findMany({ where: { subject: `participant:${id}` } });
    expect(records.map(({ action }) => action)).toEqual([
      "registration-assisted",
      "assisted-registration-corrected",
    ]);
    expect(JSON.stringify(records)).not.toContain("benar@example.test");
  });

  test("with both photos there, which stay, and the registration can be sent at once", async () => {
    const fields = typed();
    const id = await assisted(officer, fields);
    await addPhotos(officer, id);
    expect(await correct(officer, id, { ...fields, motherName: "Siti Aminah" })).toEqual(ok(null));
    const photos = { id_card: true, selfie: true };
    expect(await viewAssistedCase(officer, id)).toMatchObject({ status: "draft", photos });
    expect(await as(officer, (work) => submitAssisted(work, { participantId: id }))).toEqual(ok(null));
    expect((await findRegistrationSummary(id)).motherName).toBe("Siti Aminah");
  });

  test.each([
    ["another region's village", { villageCode: "12.71.01.1001" }, "assist-other-region"],
    ["a birth date that the NIK does not say", { "birthDate-day": "18" }, "nik-birth-date-differs"],
    ["an excluded occupation", { excludedOccupation: "yes" }, "registration-excluded-occupation"],
  ])("by the rules of the first time: %s is refused and nothing changes", async (_, changes, code) => {
    const fields = typed();
    const id = await assisted(officer, fields);
    const refused = await correct(officer, id, { ...fields, fullName: "Orang Lain", ...changes });
    expect(refused).toMatchObject({ ok: false, refusal: { code } });
    expect(await findAddressee(id)).toMatchObject({ displayName: "Sari Simulasi" });
  });

  test("a NIK or a contact of somebody else is refused without saying whose", async () => {
    const [mine, theirs] = [typed(), typed({ phone: "081255550003" })];
    const id = await assisted(officer, mine);
    await assisted(officer, theirs);
    const nik = await correct(officer, id, { ...mine, nik: theirs.nik ?? "" });
    expect(nik).toEqual(refuse({ code: "nik-registered" }));
    const phone = await correct(officer, id, { ...mine, phone: "081255550003" });
    expect(phone).toEqual(refuse({ code: "account-contact-taken" }));
  });

  test("until it is sent", async () => {
    const fields = typed();
    const id = await assisted(officer, fields);
    await addPhotos(officer, id);
    await as(officer, (work) => submitAssisted(work, { participantId: id }));
    expect(await correct(officer, id, fields)).toEqual(refuse({ code: "assist-closed" }));
    expect(await viewAssistedForm(officer, id)).toBeNull();
  });

  test("until the person has taken it over", async () => {
    const fields = typed();
    const id = await assisted(officer, fields);
    const { result } = await takeOver(id, fields.nik ?? "", await issue(id, "paper"));
    expect(result).toEqual(ok(null));
    expect(await correct(officer, id, fields)).toEqual(refuse({ code: "assist-closed" }));
    expect(await viewAssistedForm(officer, id)).toBeNull();
  });

  test("of their own region only", async () => {
    const neighbour = await anOfficer("12.71");
    const fields = typed();
    const id = await assisted(officer, fields);
    expect(await correct(neighbour, id, fields)).toEqual(refuse({ code: "assist-unknown" }));
    expect(await viewAssistedForm(neighbour, id)).toBeNull();
    expect(await viewAssistedForm(officer, "bukan-nomor")).toBeNull();
  });

  test("while somebody sends it: either the sending or the correction comes first, and both are whole", async () => {
    const fields = typed();
    const id = await assisted(officer, fields);
    await addPhotos(officer, id);
    const [corrected, sent] = await Promise.all([
      correct(officer, id, { ...fields, motherName: "Siti Aminah" }),
      as(officer, (work) => submitAssisted(work, { participantId: id })),
    ]);
    expect(sent).toEqual(ok(null));
    const { motherName, step } = await findRegistrationSummary(id);
    expect({ motherName, step }).toEqual({
      motherName: corrected.ok ? "Siti Aminah" : "Siti Rahma",
      step: "submitted",
    });
  });

  test("a code that went to the wrong number takes nothing over; one on paper still does", async () => {
    const fields = typed({ phone: "081255550004" });
    const id = await assisted(officer, fields);
    const codeId = await issue(id, "sms");
    await correct(officer, id, { ...fields, phone: "081255550005" });
    const wrong = await takeOver(id, fields.nik ?? "", codeId);
    expect(wrong.result).toEqual(refuse({ code: "take-over-no-match" }));
    expect(wrong.account.passwordHash).toBeNull();

    const other = typed({ phone: "081255550006" });
    const helped = await assisted(officer, other);
    const paper = await issue(helped, "paper");
    await correct(officer, helped, { ...other, phone: "" });
    expect((await takeOver(helped, other.nik ?? "", paper)).result).toEqual(ok(null));
  });
});
