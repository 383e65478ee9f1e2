import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { Certificate, CertificateId, CheckedCertificate } from "./types.ts";

const paper = {
  id: true,
  number: true,
  code: true,
  holderName: true,
  courseTitle: true,
  providerName: true,
  hours: true,
  quizScore: true,
  completedAt: true,
  issuedAt: true,
} as const;

type Row = Omit<Certificate, "id"> & { readonly id: string };
const read = (row: Row): Certificate => ({ ...row, id: row.id as CertificateId });

/** The person's certificates, newest first: as many as the balance buys trainings, so few. */
export async function findCertificates(participantId: ParticipantId): Promise<readonly Certificate[]> {
  const rows = await database().certificate.findMany({
    where: { participantId },
    select: paper,
    orderBy: { issuedAt: "desc" },
  });
  return rows.map(read);
}

/** One certificate of this person; null for anybody else's. */
export async function findCertificate(participantId: ParticipantId, id: string): Promise<Certificate | null> {
  const row = await database().certificate.findFirst({ where: { id, participantId }, select: paper });
  return row && read(row);
}

/** The certificate with this code, for anybody who holds the paper. */
export async function findCertificateByCode(code: string): Promise<CheckedCertificate | null> {
  return database().certificate.findUnique({
    where: { code },
    select: {
      number: true,
      holderName: true,
      courseTitle: true,
      providerName: true,
      completedAt: true,
      issuedAt: true,
    },
  });
}
