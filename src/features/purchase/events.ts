import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

const purchaseOf = z.object({ participantId: z.uuid(), purchaseId: z.uuid() });

/** A training was paid for from the balance; its redeem code is in the purchase. */
export const coursePurchased = defineEvent("course-purchased", purchaseOf);

/** A purchase was undone in time: money and seat are back. */
export const purchaseCancelled = defineEvent("purchase-cancelled", purchaseOf);
