import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

const participantId = z.uuid();

/** Someone gave, or changed, the account that the money goes to: it is to be checked. */
export const payoutAccountLinked = defineEvent("payout-account-linked", z.object({ participantId }));

/** The partner said whose account it is; with the reason when it was refused. */
export const payoutAccountChecked = defineEvent(
  "payout-account-checked",
  z.object({ participantId, status: z.enum(["verified", "refused"]), reason: z.string().optional() }),
);

/** Money arrived. The amount is in rupiah. */
export const incentivePaid = defineEvent(
  "incentive-paid",
  z.object({ participantId, paymentId: z.uuid(), amount: z.int() }),
);

/** The partner refused a payment; the receiver has something to repair. The amount is in rupiah. */
export const incentiveHeld = defineEvent(
  "incentive-held",
  z.object({ participantId, paymentId: z.uuid(), amount: z.int(), reason: z.string() }),
);

/** The first job-search payment arrived: the surveys count their days from here. */
export const firstIncentivePaid = defineEvent(
  "first-incentive-paid",
  z.object({ participantId, paidAt: z.iso.datetime() }),
);
