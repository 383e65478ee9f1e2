import { system } from "#authorization/actor.ts";
import { readableCode } from "#kernel/random.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { certificateIssued } from "../events.ts";
import { certificateNumber } from "../policy.ts";
import {
  drawSerial,
  findCertifiedTraining,
  insertCertificate,
  isCertified,
  lockReview,
} from "../repository.ts";

const CODE_LENGTH = 12;

type Reviewed = { readonly participantId: string; readonly purchaseId: string };

/** A training was reviewed: its certificate is issued, once however often the fact arrives. */
export async function issueCertificateReaction({ participantId, purchaseId }: Reviewed): Promise<void> {
  await inOneTransaction(system, async (work) => {
    if (!(await lockReview(work.tx, purchaseId)) || (await isCertified(work.tx, purchaseId))) return ok();
    const training = await findCertifiedTraining(work.tx, purchaseId);
    if (!training) return ok();
    const id = work.newId<"certificate">();
    await insertCertificate(work.tx, {
      ...training,
      id,
      participantId,
      purchaseId,
      number: certificateNumber(await drawSerial(work.tx), work.now),
      code: readableCode(work.chance, CODE_LENGTH),
      issuedAt: work.now,
    });
    await work.publish(certificateIssued({ participantId, certificateId: id }));
    return ok();
  });
}
