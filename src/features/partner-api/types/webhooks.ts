export const webhookEvents = ["purchase.created", "purchase.cancelled", "purchase.revoked"] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** A purchase as its provider and its platform are told of it; nothing of the person. */
export type ToldPurchase = {
  readonly purchaseId: string;
  readonly invoiceCode: string;
  readonly transactionCode: string;
  readonly redeemCode: string;
  readonly courseCode: string;
  readonly scheduleCode: string;
  /** Rupiah. */
  readonly amount: number;
  readonly providerSlug: string;
  readonly platformSlug: string;
};

/** A client that wants to be told. */
export type WebhookListener = { readonly clientCode: string; readonly kind: "provider" | "platform" };

/** A delivery that is due, taken for one try. */
export type DueDelivery = {
  readonly id: string;
  readonly event: string;
  readonly body: string;
  /** Counts this try. */
  readonly tries: number;
  /** Null when the client was revoked or no longer wants to be told. */
  readonly target: { readonly url: string; readonly key: string } | null;
  /** The machine's time, which receivers compare the signature's with. */
  readonly machineNow: Date;
};

export type TryOutcome = {
  readonly status: number | null;
  readonly failure: "status" | "timeout" | "address" | "network" | null;
  readonly milliseconds: number;
};

/** A delivery as its partner's page shows it. */
export type DeliveryLine = {
  readonly id: string;
  readonly event: string;
  /** The invoice's code. */
  readonly reference: string;
  readonly createdAt: Date;
  readonly state: "waiting" | "delivered" | "given-up";
  readonly nextAt: Date | null;
  readonly tries: readonly (TryOutcome & { readonly at: Date })[];
};
