import { z } from "zod";
import { type Day, dayInWib } from "#kernel/calendar.ts";
import { plainText } from "#kernel/plain-text.ts";
import { parseWrittenMoment } from "#kernel/written-moment.ts";
import { courseContent } from "../schema.ts";
import { qualityPoints } from "../types/authoring.ts";

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
/** "450.000" or "Rp450.000" as people write rupiah. */
const wholeOf = (text: string) =>
  /^(rp)?[\s\d.]+$/i.test(text) ? Number(text.replaceAll(/\D/g, "")) : Number.NaN;
const linesOf = (text: string) =>
  plainText(text)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** A course's form as it is sent, in the shape of a course's content. */
function contentOfForm(form: unknown): unknown {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(form);
  const at = (name: string) => typed.parse(fields[name]);
  const optional = (name: string) => at(name) || null;
  const sections = sectionPlaces
    .map((place) => ({
      title: at(`syllabus.${place}.title`),
      text: at(`syllabus.${place}.text`),
    }))
    .filter(({ title, text }) => title || text);
  return {
    courseId: optional("courseId"),
    ...{ title: at("title"), titleEn: at("titleEn"), summary: at("summary"), summaryEn: at("summaryEn") },
    ...{ description: at("description"), outcomes: linesOf(at("outcomes")), category: at("category") },
    ...{ platform: at("platform"), mode: at("mode"), level: at("level"), syllabus: sections },
    ...{ price: wholeOf(at("price")), hours: wholeOf(at("hours")), minimumAge: wholeOf(at("minimumAge")) },
    minimumEducation: optional("minimumEducation"),
    trainer: { name: at("trainer.name"), about: at("trainer.about") },
    sampleLesson: at("sampleLesson") ? wholeOf(at("sampleLesson")) : null,
  };
}

export const writeCourseInput = z
  .preprocess(
    contentOfForm,
    z.strictObject({ courseId: z.uuid("not-valid").nullable(), ...courseContent.shape }),
  )
  .transform(({ courseId, ...content }) => ({ courseId, content }));

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
