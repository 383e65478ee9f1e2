import { z } from "zod";

/** A wave's number as an address writes it. */
export const waveNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
