import { randomBytes, randomUUID } from "node:crypto";
import { schemeParameters } from "#features/waves/schema.ts";
import { RULE_VERSION } from "#features/waves/types.ts";
import { addDays, addSeconds, type Day, dayInWib, deadlineAfter, startOfDay } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { hashPassword } from "#platform/web/password.ts";
import { familyCardOf, nikOf } from "./numbers.ts";
import { publishWaveOf } from "./published-wave.ts";

// Rows of people who are somewhere on the way, for the demo cast and for tests. They hold the database's invariants.

export const DEMO_PASSWORD = "prakerja-2026";
export const MOTHER = "Siti Rahma";
let passwordHash: Promise<string> | undefined;
const DAY = 86_400;

export type Person = {
  readonly name: string;
  readonly email: string;
  readonly serial: string;
  readonly gender: "female" | "male";
  readonly birth: Day;
  /** The last four digits of the family card; equal ones share a card. */
  readonly familySerial?: string;
};

export async function insertAccount(
  account: { readonly email: string; readonly name: string },
  options: {
    readonly now: Date;
    readonly role?:
      | "participant"
      | "administrator"
      | "officer"
      | "provider"
      | "platform"
      | "auditor"
      | "witness";
    readonly providerSlug?: string;
    readonly platformSlug?: string;
    readonly isVerified?: boolean;
  },
): Promise<ParticipantId> {
  passwordHash ??= hashPassword(DEMO_PASSWORD);
  const id = randomUUID();
  await database().account.create({
    data: {
      id,
      email: account.email,
      displayName: account.name,
      passwordHash: await passwordHash,
      role: options.role ?? "participant",
      providerSlug: options.providerSlug,
      platformSlug: options.platformSlug,
      emailVerifiedAt: options.isVerified === false ? null : options.now,
      createdAt: options.now,
    },
  });
  return id as ParticipantId;
}

/** The authenticator's secret of every member of the demo staff; in demo mode the sign-in shows its code. */
export const DEMO_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** An authenticator that was set up, and its recovery codes are kept. */
export async function insertSecondFactor(accountId: string, now: Date): Promise<void> {
  const batch = randomUUID();
  await database().secondFactor.create({
    data: {
      accountId,
      secretCipher: encryptField(DEMO_SECRET),
      confirmedAt: now,
      recoveryBatch: batch,
      recoveryMadeAt: now,
      recoveryKeptAt: now,
      codes: { create: Array.from({ length: 10 }, (_, number) => ({ batch, number })) },
    },
  });
}

/** Someone who filled in and submitted everything. */
export async function insertRegistration(
  participantId: ParticipantId,
  person: Person,
  now: Date,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const nik = nikOf(person);
  const familyCard = familyCardOf(person);
  const phone = `+62812${nik.slice(-8)}`;
  await database().registration.create({
    data: {
      participantId,
      step: "submitted",
      nikCipher: encryptField(nik),
      nikIndex: blindIndex("nik", nik),
      familyCardCipher: encryptField(familyCard),
      familyCardIndex: blindIndex("family-card", familyCard),
      birthDate: new Date(`${person.birth}T00:00:00Z`),
      fullName: person.name,
      gender: person.gender,
      birthPlace: "Binjai",
      motherNameCipher: encryptField(MOTHER),
      phoneCipher: encryptField(phone),
      phoneIndex: blindIndex("phone", phone),
      addressCipher: encryptField("Jalan Melati 12"),
      provinceCode: "12",
      regencyCode: "12.75",
      districtCode: "12.75.01",
      villageCode: "12.75.01.1001",
      education: "senior-high",
      maritalStatus: "single",
      dependants: 1,
      employment: "unemployed",
      disability: "none",
      wantedCategory: "digital",
      reason: "Saya ingin menambah keterampilan agar lebih mudah mendapat pekerjaan.",
      statements: {
        version: 1,
        employment: "unemployed",
        excludedOccupation: false,
        inEducation: false,
        otherAid: false,
        dataIsTrue: true,
      },
      startedAt: now,
      submittedAt: now,
      updatedAt: now,
      ...changes,
    },
  });
}

export async function insertVerified(participantId: ParticipantId, now: Date): Promise<void> {
  await database().verification.create({
    data: { participantId, status: "verified", attempts: 1, requestedAt: now, checkedAt: now, answer: {} },
  });
}

export async function insertPassedTest(participantId: ParticipantId, now: Date): Promise<void> {
  await database().testAttempt.create({
    data: {
      id: randomUUID(),
      participantId,
      schemeCode: "A",
      seed: new Uint8Array(randomBytes(32)),
      startedAt: now,
      endsAt: addSeconds(now, 1_500),
      submittedAt: addSeconds(now, 900),
      submittedBy: "participant",
      score: { numeracy: 86, ordering: 75, reading: 100, knowledge: 86, motivation: 90, complete: true },
      passed: true,
    },
  });
}

/** A wave that is open now; take it further with `publishWave`. */
export async function insertWave(number: number, quota: number, opensAt: Date): Promise<string> {
  const id = randomUUID();
  const { parameters } = await database().scheme.findUniqueOrThrow({ where: { code: "A" } });
  await database().wave.create({
    data: {
      id,
      number,
      schemeCode: "A",
      parameters: schemeParameters.parse(parameters),
      ruleVersion: RULE_VERSION,
      opensAt,
      closesAt: addSeconds(opensAt, 14 * DAY),
      quota,
      status: "open",
      openedAt: opensAt,
      createdAt: opensAt,
    },
  });
  return id;
}

export async function insertEntry(participantId: ParticipantId, waveId: string, now: Date): Promise<void> {
  await database().waveEntry.create({ data: { participantId, waveId, joinedAt: now } });
}

/** Closes, draws and publishes a wave in which these people were selected, and nobody else. */
export async function publishWave(
  waveId: string,
  selected: readonly ParticipantId[],
  by: string,
  now: Date,
): Promise<void> {
  const second = await findOrInsertStaff("administrator", by, now);
  const witness = await findOrInsertStaff("witness", by, now);
  await publishWaveOf({ waveId, selected, operator: by as AccountId, secondOperator: second, witness, now });
}

async function findOrInsertStaff(
  role: "administrator" | "witness",
  except: string,
  now: Date,
): Promise<AccountId> {
  const account = await database().account.findFirst({
    where: { role, id: { not: except } },
    select: { id: true },
  });
  const email = `${role}-${randomUUID().slice(0, 8)}@contoh.test`;
  return (account?.id ??
    (await insertAccount({ email, name: "Petugas" }, { now, role }))) as string as AccountId;
}

/** A training that was bought, redeemed and, if asked, completed and reviewed. */
export async function insertPurchase(
  participantId: ParticipantId,
  courseSlug: string,
  now: Date,
  status: "bought" | "redeemed" | "finished" = "redeemed",
): Promise<{
  readonly purchaseId: string;
  readonly courseId: string;
  readonly price: bigint;
  readonly commission: bigint;
  readonly providerSlug: string;
  readonly platformSlug: string;
}> {
  const course = await database().course.findUniqueOrThrow({
    where: { slug: courseSlug },
    include: { platform: true },
  });
  const schedule = await database().courseSchedule.findFirstOrThrow({ where: { courseId: course.id } });
  const purchaseId = randomUUID();
  const { price, providerSlug, platformSlug } = course;
  const commission = (price * BigInt(course.platform.commissionPercent)) / 100n;
  await database().courseSchedule.update({
    where: { id: schedule.id },
    data: { seatsTaken: { increment: 1 } },
  });
  await database().purchase.create({
    data: {
      ...{ id: purchaseId, participantId, status, price, commission, providerSlug, platformSlug },
      courseId: course.id,
      courseVersion: course.version,
      scheduleId: schedule.id,
      invoiceCode: `INV-${randomBytes(6).toString("hex").toUpperCase()}`,
      transactionCode: `TRX-${randomBytes(6).toString("hex").toUpperCase()}`,
      redeemFrom: now,
      redeemCode: randomBytes(5).toString("hex").toUpperCase(),
      purchasedAt: now,
      redeemBy: deadlineAfter(now, 15),
      cancelBy: deadlineAfter(now, 4),
      finishBy: deadlineAfter(now, 60),
      redeemedAt: status === "bought" ? null : now,
      finishedAt: status === "finished" ? now : null,
    },
  });
  return { purchaseId, courseId: course.id, price, commission, providerSlug, platformSlug };
}

/** The three parts before the card, opened and answered. */
export async function insertInduction(participantId: ParticipantId, now: Date): Promise<void> {
  await database().induction.createMany({
    data: [1, 2, 3].map((part) => ({ participantId, part, openedAt: now, doneAt: now })),
  });
}

/** Days before a moment, at ten in the morning WIB. */
export function daysBefore(now: Date, days: number): Date {
  return addSeconds(startOfDay(addDays(dayInWib(now), -days)), 10 * 3_600);
}
