import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** Somebody asked for a way back in; whose account it is about is looked up now. */
export const recoveryWanted = defineEvent("recovery-wanted", z.object({ requestId: z.uuid() }));

/** The link of this token, which sets a new password, is to be sent. */
export const resetLinkWanted = defineEvent(
  "reset-link-wanted",
  z.object({ tokenId: z.uuid(), purpose: z.literal("reset_password") }),
);

/** Another address or phone is the account's from now on. */
export const contactChanged = defineEvent(
  "contact-changed",
  z.object({ participantId: z.uuid(), changeId: z.uuid(), kind: z.enum(["email", "phone"]) }),
);
