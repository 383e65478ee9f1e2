import { z } from "zod";

export const moveClockInput = z.object({ step: z.enum(["day", "month", "deadline"], "choose-one") });

const printable = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The details of an audit row: plain values, never personal data. */
export const auditDetails = z.record(z.string(), printable).catch({});
