import { database } from "#platform/db/client.ts";

/** What the check of the registration could not confirm. */
export async function findVerificationReason(participantId: string): Promise<string | null> {
  const row = await database().verification.findUnique({
    where: { participantId },
    select: { reason: true },
  });
  return row?.reason ?? null;
}

/**
 * What a message says of a purchase; the redeem code is its holder's own. `held`: its training has a schedule, so that the
 * code has a first moment too; `cause` and `reason`: who undid it, and why, in the provider's words.
 */
export async function findPurchaseFacts(id: string) {
  const row = await database().purchase.findUnique({
    where: { id },
    select: {
      ...{ courseId: true, scheduleId: true, price: true, redeemCode: true, cancelCause: true },
      ...{ redeemFrom: true, redeemBy: true, finishBy: true },
    },
  });
  const course = row && (await findCourseFacts(row.courseId));
  if (!course) return null;
  const schedule = await database().courseSchedule.findUniqueOrThrow({
    where: { id: row.scheduleId },
    select: { startsAt: true, cancelReason: true },
  });
  return {
    course: course.title,
    provider: course.provider,
    amount: row.price.toString(),
    redeemCode: row.redeemCode,
    held: schedule.startsAt ? "yes" : "no",
    opensAt: row.redeemFrom.toISOString(),
    redeemBy: row.redeemBy.toISOString(),
    finishBy: row.finishBy.toISOString(),
    cause: row.cancelCause ?? "participant",
    reason: schedule.cancelReason ?? "",
  };
}

export async function findCourseFacts(id: string) {
  const row = await database().course.findUnique({
    where: { id },
    select: { slug: true, title: true, provider: { select: { name: true } } },
  });
  return row && { slug: row.slug, title: row.title, provider: row.provider.name };
}

export async function findCertificateFacts(id: string) {
  const row = await database().certificate.findUnique({
    where: { id },
    select: { courseTitle: true, number: true },
  });
  return row && { course: row.courseTitle, number: row.number };
}

export async function findSurveyFacts(participantId: string, number: number) {
  const row = await database().surveyRound.findUnique({
    where: { participantId_number: { participantId, number } },
    select: { closesAt: true },
  });
  return row && { number, closesAt: row.closesAt.toISOString() };
}

export async function findPaymentFacts(id: string) {
  const row = await database().incentivePayment.findUnique({
    where: { id },
    select: { kind: true, sequence: true, amount: true, reason: true },
  });
  return (
    row && { purpose: row.kind, sequence: row.sequence, amount: row.amount.toString(), reason: row.reason }
  );
}

export async function findPayoutAccountFacts(participantId: string) {
  const row = await database().payoutAccount.findUnique({
    where: { participantId },
    select: { institution: true, numberTail: true, status: true, reason: true },
  });
  return (
    row && { institution: row.institution, tail: row.numberTail, status: row.status, reason: row.reason }
  );
}
