import { findAddressee } from "#features/account/queries.ts";
import { inUtcSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import type { Sale } from "../types/sale.ts";

const select = {
  ...{ invoiceCode: true, transactionCode: true, price: true, status: true },
  ...{ purchasedAt: true, participantId: true },
} as const;

/** What a platform sold under its invoice's code; null when it sold nothing under it. */
export async function findSaleByInvoice(platformSlug: string, invoiceCode: string): Promise<Sale | null> {
  const row = await database().purchase.findUnique({
    where: { platformSlug_invoiceCode: { platformSlug, invoiceCode } },
    select,
  });
  return row && saleOf(row);
}

/** A sale that this transaction made or undid. */
export async function readSale(tx: Transaction, purchaseId: string): Promise<Sale> {
  return saleOf(await tx.purchase.findUniqueOrThrow({ where: { id: purchaseId }, select }));
}

type Row = {
  readonly invoiceCode: string;
  readonly transactionCode: string;
  readonly price: bigint;
  readonly status: string;
  readonly purchasedAt: Date;
  readonly participantId: string;
};

async function saleOf(row: Row): Promise<Sale> {
  const who = await findAddressee(row.participantId as ParticipantId);
  return {
    createdAt: inUtcSeconds(row.purchasedAt),
    facts: {
      invoice_code: row.invoiceCode,
      transaction_code: row.transactionCode,
      amount: Number(row.price),
      status: row.status === "cancelled" ? "VOID" : "SUCCESS",
      prakerja_name: who?.displayName ?? "",
    },
  };
}
