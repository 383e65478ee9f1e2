import { getTranslations } from "next-intl/server";

type QuestionMapProps = { readonly answered: readonly boolean[]; readonly current: number };

/** Every question of the test as a link, with what is answered. */
export async function QuestionMap({ answered, current }: QuestionMapProps) {
  const t = await getTranslations("selection-test.question");
  return (
    <nav aria-label={t("map")} className="grid gap-3 border-t border-line pt-5">
      <ol className="flex flex-wrap gap-2">
        {answered.map((isAnswered, index) => {
          const number = index + 1;
          return (
            <li key={number}>
              <a
                href={`/tes/soal/${number}`}
                aria-label={t(isAnswered ? "mapAnswered" : "mapOpen", { number })}
                aria-current={number === current ? "page" : undefined}
                className={`petal-sm grid size-11 place-items-center border-2 font-semibold tabular-nums aria-[current]:border-accent ${
                  isAnswered ? "border-brand bg-brand text-on-brand" : "border-line-strong bg-surface"
                }`}
              >
                {number}
              </a>
            </li>
          );
        })}
      </ol>
      <p className="text-sm text-ink-soft">{t("mapNote")}</p>
    </nav>
  );
}
