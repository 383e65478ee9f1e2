import { z } from "zod";
import { type Day, dayInWib } from "#kernel/calendar.ts";
import { plainText } from "#kernel/plain-text.ts";
import { parseWrittenMoment } from "#kernel/written-moment.ts";
import { courseContent } from "../schema.ts";
import { qualityPoints } from "../types/authoring.ts";
import { atField, courseDraft } from "./draft.ts";

/** What the button of a course's form says that saves the draft and hands it in. */
export const HAND_IN = "hand-in";

/** Sections that the form of a course offers. */
export const sectionPlaces = [0, 1, 2, 3, 4] as const;

/** The programme's numbers as a scheme's row keeps them; a scheme that names no length asks for 6 hours (section 2). */
export const courseRules = z
  .object({ trainingBalance: z.int(), minimumTrainingHours: z.int().default(6) })
  .transform(({ trainingBalance, minimumTrainingHours }) => ({
    trainingBalance,
    minimumHours: minimumTrainingHours,
  }));

const typed = z.string().trim().catch("");
/** "450.000" or "Rp450.000" as people write rupiah; null where nothing was written. */
const wholeOf = (text: string) => {
  if (text === "") return null;
  return /^(rp)?[\s\d.]+$/i.test(text) ? Number(text.replaceAll(/\D/g, "")) : Number.NaN;
};
const linesOf = (text: string) =>
  plainText(text)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** A course's form as it is sent, in the shape of a course's content. Nothing typed is null. */
function contentOfForm(form: unknown): unknown {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(form);
  const at = (name: string) => typed.parse(fields[name]) || null;
  const handsIn = at("intent") === HAND_IN;
  const sections = sectionPlaces
    .map((place) => ({ title: at(`syllabus.${place}.title`), text: at(`syllabus.${place}.text`) }))
    // The first one is needed: where none was written, it is the one that is missing.
    .filter(({ title, text }, place) => title || text || (handsIn && place === 0));
  return {
    ...{ handsIn, courseId: at("courseId") },
    ...{ title: at("title"), titleEn: at("titleEn"), summary: at("summary"), summaryEn: at("summaryEn") },
    ...{ description: at("description"), outcomes: linesOf(at("outcomes") ?? ""), category: at("category") },
    ...{ platform: at("platform"), mode: at("mode"), level: at("level"), syllabus: sections },
    ...{ price: wholeOf(at("price") ?? ""), hours: wholeOf(at("hours") ?? "") },
    ...{ minimumAge: wholeOf(at("minimumAge") ?? ""), minimumEducation: at("minimumEducation") },
    trainer: { name: at("trainer.name"), about: at("trainer.about") },
    sampleLesson: wholeOf(at("sampleLesson") ?? ""),
  };
}

const courseId = z.uuid("not-valid").nullable();

/** A draft may be kept as far as it is written; what is handed in must be whole. */
export const writeCourseInput = z
  .preprocess(
    contentOfForm,
    z.discriminatedUnion("handsIn", [
      z.strictObject({ handsIn: z.literal(false), courseId, ...courseDraft.shape }),
      z.strictObject({
        ...{ handsIn: z.literal(true), courseId, ...courseContent.shape },
        outcomes: atField(courseContent.shape.outcomes),
      }),
    ]),
  )
  .transform(({ courseId: id, handsIn, ...content }) => ({ courseId: id, handsIn, content }));

export const courseInput = z.object({ courseId: z.uuid("not-valid") });

/** A moment as it was typed; null where nothing was, as for a self-paced course. */
const moment = z.unknown().transform((typed, context) => {
  const text = typeof typed === "string" ? typed.trim() : "";
  if (text === "") return null;
  const read = parseWrittenMoment(text);
  if (!read) context.addIssue({ code: "custom", message: "course-moment-not-valid" });
  return read ?? z.NEVER;
});

export const scheduleInput = z.object({
  courseId: z.uuid("not-valid"),
  startsAt: moment,
  endsAt: moment,
  place: z
    .string()
    .transform(plainText)
    .pipe(z.string().max(200, "too-long"))
    .catch("")
    .transform((text) => text || null),
  seats: z
    .string("required")
    .trim()
    .min(1, "required")
    .regex(/^\d{1,5}$/, "number-only")
    .transform(Number)
    .refine((seats) => seats > 0 && seats <= 20_000, "not-valid"),
});

const reason = (least: string) =>
  z.string(least).transform(plainText).pipe(z.string().min(1, least).max(500, "too-long"));

export const cancelScheduleInput = z.object({
  courseId: z.uuid("not-valid"),
  scheduleId: z.uuid("not-valid"),
  reason: reason("required"),
  confirmed: z.literal("yes", "tick-this"),
});

const points = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .catch([])
  .transform((codes) => qualityPoints.filter((point) => codes.includes(point)));

export const judgeInput = z.object({
  courseId: z.uuid("not-valid"),
  version: z.coerce.number("not-valid").int("not-valid").min(1, "not-valid"),
  decision: z.enum(["approve", "return"], "choose-one"),
  checked: points,
  note: z
    .string()
    .transform(plainText)
    .pipe(z.string().max(1_000, "too-long"))
    .catch("")
    .transform((text) => text || null),
});

const slug = z.string("choose-one").regex(/^[a-z0-9-]{1,80}$/, "choose-one");

/** "24-11-2026", as people write a day. */
const day = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text, context): Day => {
    const read = parseWrittenMoment(`${text} 00.00`);
    if (read) return dayInWib(read);
    context.addIssue({ code: "custom", message: "course-day-not-valid" });
    return z.NEVER;
  });

export const ownershipInput = z.object({
  platform: slug,
  provider: slug,
  since: day,
  ground: reason("required"),
});

export const endOwnershipInput = z.object({
  platform: slug,
  provider: slug,
  until: day,
  endGround: reason("required"),
});
