import { beforeAll, describe, expect, test } from "vitest";
import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import { countOwnData, findOwnData, sources } from "#features/personal-data/queries/own-data.ts";
import type { ExportedData } from "#features/personal-data/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { recipients } from "../../support/people.ts";
import { now, somebodyKnown, tablesAboutPeople } from "./people.ts";

let sari: ParticipantId;
let data: ExportedData;

beforeAll(async () => {
  await recipients(now, 1, 700);
  sari = await somebodyKnown();
  data = await findOwnData(sari);
});

/** Where something about a person is that no copy holds, and why. */
const notHandedOut = {
  account_erasure: "nobody is left to ask",
  bulk_row: "which row of a list, and nothing of the person",
  code_guard: "counts of failures that protect the account",
  email_token: "links that open the account",
  office_region: "staff",
  ledger_head_letter: "auditors",
  ledger_account_day: "sums of partners",
  partner_application: "of an organisation",
  passkey_challenge: "lives five minutes",
  recovery_code: "opens the account",
  watch_clock: "the last seconds of viewing",
};

describe("the copy of one's own data", () => {
  test("has the registration in plain words", () => {
    const [registration] = data.registration ?? [];
    expect(registration).toMatchObject({
      nik: expect.stringMatching(/^127501\d{10}$/),
      familyCard: expect.stringMatching(/^\d{16}$/),
      fullName: "Sari Simulasi",
      motherName: "Siti Rahma",
      phone: expect.stringMatching(/^\+628/),
      address: "Jalan Melati 12",
      statements: { dataIsTrue: true },
    });
  });

  test("has the test, the answers of the registers, the letters and the devices", () => {
    expect(data.testAttempt?.[0]).toMatchObject({ passed: true });
    expect(data.testAnswer).toHaveLength(1);
    expect(data.registerAnswer?.[0]).toMatchObject({ register: "education", answer: { entry: null } });
    expect(data.notification).toHaveLength(1);
    expect(data.session?.[0]).toMatchObject({ network: "36.80.12.x" });
  });

  test("has nobody else's data, no secret and no key", () => {
    const text = JSON.stringify(data);
    for (const rows of Object.values(data))
      for (const row of rows) if (row.participantId) expect(row.participantId).toBe(sari);
    expect(text).not.toMatch(/argon2|passwordHash|Index"|Cipher"|seed"|storageKey|actorId|officerId|\\\\x/);
  });

  test("forgets no table that has people in it", async () => {
    const told = new Set([...sources.map(({ table }) => table), ...Object.keys(notHandedOut)]);
    const forgotten = (await tablesAboutPeople()).filter(({ table }) => !told.has(table));
    expect(forgotten).toEqual([]);
  });

  test("names tables that there are", async () => {
    const there = await database().$queryRaw<{ name: string }[]>`
      SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'`;
    const names = new Set(there.map(({ name }) => name));
    expect(
      [...sources.map(({ table }) => table), ...Object.keys(notHandedOut)].filter((name) => !names.has(name)),
    ).toEqual([]);
  });
});

test("the copy of a recipient has the books of their money", async () => {
  const [budi] = await recipients(now, 1, 701);
  if (!budi) throw new Error("nobody");
  const { waveId } = await database().determination.findUniqueOrThrow({ where: { participantId: budi } });
  await openBalanceReaction({ participantId: budi, waveId });
  const copy = await findOwnData(budi);
  expect(copy.determination).toHaveLength(1);
  expect(copy.ledgerAccount?.map(({ kind }) => kind)).toContain("training_balance");
  expect(copy.ledgerEntry?.map(({ amount }) => amount)).toContain(1_000_000);
  expect(copy.recipientCard?.[0]).not.toHaveProperty("number");
});

test("the page tells how much there is", async () => {
  expect(await countOwnData(sari)).toEqual({
    tests: 1,
    waves: 0,
    purchases: 0,
    certificates: 0,
    incentives: 0,
    surveys: 0,
    notifications: 1,
    reads: 0,
  });
});
