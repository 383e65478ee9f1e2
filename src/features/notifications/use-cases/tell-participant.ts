import {
  findCertificateFacts,
  findCourseFacts,
  findPaymentFacts,
  findPayoutAccountFacts,
  findPurchaseFacts,
  findSurveyFacts,
  findVerificationReason,
} from "../queries/facts.ts";
import { notifyOnce } from "./notify-participant.ts";

/*
 * One reaction for each fact that a participant is told, in the order of the journey. Payloads carry ids; what the
 * sentence needs is read here. A fact whose row is gone is not told.
 */

type Told = { readonly participantId: string };
/** No reason given: the message sends the person to the portal for it. */
const UNSAID = "unsaid";

/** On the person's own page too, whoever it was that changed it. */
export async function tellContactChangedReaction(
  payload: Told & { readonly changeId: string; readonly kind: "email" | "phone" },
): Promise<void> {
  const message = { kind: "contactChanged", parameters: { kind: payload.kind } } as const;
  await notifyOnce(payload, { ...message, href: "/keamanan" });
}

export async function tellVerificationFinishedReaction(
  payload: Told & { readonly status: string },
): Promise<void> {
  const reason = (await findVerificationReason(payload.participantId)) ?? UNSAID;
  const message = { kind: "verificationFinished", parameters: { status: payload.status, reason } } as const;
  await notifyOnce({ ...payload, reason }, { ...message, href: "/beranda" });
}

/** Only of an appeal that was turned down: of one that was accepted the finished verification tells. */
export async function tellAppealDecidedReaction(
  payload: Told & { readonly decision: "verified" | "refused" },
): Promise<void> {
  if (payload.decision === "verified") return;
  const message = { kind: "appealTurnedDown", parameters: {} } as const;
  await notifyOnce(payload, { ...message, href: "/verifikasi/banding" });
}

export async function tellRecipientDeterminedReaction(payload: Told): Promise<void> {
  await notifyOnce(payload, { kind: "recipientDetermined", parameters: {}, href: "/beranda" });
}

export async function tellEntryNotSelectedReaction(
  payload: Told & { readonly reason: string },
): Promise<void> {
  const parameters = { reason: payload.reason };
  await notifyOnce(payload, { kind: "entryNotSelected", parameters, href: "/gelombang" });
}

export async function tellObjectionAnsweredReaction(
  payload: Told & { readonly outcome: "upheld" | "rejected" },
): Promise<void> {
  const parameters = { outcome: payload.outcome };
  await notifyOnce(payload, { kind: "objectionAnswered", parameters, href: "/gelombang/keberatan" });
}

export async function tellBalanceOpenedReaction(payload: Told & { readonly until: string }): Promise<void> {
  const parameters = { until: payload.until };
  await notifyOnce(payload, { kind: "balanceOpened", parameters, href: "/saldo" });
}

/** Where each term that comes near is kept. */
const nearDeadlines = {
  "first-purchase": { what: "purchase", href: "/pelatihan" },
  "next-purchase": { what: "next", href: "/pelatihan" },
  redeem: { what: "redeem", href: "/transaksi" },
  "finish-training": { what: "training", href: "/pelatihan-saya" },
} as const;

/** The last moment of a term comes near: a week or a day before. */
export async function tellDeadlineNearReaction(
  payload: Told & { readonly what: keyof typeof nearDeadlines; readonly until: string },
): Promise<void> {
  const { what, href } = nearDeadlines[payload.what];
  await notifyOnce(payload, { kind: "deadlineNear", parameters: { what, until: payload.until }, href });
}

export async function tellCoursePurchasedReaction(
  payload: Told & { readonly purchaseId: string },
): Promise<void> {
  const facts = await findPurchaseFacts(payload.purchaseId);
  if (!facts) return;
  const { course, provider, amount, redeemCode, held, opensAt, redeemBy, finishBy } = facts;
  const parameters = { course, provider, amount, redeemCode, held, opensAt, redeemBy, finishBy };
  await notifyOnce(payload, { kind: "coursePurchased", parameters, href: "/pelatihan-saya" });
}

export async function tellPurchaseCancelledReaction(
  payload: Told & { readonly purchaseId: string },
): Promise<void> {
  const facts = await findPurchaseFacts(payload.purchaseId);
  if (!facts) return;
  const { course, provider, amount, cause, reason } = facts;
  const parameters = { course, provider, amount, cause, words: reason };
  await notifyOnce(payload, { kind: "purchaseCancelled", parameters, href: "/transaksi" });
}

export async function tellTrainingCompletedReaction(
  payload: Told & { readonly courseId: string },
): Promise<void> {
  const course = await findCourseFacts(payload.courseId);
  if (!course) return;
  const parameters = { course: course.title };
  await notifyOnce(payload, { kind: "trainingCompleted", parameters, href: `/ulasan/${course.slug}` });
}

export async function tellCertificateIssuedReaction(
  payload: Told & { readonly certificateId: string },
): Promise<void> {
  const parameters = await findCertificateFacts(payload.certificateId);
  const href = `/sertifikat/${payload.certificateId}`;
  if (parameters) await notifyOnce(payload, { kind: "certificateIssued", parameters, href });
}

export async function tellSurveyOpenedReaction(payload: Told & { readonly number: number }): Promise<void> {
  const parameters = await findSurveyFacts(payload.participantId, payload.number);
  const href = `/survei/${payload.number}`;
  if (parameters) await notifyOnce(payload, { kind: "surveyOpened", parameters, href });
}

export async function tellIncentivePaidReaction(
  payload: Told & { readonly paymentId: string },
): Promise<void> {
  const facts = await findPaymentFacts(payload.paymentId);
  if (!facts) return;
  const { purpose, sequence, amount } = facts;
  await notifyOnce(payload, {
    kind: "incentivePaid",
    parameters: { purpose, sequence, amount },
    href: "/insentif",
  });
}

export async function tellIncentiveHeldReaction(
  payload: Told & { readonly paymentId: string; readonly reason: string },
): Promise<void> {
  const facts = await findPaymentFacts(payload.paymentId);
  if (!facts) return;
  const parameters = { amount: facts.amount, reason: payload.reason };
  await notifyOnce(payload, { kind: "incentiveHeld", parameters, href: "/rekening" });
}

/** A check that was overtaken by a newer account is told by the newer one. */
export async function tellPayoutAccountCheckedReaction(payload: Told): Promise<void> {
  const facts = await findPayoutAccountFacts(payload.participantId);
  if (!facts || facts.status === "checking") return;
  const parameters = { ...facts, reason: facts.reason ?? UNSAID };
  await notifyOnce(
    { ...payload, ...parameters },
    { kind: "payoutAccountChecked", parameters, href: "/rekening" },
  );
}

export async function tellMembershipCompletedReaction(payload: Told): Promise<void> {
  await notifyOnce(payload, { kind: "membershipCompleted", parameters: {}, href: "/sertifikat" });
}

/** The account is locked by now, so that the letter leads nowhere. */
export async function tellMembershipRevokedReaction(
  payload: Told & { readonly reason: string },
): Promise<void> {
  const parameters = { reason: payload.reason };
  await notifyOnce(payload, { kind: "membershipRevoked", parameters, href: null });
}
