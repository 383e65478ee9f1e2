import { describe, expect, test } from "vitest";
import { certificatePdf } from "#features/certificates/components/certificate-pdf.ts";
import { findCertificate, findCertificateByCode, findCertificates } from "#features/certificates/queries.ts";
import { issueCertificateReaction } from "#features/certificates/use-cases/issue-certificate.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import { aRecipient } from "../../support/people.ts";
import { COURSE, finishTraining, review } from "../../support/trainings.ts";

const now = new Date("2026-11-24T03:00:00Z");

async function aGraduate() {
  return finishTraining(await aRecipient(now), now);
}

async function aReviewer() {
  const sari = await aGraduate();
  await review(sari.participantId, now);
  return sari;
}

describe("issuing", () => {
  test("a reviewed training earns a certificate in the name on the id card", async () => {
    const sari = await aReviewer();
    await issueCertificateReaction(sari);
    const [certificate] = await findCertificates(sari.participantId);
    const course = await database().course.findUniqueOrThrow({ where: { slug: COURSE } });
    expect(certificate).toMatchObject({
      holderName: "Sari Simulasi",
      courseTitle: course.title,
      hours: course.hours,
      quizScore: 90,
      completedAt: now,
    });
    expect(certificate?.number).toMatch(/^SIM-\d{4}-\d{6}$/);
    expect(certificate?.code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/);
    expect(await announced("certificate-issued", sari.participantId)).toEqual([
      { participantId: sari.participantId, certificateId: certificate?.id },
    ]);
  });

  test("a training without a review earns none", async () => {
    const sari = await aGraduate();
    await issueCertificateReaction(sari);
    expect(await findCertificates(sari.participantId)).toEqual([]);
  });

  test("the same fact again, or twice at once, is one certificate", async () => {
    const sari = await aReviewer();
    await Promise.all([1, 2, 3].map(() => issueCertificateReaction(sari)));
    await issueCertificateReaction(sari);
    expect(await findCertificates(sari.participantId)).toHaveLength(1);
    expect(await announced("certificate-issued", sari.participantId)).toHaveLength(1);
  });

  test("many at once get numbers of their own", async () => {
    const people: Awaited<ReturnType<typeof aGraduate>>[] = [];
    while (people.length < 12) people.push(await aGraduate());
    await Promise.all(people.map(({ participantId }) => review(participantId, now)));
    await Promise.all(people.map((person) => issueCertificateReaction(person)));
    const numbers = await database().certificate.findMany({
      where: { participantId: { in: people.map((person) => person.participantId) } },
      select: { number: true },
    });
    expect(new Set(numbers.map((row) => row.number)).size).toBe(12);
  });
});

describe("reading", () => {
  test("others do not see it, but whoever holds the code may check it", async () => {
    const [sari, dewi] = [await aReviewer(), await aReviewer()];
    await issueCertificateReaction(sari);
    const [certificate] = await findCertificates(sari.participantId);
    if (!certificate) throw new Error("no certificate");
    expect(await findCertificate(dewi.participantId, certificate.id)).toBeNull();
    expect(await findCertificate(sari.participantId, certificate.id)).toEqual(certificate);
    expect(await findCertificateByCode(certificate.code)).toMatchObject({ number: certificate.number });
    expect(await findCertificateByCode("222222222222")).toBeNull();
  });

  test("the paper is one page of PDF, also for a very long name and signs it has no letters for", async () => {
    const sari = await aReviewer();
    await issueCertificateReaction(sari);
    const [certificate] = await findCertificates(sari.participantId);
    if (!certificate) throw new Error("no certificate");
    const pdf = await certificatePdf({ ...certificate, holderName: `${"Kusumawardhani ".repeat(12)}Ś ꦗ` });
    const text = Buffer.from(pdf).toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});

test("the database takes no certificate without a review", async () => {
  const sari = await aGraduate();
  await expect(
    database().certificate.create({
      data: {
        id: sari.purchaseId,
        number: "SIM-2026-999999",
        code: "ZZZZZZZZZZZZ",
        participantId: sari.participantId,
        purchaseId: sari.purchaseId,
        holderName: "x",
        courseTitle: "x",
        providerName: "x",
        hours: 1,
        quizScore: 1,
        completedAt: now,
        issuedAt: now,
      },
    }),
  ).rejects.toThrow(/certificate_purchase_id_fkey/);
});
