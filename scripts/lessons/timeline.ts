import type { FilmedLesson } from "../../prisma/seed/induction-schema.ts";

/** Frames per second of the video; every sentence lasts a whole number of frames. */
export const FPS = 10;

/** One sentence of a lesson: the picture that stands while it is spoken, and when. */
export interface Beat {
  readonly slide: number;
  readonly step: number;
  readonly text: string;
  /** The sentence as the synthesiser should read it. */
  readonly spoken: string;
  /** Whether a new slide follows, which earns a longer pause. */
  readonly closesSlide: boolean;
}

export interface TimedBeat extends Beat {
  /** Seconds at which the picture appears and gives way. */
  readonly start: number;
  readonly end: number;
  /** Seconds at which the voice falls silent. */
  readonly voiceEnd: number;
}

export const beatsOf = (lesson: FilmedLesson): Beat[] =>
  lesson.slides.flatMap((slide, at) =>
    slide.steps.map((step, nth) => ({
      slide: at,
      step: nth,
      text: step.say,
      spoken: step.speak ?? step.say,
      closesSlide: nth === slide.steps.length - 1,
    })),
  );

/** Text made safe inside HTML and WebVTT. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Chapters are slides; each starts with its first sentence. */
export const chaptersOf = (lesson: FilmedLesson, beats: readonly TimedBeat[]) =>
  lesson.slides.map((slide, at) => ({
    start: beats.find((beat) => beat.slide === at)?.start ?? 0,
    title: slide.title,
  }));

/** The moment at which the question appears: the end of its slide; the start where there is none. */
export const checkpointAt = (lesson: FilmedLesson, beats: readonly TimedBeat[]): number =>
  beats.findLast((beat) => beat.slide === lesson.checkpoint?.afterSlide)?.end ?? 0;
