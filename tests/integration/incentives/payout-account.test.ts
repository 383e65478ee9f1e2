import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findPayoutAccount } from "#features/incentives/queries.ts";
import {
  checkPayoutAccountReaction,
  checkPayoutAccountsDue,
} from "#features/incentives/use-cases/check-payout-account.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { announced } from "../../support/events.ts";
import { aVerifiedApplicant } from "../../support/people.ts";
import { type Bank, startBank } from "./bank.ts";
import { aMember, aNumber, insertVerifiedAccount, link, linkAndCheck, members, owe } from "./members.ts";

const now = new Date("2026-11-24T03:00:00Z");
let bank: Bank;
let sari: ParticipantId;

beforeAll(async () => {
  bank = await startBank();
  process.env.BANK_URL = bank.url;
});
afterAll(() => bank.stop());
beforeEach(async () => {
  await bank.fault({ mode: "none" });
  sari = await aMember(now);
});

describe("linking", () => {
  test("the account is kept encrypted, shown by its last digits, and waits for its check", async () => {
    const number = aNumber();
    expect((await link(sari, number, now)).ok).toBe(true);
    expect(await findPayoutAccount(sari)).toEqual({
      institution: "bank-nusa",
      numberTail: number.slice(-4),
      holderName: null,
      status: "checking",
      reason: null,
      linkedAt: now,
      checkedAt: null,
    });
    const row = await database().payoutAccount.findUniqueOrThrow({ where: { participantId: sari } });
    expect(Buffer.from(row.numberCipher).toString("latin1")).not.toContain(number);
    expect(decryptField(row.numberCipher)).toBe(number);
    expect(await announced("payout-account-linked", sari)).toEqual([{ participantId: sari }]);
  });

  test("an applicant who is no recipient has nothing to link it to", async () => {
    const applicant = await aVerifiedApplicant(now);
    expect(await link(applicant, aNumber(), now)).toMatchObject({
      refusal: { code: "payout-account-not-recipient" },
    });
  });

  test("one account serves one person, also when two give it at the same moment", async () => {
    const people = await members(4, now);
    const number = aNumber();
    const results = await Promise.all(people.map((person) => link(person, number, now)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results.filter((one) => !one.ok))
      expect(result).toMatchObject({ refusal: { code: "payout-account-in-use" } });
    expect(await link(sari, number, now)).toMatchObject({ refusal: { code: "payout-account-in-use" } });
    expect(await findPayoutAccount(sari)).toBeNull();
  });

  test("the database itself refuses a second person with the same account", async () => {
    const dewi = await aMember(now);
    const number = aNumber();
    await insertVerifiedAccount(sari, number, now);
    await expect(insertVerifiedAccount(dewi, number, now)).rejects.toThrow(/unique/i);
  });

  test("a wallet carries the phone number that its holder registered with", async () => {
    const row = await database().registration.findUniqueOrThrow({ where: { participantId: sari } });
    const phone = decryptField(row.phoneCipher ?? new Uint8Array()).replace("+62", "0");
    expect(await link(sari, "081299990000", now, "dompet-awan")).toMatchObject({
      refusal: { code: "payout-account-phone-differs" },
    });
    expect((await link(sari, phone, now, "dompet-awan")).ok).toBe(true);
  });

  test("no change while the bank pays", async () => {
    await insertVerifiedAccount(sari, aNumber(), now);
    const id = await owe(sari, now);
    await database().incentivePayment.update({ where: { id }, data: { status: "processing" } });
    expect(await link(sari, aNumber(), now)).toMatchObject({
      refusal: { code: "payout-account-payment-processing" },
    });
  });
});

describe("checking", () => {
  test("the holder's own account is verified", async () => {
    await linkAndCheck(sari, aNumber(), now);
    expect(await findPayoutAccount(sari)).toMatchObject({ status: "verified", holderName: "Sari Simulasi" });
    expect(await announced("payout-account-checked", sari)).toEqual([
      { participantId: sari, status: "verified" },
    ]);
  });

  test.each([
    ["00", "payout-account-not-found"],
    ["01", "payout-account-inactive"],
    ["02", "payout-account-name-mismatch"],
  ])("a number ending in %s is refused: %s", async (ending, reason) => {
    await linkAndCheck(sari, aNumber(ending), now);
    expect(await findPayoutAccount(sari)).toMatchObject({ status: "refused", reason });
    expect(await announced("payout-account-checked", sari)).toEqual([
      { participantId: sari, status: "refused", reason },
    ]);
  });

  test("a refused account is repaired by another one", async () => {
    await linkAndCheck(sari, aNumber("01"), now);
    await linkAndCheck(sari, aNumber(), now);
    expect(await findPayoutAccount(sari)).toMatchObject({ status: "verified", reason: null });
  });

  test("a bank that is down is asked again by the queue, and the person still sees a check under way", async () => {
    await link(sari, aNumber(), now);
    await bank.fault({ mode: "error", count: 1 });
    await expect(checkPayoutAccountReaction({ participantId: sari })).rejects.toThrow("status 500");
    expect(await findPayoutAccount(sari)).toMatchObject({ status: "checking" });
    await checkPayoutAccountReaction({ participantId: sari });
    expect(await findPayoutAccount(sari)).toMatchObject({ status: "verified" });
  });

  test("an answer that nobody can read is no answer", async () => {
    await link(sari, aNumber(), now);
    await bank.fault({ mode: "wrong", count: 1 });
    await expect(checkPayoutAccountReaction({ participantId: sari })).rejects.toThrow("unreadable answer");
  });

  test("the same news twice says its verdict once", async () => {
    await link(sari, aNumber(), now);
    await Promise.all([1, 2, 3].map(() => checkPayoutAccountReaction({ participantId: sari })));
    expect(await announced("payout-account-checked", sari)).toHaveLength(1);
  });

  test("what the queue gave up is asked for by the clock", async () => {
    await database().payoutAccount.deleteMany({ where: { status: "checking" } });
    await link(sari, aNumber(), now);
    expect(await checkPayoutAccountsDue(addSeconds(now, 600))).toBe(0);
    expect(await checkPayoutAccountsDue(addSeconds(now, 1_000))).toBe(1);
    expect(await findPayoutAccount(sari)).toMatchObject({ status: "verified" });
  });
});
