import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { TrainingOverview } from "../types.ts";

/** The one thing to do in a training now. */
export async function NextLessonCard({ training }: { readonly training: TrainingOverview }) {
  const t = await getTranslations("training.overview");
  const { courseSlug: slug, lessons } = training;
  const finishBy = formatMoment(training.finishBy, await currentLocale());
  const deadline = { until: t("until", { finishBy }), otherwise: t("otherwise") };
  const next = lessons.find((lesson) => lesson.state !== "done");
  if (training.stage === "learn" && next) {
    return (
      <NextStepCard
        label={t("now")}
        what={t("learn", next)}
        text={t("learnText")}
        {...deadline}
        action={
          <LinkButton href={`/belajar/${slug}/${next.position}`} icon="play" size="large">
            {t("learnAction", { position: next.position })}
          </LinkButton>
        }
      />
    );
  }
  if (training.stage === "quiz") {
    return (
      <NextStepCard
        label={t("now")}
        what={t("quiz")}
        text={t("quizText")}
        {...deadline}
        action={
          <LinkButton href={`/belajar/${slug}/kuis`} size="large">
            {t("quizAction")}
          </LinkButton>
        }
      />
    );
  }
  const stage = training.stage === "review" || training.stage === "finished" ? training.stage : "late";
  const hrefs = { review: `/ulasan/${slug}`, finished: "/sertifikat", late: "/pelatihan-saya" };
  return (
    <NextStepCard
      label={t("now")}
      what={t(stage)}
      text={t(`${stage}Text`, { finishBy })}
      mood={stage === "review" ? "act" : "done"}
      action={
        <LinkButton href={hrefs[stage]} variant={stage === "review" ? "primary" : "secondary"} size="large">
          {t(`${stage}Action`)}
        </LinkButton>
      }
    />
  );
}
