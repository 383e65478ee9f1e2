import { system } from "#authorization/actor.ts";
import { findSchemeOf } from "#features/waves/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import { committedOf } from "#ledger/funds.ts";
import { post } from "#ledger/post.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { planJobSearch, planSurvey } from "../policy.ts";
import {
  findCertificateDate,
  findSurveyAnswerDate,
  findWaveOf,
  hasPayment,
  insertPayment,
} from "../repository/payments.ts";
import { lockMembershipState } from "../repository/payout-accounts.ts";
import type { PlannedPayment } from "../types.ts";

/** A certificate was issued: the first one starts the job-search payments (programme rules, section 7). */
export async function scheduleIncentivesReaction(payload: {
  readonly participantId: string;
  readonly certificateId: string;
}): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  const { parameters } = await findSchemeOf(participantId);
  await scheduleOnce(participantId, async (work) => {
    const issuedAt = await findCertificateDate(work.tx, participantId, payload.certificateId);
    if (!issuedAt || (await hasPayment(work.tx, participantId, "job_search"))) return [];
    return planJobSearch(issuedAt, parameters);
  });
}

/** A survey was answered: its incentive follows, whatever the answers say. */
export async function scheduleSurveyIncentiveReaction(payload: {
  readonly participantId: string;
  readonly number: number;
}): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  const { parameters } = await findSchemeOf(participantId);
  await scheduleOnce(participantId, async (work) => {
    const answeredAt = await findSurveyAnswerDate(work.tx, participantId, payload.number);
    if (!answeredAt || (await hasPayment(work.tx, participantId, "survey", payload.number))) return [];
    return [planSurvey(payload.number, answeredAt, parameters.surveyIncentive)];
  });
}

/** One scheduling of a person at a time; nothing is promised to somebody whose membership was revoked. */
async function scheduleOnce(
  participantId: ParticipantId,
  plan: (work: Work) => Promise<readonly PlannedPayment[]>,
): Promise<void> {
  const result = await inOneTransaction(system, async (work) => {
    const membership = await lockMembershipState(work.tx, participantId, "update");
    if (membership === "revoked") return ok();
    for (const payment of await plan(work)) {
      const promised = await promise(work, participantId, payment);
      if (!promised.ok) return promised;
    }
    return ok();
  });
  if (!result.ok) throw new Error(`incentives of ${participantId} not scheduled: ${result.refusal.code}`);
}

/** From here on the programme owes the person this money, taken from what their wave promised. */
async function promise(
  work: Work,
  participantId: ParticipantId,
  payment: PlannedPayment,
): Promise<Result<unknown, { readonly code: string }>> {
  const id = work.newId<"incentive-payment">();
  const waveId = await findWaveOf(work.tx, participantId);
  await insertPayment(work.tx, { ...payment, id, participantId, createdAt: work.now });
  return post(work, {
    key: `incentive:${id}`,
    kind: "incentive",
    waveId,
    lines: [
      { account: committedOf(waveId), amount: -payment.amount },
      { account: { kind: "incentive_payable", owner: participantId }, amount: payment.amount },
    ],
  });
}
