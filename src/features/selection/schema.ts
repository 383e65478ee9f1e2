import { z } from "zod";

/** An operator's command on a wave, with the box that says that it cannot be taken back. */
export const waveCommandInput = z.object({
  waveId: z.uuid("not-valid"),
  confirmed: z.literal("yes", "tick-this"),
});
