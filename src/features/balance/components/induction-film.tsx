import { getTranslations } from "next-intl/server";
import { mediaAddress } from "#platform/media/media-address.ts";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { type InductionPart, inductionFilms } from "../types.ts";

/** The video of a part, which loads nothing before it is played, and its text, which does as well. */
export async function InductionFilm({ part }: { readonly part: InductionPart }) {
  const t = await getTranslations("balance.induction");
  const { folder, seconds, bytes } = inductionFilms[part];
  const file = (name: string) => mediaAddress(folder, name);
  return (
    <section className="grid gap-4">
      <p className="text-ink-soft">{t("data", { seconds, size: Math.ceil(bytes / 1_000) })}</p>
      <video
        controls
        preload="none"
        playsInline
        poster={file("poster.webp")}
        aria-label={t(`parts.${part}.title`)}
        className="aspect-video w-full bg-band"
      >
        <source src={file("video.mp4")} type="video/mp4" />
        <track kind="captions" srcLang="id" label="Bahasa Indonesia" src={file("captions.vtt")} default />
      </video>
      <Disclosure summary={t("transcript")} open>
        <div className="grid max-w-text gap-2">
          {t(`parts.${part}.transcript`)
            .split("\n")
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </div>
      </Disclosure>
    </section>
  );
}
