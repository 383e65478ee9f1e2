import { system } from "#authorization/actor.ts";
import { addDays, dayInWib, startOfDay } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { digits, readableCode } from "#kernel/random.ts";
import { ok } from "#kernel/result.ts";
import { committedOf } from "#ledger/funds.ts";
import { post } from "#ledger/post.ts";
import type { AccountName } from "#ledger/types.ts";
import { realChance } from "#platform/db/chance.ts";
import { database } from "#platform/db/client.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertDoubt, insertRefused } from "./cast-checks.ts";
import { type CastName, castNames, castPerson } from "./cast-people.ts";
import { insertPhotos } from "./cast-photos.ts";
import { nikOf } from "./numbers.ts";
import { seedPartnerClients } from "./partners.ts";
import {
  daysBefore,
  insertAccount,
  insertEntry,
  insertInduction,
  insertPassedTest,
  insertPurchase,
  insertRegistration,
  insertSecondFactor,
  insertVerified,
  insertWave,
  type Person,
  publishWave,
} from "./people.ts";

// One named, invented person waiting at every stage (prisma/seed/cast.md tells people who they are).

const COURSE = "menulis-cv-dan-wawancara";
const BALANCE = 1_000_000n;

export async function seedCast(): Promise<void> {
  if (await database().account.findUnique({ where: { email: "admin@contoh.test" } })) return;
  const now = await programmeNow();
  const administrator = await insertStaff(now);
  await seedPartnerClients(now);
  const ids = await insertPeople(now);
  const first = await insertWave(1, 6, daysBefore(now, 45));
  const winners = (["Gita", "Hadi", "Indah", "Joko", "Kartika"] as const).map((name) => ids[name]);
  for (const id of [...winners, ids.Lina, ids.Fajar]) await insertEntry(id, first, daysBefore(now, 40));
  await publishWave(first, [...winners, ids.Lina], administrator, daysBefore(now, 20));
  const second = await insertWave(2, 50, daysBefore(now, 2));
  await insertEntry(ids.Eko, second, daysBefore(now, 1));

  for (const id of [...winners, ids.Lina]) await openBalance(id, daysBefore(now, 20));
  await buy(ids.Hadi, now, "redeemed");
  await complete(ids.Indah, await buy(ids.Indah, now, "redeemed"), now);
  for (const name of ["Joko", "Kartika"] as const) {
    const bought = await buy(ids[name], now, "redeemed");
    await complete(ids[name], bought, now);
    await review(ids[name], bought, castPerson(name), now);
  }
  await linkAccount(ids.Kartika, castPerson("Kartika"), now);
  await revoke(ids.Lina, now);
}

async function insertStaff(now: Date): Promise<string> {
  const [provider] = await database().provider.findMany({ orderBy: { slug: "asc" }, take: 1 });
  const officer = await insertOne("dinas", "Petugas Dinas", { now, role: "officer" });
  await database().officeRegion.create({ data: { accountId: officer, regencyCode: "12.75" } });
  await insertOne("auditor", "Auditor", { now, role: "auditor" });
  await insertOne("saksi", "Saksi Pengundian", { now, role: "witness" });
  await insertOne("lembaga", "Petugas Lembaga", { now, role: "provider", providerSlug: provider?.slug });
  const { platformSlug } = await database().course.findUniqueOrThrow({ where: { slug: COURSE } });
  await insertOne("platform", "Petugas Platform", { now, role: "platform", platformSlug });
  await insertOne("admin2", "Petugas Dua", { now, role: "administrator" });
  return insertOne("admin", "Manajemen Pelaksana", { now, role: "administrator" });
}

/** A member of the staff, whose second step is set up. */
async function insertOne(
  word: string,
  name: string,
  options: Parameters<typeof insertAccount>[1],
): Promise<string> {
  const id = await insertAccount({ email: `${word}@contoh.test`, name }, options);
  await insertSecondFactor(id, options.now);
  return id;
}

async function insertPeople(now: Date): Promise<Record<CastName, ParticipantId>> {
  const ids: Partial<Record<CastName, ParticipantId>> = {};
  for (const name of castNames) {
    const who = castPerson(name);
    const id = await insertAccount(who, { now: daysBefore(now, 50) });
    ids[name] = id;
    if (name === "Ani") continue;
    const changes = name === "Budi" ? { step: "photo", submittedAt: null, statements: undefined } : {};
    const sentAt = daysBefore(now, isDoubted(name) ? 1 : 49);
    await insertRegistration(id, who, sentAt, changes);
    if (name === "Budi") continue;
    if (isDoubted(name)) {
      await insertDoubtfulCheck(id, name, sentAt);
      continue;
    }
    await insertVerified(id, daysBefore(now, 48));
    if (name !== "Citra") await insertPassedTest(id, daysBefore(now, 47));
  }
  return ids as Record<CastName, ParticipantId>;
}

/** Those whose data the registers did not simply agree with, yesterday. */
function isDoubted(name: CastName): name is "Maya" | "Nanang" {
  return name === "Maya" || name === "Nanang";
}

async function insertDoubtfulCheck(id: ParticipantId, name: "Maya" | "Nanang", now: Date): Promise<void> {
  const who = castPerson(name);
  if (name === "Nanang") return insertRefused(id, who, now);
  await insertPhotos(id, { nik: nikOf(who), name: "MAJA SIMULASI", birth: who.birth }, now);
  await insertDoubt(id, who, now);
}

async function openBalance(id: ParticipantId, now: Date): Promise<void> {
  const number = digits(realChance, 16);
  await database().recipientCard.create({
    data: {
      participantId: id,
      numberCipher: encryptField(number),
      numberIndex: blindIndex("card", number),
      issuedAt: now,
    },
  });
  await insertInduction(id, now);
  await database().membership.create({ data: { participantId: id, status: "active", since: now } });
  await transfer(`training-balance:${id}`, "training-balance", now, [
    { account: await promisedTo(id), amount: -BALANCE },
    { account: { kind: "training_balance", owner: id }, amount: BALANCE },
  ]);
}

type Bought = Awaited<ReturnType<typeof insertPurchase>>;

async function buy(id: ParticipantId, now: Date, status: "redeemed"): Promise<Bought> {
  const at = daysBefore(now, 10);
  const bought = await insertPurchase(id, COURSE, at, status);
  await transfer(`purchase:${bought.purchaseId}`, "purchase", at, [
    { account: { kind: "training_balance", owner: id }, amount: -bought.price },
    {
      account: { kind: "provider_payable", owner: bought.providerSlug },
      amount: bought.price - bought.commission,
    },
    { account: { kind: "platform_commission", owner: bought.platformSlug }, amount: bought.commission },
  ]);
  return bought;
}

async function complete(
  participantId: ParticipantId,
  { purchaseId, courseId }: Bought,
  now: Date,
): Promise<void> {
  const at = daysBefore(now, 5);
  const lessons = await database().lesson.findMany({
    where: { courseId },
    select: { id: true, seconds: true },
  });
  for (const lesson of lessons) {
    await database().$executeRaw`
      INSERT INTO watch_progress (participant_id, lesson_id, seen, frontier, opened_at, updated_at, checkpoint_passed_at, completed_at, completed_by)
      VALUES (${participantId}::uuid, ${lesson.id}::uuid, int4multirange(int4range(0, ${lesson.seconds})), ${lesson.seconds}, ${at}, ${at}, ${at}, ${at}, 'video')`;
  }
  await database().trainingCompletion.create({
    data: { participantId, courseId, purchaseId, quizScore: 80, completedAt: at },
  });
}

async function review(
  participantId: ParticipantId,
  { purchaseId, courseId }: Bought,
  who: Person,
  now: Date,
): Promise<void> {
  const at = daysBefore(now, 4);
  await database().purchase.update({
    where: { id: purchaseId },
    data: { status: "finished", finishedAt: at },
  });
  await database().review.create({
    data: {
      ...{ participantId, courseId, purchaseId },
      stars: who.gender === "female" ? 5 : 4,
      text: "Penjelasannya singkat dan contohnya langsung bisa saya pakai untuk melamar kerja.",
      createdAt: at,
    },
  });
  const stars = who.gender === "female" ? 5 : 4;
  await database().courseRating.upsert({
    where: { courseId },
    create: { courseId, reviews: 1, stars },
    update: { reviews: { increment: 1 }, stars: { increment: stars } },
  });
  const course = await database().course.findUniqueOrThrow({
    where: { id: courseId },
    include: { provider: true },
  });
  const [serial] = await database().$queryRaw<
    [{ next: bigint }]
  >`SELECT nextval('certificate_serial') AS next`;
  const certificateId = await id(at);
  await database().certificate.create({
    data: {
      ...{ participantId, purchaseId },
      id: certificateId,
      number: `SIM-${dayInWib(at).slice(0, 4)}-${String(serial.next).padStart(6, "0")}`,
      code: readableCode(realChance, 12),
      holderName: who.name,
      courseTitle: course.title,
      providerName: course.provider.name,
      hours: course.hours,
      quizScore: 80,
      completedAt: daysBefore(now, 5),
      issuedAt: at,
    },
  });
  await scheduleIncentives(participantId, at);
}

/** Four monthly payments, the first on the day after the certificate. */
async function scheduleIncentives(participantId: ParticipantId, at: Date): Promise<void> {
  for (const sequence of [1, 2, 3, 4]) {
    const paymentId = await id(at);
    const scheduledFor = startOfDay(addDays(dayInWib(at), 1 + 30 * (sequence - 1)));
    await database().incentivePayment.create({
      data: {
        ...{ participantId, sequence, scheduledFor },
        id: paymentId,
        kind: "job_search",
        amount: 600_000n,
        status: "scheduled",
        createdAt: at,
      },
    });
    await transfer(`incentive:${paymentId}`, "incentive", at, [
      { account: await promisedTo(participantId), amount: -600_000n },
      { account: { kind: "incentive_payable", owner: participantId }, amount: 600_000n },
    ]);
  }
}

async function linkAccount(participantId: ParticipantId, who: Person, now: Date): Promise<void> {
  const number = "1234567890";
  await database().payoutAccount.create({
    data: {
      participantId,
      institution: "bank-nusa",
      numberCipher: encryptField(number),
      numberIndex: blindIndex("payout-account", number),
      numberTail: number.slice(-4),
      holderName: who.name,
      status: "verified",
      createdAt: now,
      checkedAt: now,
    },
  });
}

async function revoke(participantId: ParticipantId, now: Date): Promise<void> {
  await transfer(`forfeit:${participantId}`, "forfeit", now, [
    { account: { kind: "training_balance", owner: participantId }, amount: -BALANCE },
    { account: { kind: "forfeited", owner: "" }, amount: BALANCE },
  ]);
  await database().membership.update({
    where: { participantId },
    data: { status: "revoked", endedAt: now, reason: "membership-first-training-not-bought" },
  });
  await database().account.update({
    where: { id: participantId },
    data: { lockedAt: now, sessionVersion: { increment: 1 } },
  });
}

type Lines = Parameters<typeof post>[1]["lines"];

/** What the wave of this recipient promised. */
async function promisedTo(participantId: ParticipantId): Promise<AccountName> {
  const { waveId } = await database().determination.findUniqueOrThrow({ where: { participantId } });
  return committedOf(waveId);
}

async function transfer(key: string, kind: string, now: Date, lines: Lines): Promise<void> {
  const promised = lines.find(({ account }) => account.kind === "wave_committed");
  const order = { key, kind, lines, ...(promised ? { waveId: promised.account.owner } : {}) };
  const result = await inOneTransaction(system, (work) => post(work, order), { now });
  if (!result.ok) throw new Error(`${key}: ${result.refusal.code}`);
}

async function id(now: Date): Promise<string> {
  const made = await inOneTransaction(system, async (work) => ok(work.newId()), { now });
  if (!made.ok) throw new Error("no id");
  return made.value;
}
