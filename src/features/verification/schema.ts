import { z } from "zod";

/** An answer of the population register as it is kept. */
const keptAgreement = z.object({
  exists: z.boolean(),
  familyCard: z.boolean(),
  name: z.enum(["same", "similar", "different"]),
  birthDate: z.boolean(),
  mother: z.boolean(),
});

function keptEntry<const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) {
  return z.object({
    entry: z.object({ kind: z.enum(kinds), since: z.iso.date(), until: z.iso.date().nullable() }).nullable(),
  });
}

/** The answers of all registers as they are kept, and as they were decided on. */
export const keptAnswers = z.object({
  population: keptAgreement,
  education: keptEntry(["pupil", "student"]),
  social_aid: keptEntry(["family-hope", "food", "cash", "wage"]),
  occupation: keptEntry([
    "state-official",
    "councillor",
    "civil-servant",
    "soldier",
    "police",
    "village-head",
    "state-company-board",
  ]),
  blacklist: keptEntry(["false-data", "cheating", "borrowed-identity"]),
  priority: keptEntry(["laid-off"]),
});
