import { authorizePurchase } from "#features/purchase/use-cases/authorize-purchase.ts";
import { requestPurchase } from "#features/purchase/use-cases/request-purchase.ts";
import { voidPurchase } from "#features/purchase/use-cases/void-purchase.ts";
import { inUtcSeconds } from "#kernel/calendar.ts";
import { refuse } from "#kernel/result.ts";
import { type Call, type ChangingCall, done, type Reply } from "../endpoint.ts";
import { findQuota } from "../queries/quota.ts";
import { findSaleByInvoice, readSale } from "../queries/sales.ts";
import type { PartnerClient } from "../types/client.ts";
import type { SaleFacts } from "../types/sale.ts";
import { refusePayment } from "./refuse-payment.ts";

type Wanted = { readonly courseCode: string; readonly scheduleCode: string };

/** Seats that are left in a schedule of one of the platform's courses. */
export async function tellQuota(
  { client, now }: Call,
  { courseCode, scheduleCode }: Wanted,
): Promise<Reply<{ schedule_code: string; course_code: string; quota: number }>> {
  if (!courseCode || !scheduleCode) return refuse({ code: "ERRPLT40036" });
  const quota = await findQuota(client.ownerSlug, courseCode, scheduleCode, now);
  if (quota === null) return refuse({ code: "ERRPLT40037" });
  return done({ schedule_code: scheduleCode, course_code: courseCode, quota });
}

/** Everything is checked but the digits, which go to the participant's phone. */
export async function sendOtp(
  { client, work }: ChangingCall,
  { courseCode, scheduleCode, cardNumber, amount }: Wanted & { cardNumber: string; amount: number },
): Promise<Reply<{ payment_token: string; expires_at: string }>> {
  if (!courseCode || !scheduleCode) return refuse({ code: "ERRPLT40036" });
  const requested = await requestPurchase(work, {
    participantId: null,
    course: { code: courseCode },
    scheduleCode,
    cardNumber,
    shownPrice: BigInt(amount),
    seller: sellerOf(client),
  });
  if (!requested.ok) return refusePayment(requested);
  const { paymentToken, expiresAt } = requested.value;
  if (!paymentToken) throw new Error("a platform's purchase has no payment token");
  return done({ payment_token: paymentToken, expires_at: inUtcSeconds(expiresAt) });
}

/** The digits came back with the token: the training is bought, once. */
export async function authorizePayment(
  { client, work, authorization }: ChangingCall,
  { otp, invoiceCode }: { readonly otp: string; readonly invoiceCode: string },
): Promise<Reply<SaleFacts>> {
  const paymentToken = /^Payment\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  if (!paymentToken) return refuse({ code: "ERRPLT40018" });
  const bought = await authorizePurchase(work, {
    intent: { paymentToken, clientCode: client.code },
    digits: otp,
    invoiceCode,
    seller: sellerOf(client),
  });
  if (!bought.ok) return refusePayment(bought);
  const { facts } = await readSale(work.tx, bought.value.purchaseId);
  return done(facts, "Pelatihan berhasil dibeli.");
}

/** A sale by the platform's own invoice code. */
export async function tellPayment(
  { client }: Call,
  invoiceCode: string,
): Promise<Reply<SaleFacts & { created_at: string }>> {
  const sale = await findSaleByInvoice(client.ownerSlug, invoiceCode);
  return sale ? done({ created_at: sale.createdAt, ...sale.facts }) : refuse({ code: "ERRPLT40027" });
}

/** The platform undoes a sale, by the rule that counts for the participant too; the money is back at once. */
export async function voidPayment(
  { client, work }: ChangingCall,
  sold: { readonly invoiceCode: string; readonly transactionCode: string },
): Promise<Reply<SaleFacts>> {
  const voided = await voidPurchase(work, { platformSlug: client.ownerSlug, ...sold });
  if (!voided.ok) return refusePayment(voided);
  const { facts } = await readSale(work.tx, voided.value.purchaseId);
  return done(facts, "Transaksi berhasil dibatalkan.");
}

function sellerOf({ code, ownerSlug }: PartnerClient) {
  return { channel: "platform", clientCode: code, platformSlug: ownerSlug } as const;
}
