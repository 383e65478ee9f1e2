import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { messagesFor } from "#i18n/messages.ts";
import { mediaAddress } from "#platform/media/media-address.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { Progress } from "#ui/primitives/progress.tsx";
import type { LessonPage } from "../types.ts";

/** The video with captions. The element around it reports what is watched; without scripts it plays all the same. */
export async function LessonVideo({ lesson }: { readonly lesson: LessonPage }) {
  const t = await getTranslations("training.lesson");
  const { player } = messagesFor(await currentLocale()).training;
  const { standing, mediaFolder, seconds } = lesson;
  const source = mediaAddress(mediaFolder, "video.mp4");
  const seen = Math.min(standing.isDone ? seconds : standing.frontier, seconds);
  return (
    <section id="video" className="grid gap-4">
      <lesson-player
        data-lesson={lesson.id}
        data-source={source}
        data-media={JSON.stringify(lesson.media)}
        data-frontier={standing.frontier}
        data-checkpoint={standing.checkpoint ?? ""}
        data-done={standing.isDone ? "1" : "0"}
        data-texts={JSON.stringify(player)}
      >
        <video
          controls
          preload="none"
          playsInline
          poster={mediaAddress(mediaFolder, "poster.webp")}
          aria-label={lesson.title}
          className="aspect-video w-full bg-band"
        >
          <source src={source} type="video/mp4" />
          <track
            kind="captions"
            srcLang="id"
            label="Bahasa Indonesia"
            src={mediaAddress(mediaFolder, "captions.vtt")}
            default
          />
        </video>
      </lesson-player>
      <noscript>
        <Notice tone="warning">{t("noScript")}</Notice>
      </noscript>
      {standing.isDone ? null : (
        <Progress
          id="lesson-progress"
          label={t("progress")}
          value={seen}
          max={seconds}
          text={t("progressText", { seen, all: seconds })}
        />
      )}
    </section>
  );
}
