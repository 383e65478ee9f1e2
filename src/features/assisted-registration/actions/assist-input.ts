import { z } from "zod";
import { wholeFormInput } from "#features/registration/schema.ts";
import { helpInput } from "../schema.ts";

/** A person's whole form, as they would fill it in themselves, and the office's part beside it. */
export const assistInput = z.intersection(
  wholeFormInput.transform((form) => ({ form })),
  helpInput,
);
