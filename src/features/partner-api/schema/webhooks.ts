import { z } from "zod";
import { webhookEvents } from "../types/webhooks.ts";

/** What a partner's server is sent, for the reference and for reading it back. */
export const webhookBodySchema = z.object({
  id: z.string().meta({ description: "Sama dengan header webhook-id; tetap sama pada setiap percobaan" }),
  event: z.enum(webhookEvents),
  created_at: z.string().meta({ description: "RFC 3339 dalam UTC" }),
  data: z.object({
    invoice_code: z.string(),
    transaction_code: z.string(),
    redeem_code: z.string().optional().meta({ description: "Hanya untuk lembaga pelatihan" }),
    course_code: z.string(),
    schedule_code: z.string(),
    amount: z.int().meta({ description: "Rupiah" }),
  }),
});
