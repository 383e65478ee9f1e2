import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { QuizPage } from "../types.ts";

type QuizResultProps = { readonly lastTry: NonNullable<QuizPage["lastTry"]> };

/** The last try that did not pass: the score, and every answer with its explanation. */
export async function QuizResult({ lastTry }: QuizResultProps) {
  const t = await getTranslations("training.quiz");
  return (
    <section id="hasil" className="grid gap-4">
      <Notice tone="warning" title={t("result", { score: lastTry.score })} live>
        {t("resultText")}
      </Notice>
      <ol className="grid gap-3">
        {lastTry.feedback.map(({ text, chosen, isRight, explanation }) => (
          <li key={text}>
            <Card
              level={3}
              look="sunken"
              title={<span lang="id">{text}</span>}
              aside={<Tag tone={isRight ? "success" : "warning"}>{isRight ? t("right") : t("wrong")}</Tag>}
            >
              <p>{t("chosen", { answer: chosen })}</p>
              <p lang="id">{explanation}</p>
            </Card>
          </li>
        ))}
      </ol>
    </section>
  );
}
