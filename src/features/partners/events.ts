import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

const ofApplication = z.object({ applicationId: z.uuid() });

/** An organisation asked to become a partner; its contact is to show that the address is theirs. */
export const partnerApplied = defineEvent("partner-applied", ofApplication);

/** The operator has decided; the contact is told, with the link of this token to a password where it was admitted. */
export const partnerDecided = defineEvent(
  "partner-decided",
  ofApplication.extend({ tokenId: z.uuid().nullable() }),
);
