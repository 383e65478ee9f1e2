import { z } from "zod";
import { addSeconds } from "#kernel/calendar.ts";
import { parseWrittenMoment } from "#kernel/written-moment.ts";
import { priorityGroups, stepsOfTwo } from "./types.ts";

const count = z.int().min(0);

/** The parameters as a scheme's row keeps them. */
export const schemeParameters = z.object({
  minimumAge: count,
  maximumAge: count.nullable(),
  excludesOtherAid: z.boolean(),
  recipientsPerFamilyCard: z.int().min(1).max(2),
  trainingBalance: count,
  jobSearchIncentive: count,
  jobSearchPayments: count,
  surveyIncentive: count,
  surveyDays: z.array(count),
  surveyOpenDays: count,
  daysToFirstPurchase: count,
  daysToNextPurchase: count.nullable(),
  daysToFinish: count,
  daysBetweenPayments: count,
  testGatePercent: z.number().min(0).max(100),
  testMinutes: z.int().min(1),
  testBlueprint: z.object({ numeracy: count, ordering: count, reading: count, motivation: count }),
});

export const joinWaveInput = z.object({
  waveId: z.uuid("not-valid"),
  consent: z.literal("yes", "tick-this"),
});

export const waveInput = z.object({ waveId: z.uuid("not-valid") });

export const waveStepInput = waveInput.extend({ step: z.enum(stepsOfTwo, "not-valid") });

/** For a step that cannot be taken back. */
export const confirmedWaveInput = waveInput.extend({ confirmed: z.literal("yes", "tick-this") });

/** "24-11-2026 09.00", as people in Indonesia write a moment; taken as WIB. */
const momentInWib = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text, context) => {
    const moment = parseWrittenMoment(text);
    if (moment) return moment;
    context.addIssue({ code: "custom", message: "wave-moment-not-valid" });
    return z.NEVER;
  });

const wholeNumber = z
  .string("required")
  .trim()
  .min(1, "required")
  .regex(/^\d{1,9}$/, "number-only")
  .transform(Number);

const PROVINCES = "provinces.";
const GROUPS = "groups.";

/** The field of a province's places. */
export const provinceField = (code: string) => `${PROVINCES}${code}`;
/** The field of a priority group's places. */
export const groupField = (priority: number) => `${GROUPS}${priority}`;

/** Parts come as a field each; an empty one is no part. */
const part = z
  .string("number-only")
  .trim()
  .regex(/^(\d{1,9})?$/, "number-only")
  .transform((text) => (text === "" ? null : Number(text)));

/** The fields that begin so, under what follows: "provinces.12" under "12". */
function under(prefix: string, fields: Readonly<Record<string, unknown>>) {
  const found = Object.entries(fields).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]));
}

function gatherParts(form: unknown): unknown {
  const fields = z.record(z.string(), z.unknown()).safeParse(form);
  if (!fields.success) return form;
  return { ...fields.data, provinces: under(PROVINCES, fields.data), groups: under(GROUPS, fields.data) };
}

/** What is filled in, by what it is of. */
function partsBy<Key>(
  parts: Readonly<Record<string, number | null | undefined>>,
  key: (text: string) => Key,
) {
  const filled = Object.entries(parts).flatMap(([text, places]) =>
    places === null || places === undefined ? [] : [[key(text), places] as const],
  );
  return new Map(filled);
}

const planFields = z.object({
  number: wholeNumber.refine((number) => number > 0, "not-valid"),
  kind: z.enum(["regular", "recovery"], "choose-one"),
  schemeCode: z.string("choose-one").min(1, "choose-one").max(10, "not-valid"),
  opensAt: momentInWib,
  /** The minute that is named still counts. */
  closesAt: momentInWib.transform((moment) => addSeconds(moment, 59)),
  quota: wholeNumber.refine((quota) => quota > 0, "wave-quota-too-small"),
  provinces: z
    .record(z.string().regex(/^\d{2}$/, "not-valid"), part)
    .transform((parts) => partsBy(parts, (code) => code)),
  groups: z
    .partialRecord(z.enum(priorityGroups.map(String)), part)
    .transform((parts) => partsBy(parts, Number)),
});

export const planWaveInput = z.preprocess(gatherParts, planFields);

/** A plan in the place of the one before. */
export const editWaveInput = z.preprocess(gatherParts, planFields.extend({ waveId: z.uuid("not-valid") }));
