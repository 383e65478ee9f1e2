import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findAgenda } from "#features/partners/queries/agenda.ts";
import { viewClassList } from "#features/partners/queries/class-list.ts";
import { ownPartner, ownProvider } from "#features/partners/queries/own-partner.ts";
import { findHandedTasks } from "#features/partners/queries/own-tasks.ts";
import { findAttendees, findOwnSchedule, findSchedules } from "#features/partners/queries/participants.ts";
import { findProfile } from "#features/partners/queries/profile.ts";
import { findSales } from "#features/partners/queries/sales.ts";
import { findTask, findTasksToGrade } from "#features/partners/queries/tasks.ts";
import type { OwnPartner, OwnProvider } from "#features/partners/types.ts";
import { editProfile } from "#features/partners/use-cases/edit-profile.ts";
import { writeFeedback } from "#features/partners/use-cases/write-feedback.ts";
import { findReviewOfProvider, findReviewsOfProvider } from "#features/reviews/queries/of-provider.ts";
import { findReviews } from "#features/reviews/queries.ts";
import { answerReview } from "#features/reviews/use-cases/answer-review.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { recipients } from "../../support/people.ts";
import { finishTraining, review } from "../../support/trainings.ts";

const now = new Date("2026-11-24T03:00:00Z");
const COURSE = "menulis-cv-dan-wawancara";
const DAY = 24 * 3600;

const staff = (kind: "provider" | "platform", slug: string | null): StaffActor => ({
  role: kind,
  accountId: randomUUID() as AccountId,
  providerSlug: kind === "provider" ? slug : null,
  platformSlug: kind === "platform" ? slug : null,
});
const ours = staff("provider", "balai-karya-sentana");
const theirs = staff("provider", "bengkel-belajar-obeng");
const nobody = staff("provider", null);

const people: ParticipantId[] = [];
beforeAll(async () => {
  people.push(...(await recipients(now, 14, 821)));
});
/** Somebody who has bought nothing yet. */
function aBuyer(): ParticipantId {
  const person = people.pop();
  if (!person) throw new Error("everybody has bought");
  return person;
}

function providerOf(actor: StaffActor): OwnProvider {
  const provider = ownProvider(actor);
  if (!provider) throw new Error("speaks for nobody");
  return provider;
}
function partnerOf(actor: StaffActor): OwnPartner {
  const partner = ownPartner(actor);
  if (!partner) throw new Error("speaks for nobody");
  return partner;
}

test("an account speaks for the partner of its own role, and for no other", () => {
  expect(ownPartner(ours)).toEqual({ kind: "provider", slug: "balai-karya-sentana" });
  expect(ownPartner(nobody)).toBeNull();
  expect(ownProvider(staff("platform", "kelas-sagu"))).toBeNull();
  expect(ownPartner({ ...ours, role: "officer" })).toBeNull();
  expect(ownPartner({ ...ours, role: "platform" })).toBeNull();
});

describe("who comes to a schedule", () => {
  test("is known by redeem code and initials, and another provider's schedule is not found", async () => {
    const { purchaseId } = await insertPurchase(aBuyer(), COURSE, now, "redeemed");
    await database().attendance.createMany({
      data: [999, 1].map((sequence) => ({ purchaseId, sequence, verifiedAt: now, proof: "code" })),
    });
    const { scheduleId } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const { code } = await database().courseSchedule.findUniqueOrThrow({ where: { id: scheduleId } });
    const { rows } = await findAttendees(providerOf(ours), code);
    const mine = rows.find((row) => row.purchaseId === purchaseId);
    expect(mine).toMatchObject({ initials: "S. S.", status: "redeemed", attended: [1, 999] });
    expect(Object.keys(mine ?? {})).not.toContain("name");
    expect(JSON.stringify(rows)).not.toContain("Simulasi");
    expect((await findAttendees(providerOf(theirs), code)).rows).toEqual([]);
    expect(await findOwnSchedule(providerOf(theirs), code, "id")).toBeNull();
    expect(await findOwnSchedule(providerOf(ours), code, "id")).toMatchObject({ code });
    const codes = (await findSchedules(providerOf(theirs), "id", now)).map((each) => each.code);
    expect(codes).not.toContain(code);
  });
});

describe("the attendance list of a class", () => {
  /** A class of the provider's course on this day, with one buyer who came to its first part. */
  async function aClass(endsAt: Date) {
    const { purchaseId, courseId, redeemCode } = await aPurchase();
    const code = `JDW-${randomUUID().slice(0, 6).toUpperCase()}`;
    const scheduleId = randomUUID();
    const day = { startsAt: addSeconds(endsAt, -3_600), endsAt, place: "Balai Kota" };
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.course.update({ where: { id: courseId }, data: { mode: "face_to_face" } });
      await tx.courseSchedule.create({
        data: { id: scheduleId, courseId, code, seats: 20, seatsTaken: 1, createdAt: now, ...day },
      });
      await tx.purchase.update({ where: { id: purchaseId }, data: { scheduleId } });
    });
    await database().attendance.create({ data: { purchaseId, sequence: 1, verifiedAt: now, proof: "code" } });
    return { code, redeemCode, courseId };
  }
  async function aPurchase() {
    const participantId = aBuyer();
    const { purchaseId, courseId } = await insertPurchase(participantId, COURSE, now, "redeemed");
    const { redeemCode } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    return { purchaseId, courseId, redeemCode, participantId };
  }
  const selfPaced = (id: string) => database().course.update({ where: { id }, data: { mode: "self_paced" } });

  test("names its people for the own provider, and each of them can read that it was looked at", async () => {
    const { code, redeemCode, courseId } = await aClass(addSeconds(new Date(), 3 * DAY));
    const members = (await viewClassList(ours, code, "id"))?.members;
    expect(members).toMatchObject([{ name: expect.stringContaining("Simulasi"), redeemCode, attended: [1] }]);
    const reads = await database().personalDataRead.findMany({
      where: { participantId: members?.[0]?.participantId ?? "", purpose: "class-attendance" },
    });
    expect(reads).toMatchObject([{ actorId: ours.accountId, actorRole: "provider", data: ["name"] }]);
    expect(await viewClassList(theirs, code, "id")).toBeNull();
    expect(await viewClassList(nobody, code, "id")).toBeNull();
    await selfPaced(courseId);
    expect(await viewClassList(ours, code, "id")).toBeNull();
  });

  test("is closed two weeks after the class", async () => {
    const { code, courseId } = await aClass(addSeconds(new Date(), -16 * DAY));
    expect(await viewClassList(ours, code, "id")).toBeNull();
    await selfPaced(courseId);
  });
});

describe("tasks to grade", () => {
  async function aTask(at = now) {
    const { purchaseId } = await insertPurchase(aBuyer(), COURSE, now, "redeemed");
    const { redeemCode } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const hand = async (when: Date) => {
      const row = { id: randomUUID(), redeemCode, purchaseId, scope: "tpm", sequence: 1 };
      await database().taskRecord.create({
        data: {
          ...row,
          part: "assignment",
          urlFile: "https://lp.example/a.pdf",
          status: 2,
          submittedAt: when,
        },
      });
      return row.id;
    };
    return { id: await hand(at), redeemCode, purchaseId, hand };
  }
  const answer = (who: StaffActor, taskId: string, at = now) =>
    inOneTransaction(who, (work) => writeFeedback(work, { taskId, notes: "Rapi, lanjutkan latihannya." }), {
      now: addSeconds(at, 60),
    });
  const waiting = async (who: StaffActor) =>
    (await findTasksToGrade(providerOf(who), "id")).rows.map(({ id }) => id);

  test("the participant reads where each task is, and what the trainer wrote about the latest", async () => {
    const { id, purchaseId, hand } = await aTask();
    const { participantId } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const handed = () => findHandedTasks(participantId as ParticipantId, COURSE);
    expect(await handed()).toMatchObject([{ id, sequence: 1, state: "taken", feedbackAt: null }]);
    await answer(ours, id);
    expect(await handed()).toMatchObject([
      { id, feedback: "Rapi, lanjutkan latihannya.", feedbackAt: addSeconds(now, 60) },
    ]);
    const again = await hand(addSeconds(now, 120));
    expect(await handed()).toMatchObject([{ id: again, feedback: null, feedbackAt: null }]);
    expect(await findHandedTasks(participantId as ParticipantId, "teknisi-ac-dasar")).toEqual([]);
  });

  test("feedback that is written in the portal settles the task, on record", async () => {
    const { id, redeemCode, purchaseId } = await aTask();
    expect(await waiting(ours)).toContain(id);
    expect(await answer(ours, id)).toEqual({ ok: true, value: null });
    expect(await waiting(ours)).not.toContain(id);
    expect(await database().taskRecord.findFirst({ where: { redeemCode, part: "feedback" } })).toMatchObject({
      ...{ scope: "tpm", sequence: 1, status: 2, providerSlug: "balai-karya-sentana" },
      notes: "Rapi, lanjutkan latihannya.",
    });
    expect((await findTask(providerOf(ours), id, "id"))?.feedback).toBe("Rapi, lanjutkan latihannya.");
    expect(await answer(ours, id, addSeconds(now, 120))).toEqual({
      ok: false,
      refusal: { code: "task-graded-already" },
    });
    expect(
      await database().auditEvent.count({
        where: { action: "task-feedback-written", subject: `purchase:${purchaseId}` },
      }),
    ).toBe(1);
  });

  test("of two trainers at once one answers", async () => {
    const { id, redeemCode } = await aTask();
    const results = await Promise.all([answer(ours, id), answer(ours, id)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().taskRecord.count({ where: { redeemCode, part: "feedback" } })).toBe(1);
  });

  test("a task that was handed in again is answered in its newest form", async () => {
    const { id, hand } = await aTask();
    const newer = await hand(addSeconds(now, 30));
    expect(await waiting(ours)).not.toContain(id);
    expect(await answer(ours, id)).toEqual({ ok: false, refusal: { code: "task-replaced" } });
    expect(await answer(ours, newer)).toMatchObject({ ok: true });
  });

  test("another provider neither sees nor answers it, nor does an account that speaks for nobody", async () => {
    const { id } = await aTask();
    expect(await waiting(theirs)).not.toContain(id);
    expect(await findTask(providerOf(theirs), id, "id")).toBeNull();
    expect(await answer(theirs, id)).toEqual({ ok: false, refusal: { code: "task-unknown" } });
    expect(await answer(nobody, id)).toEqual({ ok: false, refusal: { code: "partner-not-linked" } });
  });
});

describe("reviews to answer", () => {
  async function aReview(): Promise<string> {
    const person = aBuyer();
    const { purchaseId } = await finishTraining(person, now, COURSE);
    expect(await review(person, now, { slug: COURSE })).toMatchObject({ ok: true });
    return purchaseId;
  }
  const answer = (who: StaffActor, reviewId: string, text: string, at = now) =>
    inOneTransaction(who, (work) => answerReview(work, { reviewId, text }), { now: at });

  test("one answer stands under the review, is mended for a week, and then stays", async () => {
    const id = await aReview();
    const waiting = async () =>
      (await findReviewsOfProvider("balai-karya-sentana", "waiting", "id")).rows.map((row) => row.id);
    expect(await waiting()).toContain(id);
    const before = await findAgenda(providerOf(ours), "id", now);
    await answer(ours, id, "Terima kasih atas ulasannya.");
    expect(await waiting()).not.toContain(id);
    expect((await findAgenda(providerOf(ours), "id", now)).unansweredReviews).toBe(
      before.unansweredReviews - 1,
    );
    expect(await answer(ours, id, "Terima kasih banyak, Bu.", addSeconds(now, 7 * DAY - 1))).toMatchObject({
      ok: true,
    });
    expect(await answer(ours, id, "Sudah terlambat sekali.", addSeconds(now, 7 * DAY))).toEqual({
      ok: false,
      refusal: { code: "answer-settled" },
    });
    const { courseId } = await database().review.findUniqueOrThrow({ where: { purchaseId: id } });
    const shown = (await findReviews(courseId)).items.find((item) => item.id === id);
    expect(shown?.answer).toBe("Terima kasih banyak, Bu.");
    expect(await database().reviewAnswer.count({ where: { purchaseId: id } })).toBe(1);
  });

  test("another provider's review is not found, and two at once leave one answer", async () => {
    const id = await aReview();
    const unknown = { ok: false, refusal: { code: "review-unknown" } };
    expect(await answer(theirs, id, "Bukan milik kami ini.")).toEqual(unknown);
    expect(await answer(nobody, id, "Bukan milik kami ini.")).toEqual(unknown);
    expect(await findReviewOfProvider("bengkel-belajar-obeng", id, "id")).toBeNull();
    await Promise.all([
      answer(ours, id, "Terima kasih satu kali."),
      answer(ours, id, "Terima kasih dua kali."),
    ]);
    expect(await database().reviewAnswer.count({ where: { purchaseId: id } })).toBe(1);
  });

  test("the database mends no answer after seven days, whatever a program does", async () => {
    const id = await aReview();
    await answer(ours, id, "Terima kasih atas ulasannya.");
    await expect(
      database().reviewAnswer.update({
        where: { purchaseId: id },
        data: { editedAt: addSeconds(now, 7 * DAY) },
      }),
    ).rejects.toThrow();
  });
});

describe("the profile", () => {
  const words = { aboutId: "Kami mengajar.", aboutEn: "We teach.", website: "https://balai.example" };
  const edit = (who: StaffActor) => inOneTransaction(who, (work) => editProfile(work, words), { now });

  test("is changed by the partner's own people, on record, and nobody else's changes with it", async () => {
    const before = await findProfile(partnerOf(theirs));
    expect(await edit(ours)).toEqual({ ok: true, value: { kind: "provider" } });
    expect(await findProfile(partnerOf(ours))).toMatchObject(words);
    expect(await findProfile(partnerOf(theirs))).toEqual(before);
    const platform = staff("platform", "kelas-sagu");
    expect(await edit(platform)).toEqual({ ok: true, value: { kind: "platform" } });
    expect(await findProfile(partnerOf(platform))).toMatchObject(words);
    expect(await edit(nobody)).toEqual({ ok: false, refusal: { code: "partner-not-linked" } });
    expect(
      await database().auditEvent.count({
        where: { action: "partner-profile-changed", subject: "provider:balai-karya-sentana" },
      }),
    ).toBe(1);
  });

  test("a platform sees its own sales by their codes, and no provider sees them this way", async () => {
    await insertPurchase(aBuyer(), COURSE, now);
    const { platformSlug } = await database().course.findUniqueOrThrow({ where: { slug: COURSE } });
    const { rows } = await findSales(partnerOf(staff("platform", platformSlug)), "id");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ invoiceCode, transactionCode }) => invoiceCode && transactionCode)).toBe(true);
    expect((await findSales(partnerOf(ours), "id")).rows).toEqual([]);
    const another = await database().platform.findFirstOrThrow({ where: { slug: { not: platformSlug } } });
    const theirIds = (await findSales(partnerOf(staff("platform", another.slug)), "id")).rows.map(
      ({ id }) => id,
    );
    expect(theirIds.filter((id) => rows.some((row) => row.id === id))).toEqual([]);
  });
});
