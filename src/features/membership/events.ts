import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

const participantId = z.uuid();

/** A membership was revoked: the account is locked, the training and what is scheduled are cancelled. */
export const membershipRevoked = defineEvent(
  "membership-revoked",
  z.object({ participantId, reason: z.string() }),
);

/** Everything was paid and answered: nothing is left to do. */
export const membershipCompleted = defineEvent("membership-completed", z.object({ participantId }));

/** A deadline is a week or a day away. */
export const deadlineNear = defineEvent(
  "deadline-near",
  z.object({
    participantId,
    what: z.enum(["first-purchase", "next-purchase", "redeem", "finish-training"]),
    until: z.iso.datetime(),
  }),
);
