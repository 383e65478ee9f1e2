import { z } from "zod";

export const showCardInput = z.object({});

/** `?tampil=1&sesudah=<id of a movement>` */
export const balancePageQuery = z.object({
  tampil: z.literal("1").optional().catch(undefined),
  sesudah: z.uuid().optional().catch(undefined),
});
