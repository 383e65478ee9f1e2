import { getTranslations } from "next-intl/server";
import { mediaAddress } from "#platform/media/media-address.ts";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import type { SampleLesson } from "../types.ts";

/** A lesson for anybody: a plain video that loads nothing before it is played, and its text. */
export async function SampleLessonView({ lesson }: { readonly lesson: SampleLesson }) {
  const t = await getTranslations("catalogue.sample");
  const file = (name: string) => mediaAddress(lesson.mediaFolder, name);
  return (
    <>
      <video
        controls
        preload="none"
        playsInline
        poster={file("poster.webp")}
        aria-label={lesson.title}
        className="aspect-video w-full bg-band"
      >
        <source src={file("video.mp4")} type="video/mp4" />
        <track kind="captions" srcLang="id" label="Bahasa Indonesia" src={file("captions.vtt")} default />
      </video>
      <Disclosure summary={t("text")} open>
        <div lang="id" className="grid max-w-text gap-2">
          {lesson.transcript.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </Disclosure>
    </>
  );
}
