import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { type Step, Steps } from "#ui/primitives/steps.tsx";
import type { TrainingOverview } from "../types.ts";

/** The lessons and the quiz of a training, each with its state. */
export async function TrainingContents({ training }: { readonly training: TrainingOverview }) {
  const t = await getTranslations("training.overview");
  const { courseSlug: slug, lessons, stage } = training;
  const next = lessons.find((lesson) => lesson.state !== "done")?.position;
  const isPassed = stage === "review" || stage === "finished";
  const items: Step[] = [
    ...lessons.map(
      ({ position, title, seconds, state }): Step => ({
        label: t("lesson", { position, title }),
        state: state === "done" ? "done" : position === next ? "current" : "todo",
        note: t("duration", { minutes: Math.round(seconds / 60) }),
        href: `/belajar/${slug}/${position}`,
      }),
    ),
    {
      label: t("quizStep"),
      state: isPassed ? "done" : stage === "quiz" ? "current" : "todo",
      note: await quizNote(training, isPassed),
      ...(stage === "quiz" ? { href: `/belajar/${slug}/kuis` } : {}),
    },
  ];
  return (
    <Card title={t("contents")}>
      <Steps
        items={items}
        stateTexts={{ done: t("state.done"), current: t("state.current"), todo: t("state.todo") }}
      />
    </Card>
  );
}

async function quizNote({ stage, lastScore }: TrainingOverview, isPassed: boolean): Promise<string> {
  const t = await getTranslations("training.overview");
  if (isPassed && lastScore !== null) return t("quizPassed", { score: lastScore });
  if (isPassed) return t("state.done");
  if (stage !== "quiz") return t("quizLocked");
  return lastScore === null ? t("quizOpen") : t("quizLast", { score: lastScore });
}
