/**
 * Makes the videos of the lessons from their texts: `node scripts/lessons/make.ts [slug ...]`, of courses and of the induction.
 * Slides are drawn in Chromium, spoken by espeak-ng and packed by ffmpeg. A lesson whose text is unchanged is skipped.
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { courseSchema } from "../../prisma/seed/course-schema.ts";
import { type Film, type FilmedLesson, inductionSchema } from "../../prisma/seed/induction-schema.ts";
import { captionsOf } from "./captions.ts";
import { encodePoster, encodeVideo, pack } from "./encode.ts";
import { frame, PAGE, poster } from "./slide.ts";
import { beatsOf, chaptersOf, checkpointAt } from "./timeline.ts";
import { findTools, type Tools } from "./tools.ts";
import { speak } from "./voice.ts";

/** Raise it when the look or the sound changes, and every lesson is made anew. */
const RECIPE = 1;

const SEED = resolve(import.meta.dirname, "../../prisma/seed");
const FILES = ["video.mp4", "index.m3u8", "master.m3u8", "captions.vtt", "poster.webp", "lesson.json"];

const read = (file: string): unknown => JSON.parse(readFileSync(join(SEED, file), "utf8"));
const INDUCTION = inductionSchema.parse(read("induction.json"));

const readFilm = (slug: string): Film =>
  slug === INDUCTION.slug ? INDUCTION : courseSchema.parse(read(join("courses", `${slug}.json`)));

/** A stamp of everything that the media of a lesson depend on. */
function stampOf(course: Film, lesson: FilmedLesson): string {
  const { slides, accent, title, checkpoint } = lesson;
  const nth = course.lessons.indexOf(lesson);
  const source = [
    RECIPE,
    course.title,
    course.category,
    course.lessons.length,
    nth,
    title,
    accent,
    slides,
    checkpoint?.afterSlide,
  ];
  return createHash("sha256").update(JSON.stringify(source)).digest("hex").slice(0, 16);
}

function isMade(folder: string, stamp: string): boolean {
  if (!FILES.every((file) => existsSync(join(folder, file)))) return false;
  const made: unknown = JSON.parse(readFileSync(join(folder, "lesson.json"), "utf8"));
  return typeof made === "object" && made !== null && "source" in made && made.source === stamp;
}

async function draw(page: Page, html: string, file: string): Promise<void> {
  await page.setContent(html);
  await page.screenshot({ path: file });
}

async function makeLesson(
  tools: Tools,
  page: Page,
  course: Film,
  lesson: FilmedLesson,
  work: string,
): Promise<void> {
  const { file: voice, beats } = speak(tools, beatsOf(lesson), work);
  for (const at of beats.keys())
    await draw(page, frame(course, lesson, beats, at), join(work, `frame-${at}.png`));
  await draw(page, poster(course, lesson), join(work, "poster.png"));
  encodeVideo(tools, work, beats, voice);
  encodePoster(tools, work);
  writeFileSync(join(work, "captions.vtt"), captionsOf(beats));
  const manifest = {
    source: stampOf(course, lesson),
    duration: beats.at(-1)?.end ?? 0,
    ...pack(work),
    chapters: chaptersOf(lesson, beats),
    transcript: beats.map(({ start, end, text }) => ({ start, end, text })),
    checkpointAt: checkpointAt(lesson, beats),
  };
  writeFileSync(join(work, "lesson.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function publish(work: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) copyFileSync(join(work, file), join(folder, file));
}

async function main(slugs: readonly string[]): Promise<void> {
  const tools = findTools();
  const browser = await chromium.launch({ executablePath: tools.chromium, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: PAGE });
  try {
    for (const course of slugs.map(readFilm)) {
      for (const lesson of course.lessons) {
        const folder = join(SEED, "media", course.slug, lesson.slug);
        if (isMade(folder, stampOf(course, lesson))) continue;
        const work = mkdtempSync(join(tmpdir(), "lesson-"));
        try {
          await makeLesson(tools, page, course, lesson, work);
          publish(work, folder);
        } finally {
          rmSync(work, { recursive: true, force: true });
        }
        const kilobytes = Math.round(statSync(join(folder, "video.mp4")).size / 1024);
        console.log(`${course.slug}/${lesson.slug}: ${kilobytes} KB`);
      }
    }
  } finally {
    await browser.close();
  }
}

const asked = process.argv.slice(2);
const all = readdirSync(join(SEED, "courses")).map((file) => file.replace(/\.json$/, ""));
await main(asked.length > 0 ? asked : [...all.sort(), INDUCTION.slug]);
