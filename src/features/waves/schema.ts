import { z } from "zod";
import { addSeconds, dayInWib, dayOf, secondsBetween, startOfDay } from "#kernel/calendar.ts";
import { priorityGroups } from "./types.ts";

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

/** For a step that cannot be taken back. */
export const confirmedWaveInput = waveInput.extend({ confirmed: z.literal("yes", "tick-this") });

const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})[ ,]+(\d{1,2})[.:](\d{2})$/;

/** "24-11-2026 09.00", as people in Indonesia write a moment; taken as WIB. */
const momentInWib = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text, context) => {
    const [date = 0, month = 0, year = 0, hours = 24, minutes = 0] = (written.exec(text) ?? [])
      .slice(1)
      .map(Number);
    const day = dayOf(year, month, date);
    if (day && hours < 24 && minutes < 60) return addSeconds(startOfDay(day), hours * 3600 + minutes * 60);
    context.addIssue({ code: "custom", message: "wave-moment-not-valid" });
    return z.NEVER;
  });

/** A moment as the form reads it, in WIB: "24-11-2026 09.00". */
export function writeMoment(moment: Date): string {
  const day = dayInWib(moment);
  const minutes = Math.floor(secondsBetween(startOfDay(day), moment) / 60);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.split("-").reverse().join("-")} ${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}

const wholeNumber = z
  .string("required")
  .trim()
  .min(1, "required")
  .regex(/^\d{1,9}$/, "number-only")
  .transform(Number);

const planFields = z.object({
  number: wholeNumber.refine((number) => number > 0, "not-valid"),
  kind: z.enum(["regular", "recovery"], "choose-one"),
  schemeCode: z.string("choose-one").min(1, "choose-one").max(10, "not-valid"),
  opensAt: momentInWib,
  /** The minute that is named still counts. */
  closesAt: momentInWib.transform((moment) => addSeconds(moment, 59)),
  quota: wholeNumber.refine((quota) => quota > 0, "wave-quota-too-small"),
});

/** The field of a province's places. */
export const provinceField = (code: string) => `province-${code}`;
/** The field of a priority group's places. */
export const groupField = (priority: number) => `group-${priority}`;

/** Parts come as a field each; an empty one is no part. */
const part = z
  .string("number-only")
  .trim()
  .regex(/^(\d{1,9})?$/, "number-only")
  .transform((text) => (text === "" ? null : Number(text)));

type Fields = Readonly<Record<string, unknown>>;

/** The places under each of these fields; what cannot be read becomes an issue at its field. */
function readParts<Key>(
  fields: Fields,
  named: readonly (readonly [Key, string])[],
  context: z.RefinementCtx,
) {
  const parts = new Map<Key, number>();
  for (const [key, field] of named) {
    const read = part.safeParse(fields[field] ?? "");
    if (!read.success) context.addIssue({ code: "custom", message: "number-only", path: [field] });
    else if (read.data !== null) parts.set(key, read.data);
  }
  return parts;
}

const PROVINCE_FIELD = /^province-(\d{2})$/;

/** The province that a field speaks of. */
const provincesIn = (fields: Fields) =>
  Object.keys(fields).flatMap((field) => {
    const code = PROVINCE_FIELD.exec(field)?.[1];
    return code === undefined ? [] : [[code, field] as const];
  });

const groupsIn = priorityGroups.map((priority) => [priority, groupField(priority)] as const);

export const planWaveInput = planFields.loose().transform((fields, context) => {
  const provinces = readParts<string>(fields, provincesIn(fields), context);
  const groups = readParts<number>(fields, groupsIn, context);
  const { number, kind, schemeCode, opensAt, closesAt, quota } = fields;
  return { number, kind, schemeCode, opensAt, closesAt, quota, provinces, groups };
});

/** A plan in the place of the one before. */
export const editWaveInput = z.intersection(z.object({ waveId: z.uuid("not-valid") }), planWaveInput);
