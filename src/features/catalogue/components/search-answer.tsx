import { getTranslations } from "next-intl/server";
import { Notice } from "#ui/primitives/notice.tsx";
import type { FoundCourses } from "../types/search.ts";

type SearchAnswerProps = {
  readonly found: FoundCourses;
  /** As the person typed it. */
  readonly typed: string;
};

/** How many there are, and what was made of words that no course says. */
export async function SearchAnswer({ found, typed }: SearchAnswerProps) {
  const t = await getTranslations("catalogue.list");
  const { answer, suggestion, count, isCountBounded } = found;
  return (
    <div className="grid gap-3" role="status">
      {answer.kind === "corrected" ? <Notice>{t("corrected", { typed, words: answer.words })}</Notice> : null}
      {answer.kind === "some-words" ? <Notice>{t("someWords")}</Notice> : null}
      {suggestion ? (
        <p className="text-lg">
          {t.rich("didYouMean", {
            words: suggestion,
            link: (text) => (
              <a
                href={`/pelatihan?${new URLSearchParams({ cari: suggestion })}`}
                className="link inline-flex min-h-11 items-center font-semibold"
              >
                {text}
              </a>
            ),
          })}
        </p>
      ) : null}
      {count > 0 ? (
        <p className="text-ink-soft">{t(isCountBounded ? "countMore" : "count", { count })}</p>
      ) : null}
    </div>
  );
}
