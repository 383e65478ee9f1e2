import { z } from "zod";

/** Parameters as they lie in the row. */
export const notificationParameters = z.record(z.string(), z.union([z.string(), z.number()]));

export const readAllInput = z.object({});
