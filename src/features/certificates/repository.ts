import type { Transaction } from "#platform/db/client.ts";
import type { Certificate, CertifiedTraining } from "./types.ts";

/** Locks the review until this transaction ends; false when there is none, so that nothing is certified. */
export async function lockReview(tx: Transaction, purchaseId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM review WHERE purchase_id = ${purchaseId}::uuid FOR UPDATE`;
  return rows.length > 0;
}

export async function isCertified(tx: Transaction, purchaseId: string): Promise<boolean> {
  return (await tx.certificate.count({ where: { purchaseId } })) > 0;
}

/** The finished training of a purchase with its holder's name, as on the id card where it is known. */
export async function findCertifiedTraining(
  tx: Transaction,
  purchaseId: string,
): Promise<CertifiedTraining | null> {
  const completion = await tx.trainingCompletion.findUnique({
    where: { purchaseId },
    select: { participantId: true, courseId: true, quizScore: true, completedAt: true },
  });
  if (!completion) return null;
  const { participantId, courseId, quizScore, completedAt } = completion;
  const course = await tx.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { title: true, hours: true, provider: { select: { name: true } } },
  });
  const registration = await tx.registration.findUnique({
    where: { participantId },
    select: { fullName: true },
  });
  const account = await tx.account.findUniqueOrThrow({
    where: { id: participantId },
    select: { displayName: true },
  });
  return {
    holderName: registration?.fullName ?? account.displayName,
    courseTitle: course.title,
    providerName: course.provider.name,
    hours: course.hours,
    quizScore,
    completedAt,
  };
}

/** The next running number, never given twice. */
export async function drawSerial(tx: Transaction): Promise<bigint> {
  const rows = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('certificate_serial') AS serial`;
  const [row] = rows;
  if (!row) throw new Error("the sequence gave no number");
  return row.serial;
}

export async function insertCertificate(
  tx: Transaction,
  certificate: Certificate & { readonly participantId: string; readonly purchaseId: string },
): Promise<void> {
  await tx.certificate.create({ data: certificate });
}
