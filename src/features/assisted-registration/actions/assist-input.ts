import { z } from "zod";
import { wholeFormInput } from "#features/registration/schema.ts";
import { correctionInput, helpInput } from "../schema.ts";

const personsForm = wholeFormInput.transform((form) => ({ form }));

/** A person's whole form, as they would fill it in themselves, and the office's part beside it. */
export const assistInput = z.intersection(personsForm, helpInput);

/** The same form, of a person who is known. */
export const correctInput = z.intersection(personsForm, correctionInput);
