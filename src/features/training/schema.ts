import { z } from "zod";

const slug = z.string("not-valid").regex(/^[a-z0-9-]{1,100}$/, "not-valid");
const position = z.coerce.number("not-valid").int("not-valid").min(1, "not-valid").max(999, "not-valid");
const choice = z
  .string("choose-one")
  .regex(/^[0-9]$/, "choose-one")
  .transform(Number);

export const lessonInput = z.object({ slug, position });

export const answerCheckpointInput = z.object({ slug, position, choice });

/** The quiz as its form sends it: one field a question, so that what is missing is told beside its question. */
export const submitQuizInput = z
  .object({
    ...{ slug, "answer-0": choice, "answer-1": choice, "answer-2": choice },
    ...{ "answer-3": choice, "answer-4": choice },
  })
  .transform((fields) => ({
    slug: fields.slug,
    answers: [
      ...[fields["answer-0"], fields["answer-1"], fields["answer-2"]],
      ...[fields["answer-3"], fields["answer-4"]],
    ],
  }));

/** POST /tonton/mulai. */
export const startWatchingInput = z.object({ lesson: z.uuid() });

const second = z.int().min(0).max(100_000);

/** POST /tonton/denyut: session, token, number of the beat, claimed ranges, lesson. */
export const beatInput = z.object({
  s: z.uuid(),
  t: z.string().max(100),
  n: z.int().min(1).max(1_000_000),
  r: z.array(z.tuple([second, second])).max(8),
  l: z.uuid(),
});

/** A lesson's question as the catalogue keeps it; the answer never leaves the server. */
export const lessonCheckpoint = z.object({
  at: z.int(),
  question: z.string(),
  options: z.array(z.string()),
  answer: z.int(),
  explain: z.string(),
});

export const lessonMedia = z.object({
  mime: z.string(),
  duration: z.number(),
  init: z.object({ offset: z.int(), length: z.int() }),
  segments: z.array(z.object({ start: z.number(), duration: z.number(), offset: z.int(), length: z.int() })),
});

export const lessonTranscript = z.array(z.object({ text: z.string() }));
