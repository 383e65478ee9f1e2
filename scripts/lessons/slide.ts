import type { Film, FilmedLesson } from "../../prisma/seed/induction-schema.ts";
import { kawung, motif } from "./motif.ts";
import { type Beat, escapeMarkup } from "./timeline.ts";

/** The page on which slides are drawn; the video shows it at half this size. */
export const PAGE = { width: 1280, height: 720 };

const PAPER = "#f7f5ef";
const INK = "#1a2233";
const TURMERIC = "#f0a62f";

/** Where the pale disc behind the drawing sits, so that slides differ at a glance. */
const DISCS = [
  "top:-90px;left:-70px",
  "top:330px;left:120px",
  "top:150px;left:-150px",
  "top:-60px;left:130px",
];

const page = (
  accent: string,
  style: string,
  body: string,
): string => `<!doctype html><html lang="id"><meta charset="utf-8"><style>
*{box-sizing:border-box;margin:0}
body{width:${PAGE.width}px;height:${PAGE.height}px;overflow:hidden;background:${PAPER};color:${INK};font-family:Inter,"Liberation Sans",sans-serif;position:relative}
.band{position:absolute;background:${accent};color:#fff;overflow:hidden}
.kawung{position:absolute;inset:0;opacity:.07}
.disc{position:absolute;width:340px;height:340px;border-radius:50%;background:#fff;opacity:.1}
.mark{position:absolute;color:#fff}
${style}</style><body>${body}`;

/** The picture that stands while one sentence is spoken: its slide, revealed up to its step. */
export function frame(course: Film, lesson: FilmedLesson, beats: readonly Beat[], at: number): string {
  const beat = beats[at];
  const slide = beat && lesson.slides[beat.slide];
  if (!beat || !slide) throw new Error(`${lesson.slug}: no picture ${at}`);
  const state = (nth: number): string => (nth < beat.step ? "past" : nth === beat.step ? "now" : "later");
  const steps = slide.steps.map(
    (step, nth) => `<li class="${state(nth)}"><i></i><span>${escapeMarkup(step.show)}</span></li>`,
  );
  const progress = beats.map((_, nth) => `<i class="${nth <= at ? "on" : ""}"></i>`);
  return page(
    lesson.accent,
    `.band{inset:0 auto 0 0;width:312px}
.nth{position:absolute;left:40px;top:40px;font-size:34px;font-weight:700;opacity:.92}
.mark{left:56px;top:236px}
.name{position:absolute;left:40px;right:28px;bottom:62px;font-size:34px;line-height:1.22;font-weight:700}
main{position:absolute;left:312px;right:0;top:0;bottom:86px;padding:64px 64px 0 72px}
h1{font-size:68px;line-height:1.12;font-weight:800;letter-spacing:-.022em;margin-bottom:56px;text-wrap:balance}
ul{list-style:none;padding:0;font-size:${slide.steps.length < 3 ? 60 : 52}px}
li{position:relative;line-height:1.24;font-weight:600;letter-spacing:-.012em;padding-left:44px;margin-bottom:44px;text-wrap:balance}
li i{position:absolute;left:0;top:6px;bottom:6px;width:12px;border-radius:6px;background:${lesson.accent}}
li.past{color:#5b6272;font-weight:500}li.past i{opacity:.35}li.later{visibility:hidden}
footer{position:absolute;left:384px;right:64px;bottom:38px;display:flex;justify-content:space-between;font-size:26px;font-weight:500;color:#5b6272}
.progress{position:absolute;left:0;right:0;bottom:0;height:16px;display:flex;gap:4px;background:${PAPER}}
.progress i{flex:1;background:#d9d4c7}.progress i.on{background:${TURMERIC}}`,
    `<div class="band">${kawung("k")}<div class="disc" style="${DISCS[beat.slide % DISCS.length]}"></div>
<div class="nth">${beat.slide + 1} / ${lesson.slides.length}</div><div class="mark">${motif(course.category, 200)}</div>
<div class="name">${escapeMarkup(lesson.title)}</div></div>
<main><h1>${escapeMarkup(slide.title)}</h1><ul>${steps.join("")}</ul></main>
<footer><span>${escapeMarkup(course.title)}</span><span>simulasi</span></footer><div class="progress">${progress.join("")}</div>`,
  );
}

/** The still that stands before the lesson is played. */
export function poster(course: Film, lesson: FilmedLesson): string {
  const nth = course.lessons.indexOf(lesson) + 1;
  return page(
    lesson.accent,
    `.band{inset:0}.disc{width:620px;height:620px;top:150px;left:820px}
.mark{right:84px;top:236px}
.text{position:absolute;left:72px;top:72px;bottom:96px;width:760px;display:flex;flex-direction:column;justify-content:center}
.nth{font-size:36px;font-weight:600;margin-bottom:26px;opacity:.95}
h1{font-size:84px;line-height:1.08;font-weight:800;letter-spacing:-.022em;text-wrap:balance}
.rule{width:120px;height:12px;border-radius:6px;background:${TURMERIC};margin-top:40px}
footer{position:absolute;left:72px;right:72px;bottom:44px;display:flex;justify-content:space-between;font-size:30px;font-weight:500;opacity:.95}`,
    `<div class="band"><div class="disc"></div><div class="mark">${motif(course.category, 290)}</div>
<div class="text"><div class="nth">Pelajaran ${nth} dari ${course.lessons.length}</div><h1>${escapeMarkup(lesson.title)}</h1><div class="rule"></div></div>
<footer><span>${escapeMarkup(course.title)}</span><span>simulasi</span></footer></div>`,
  );
}
