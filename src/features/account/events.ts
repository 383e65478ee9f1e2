import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** Someone opened an account, or asked for the link again: the link of this token is to be sent. */
export const emailLinkWanted = defineEvent(
  "email-link-wanted",
  z.object({ tokenId: z.uuid(), purpose: z.enum(["verify_email", "reset_password"]) }),
);

/** Someone tried to register with an address that has an account: its holder is told. */
export const registeredAgain = defineEvent("registered-again", z.object({ accountId: z.uuid() }));
