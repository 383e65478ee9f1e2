import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { findLastDraws } from "../queries/planning.ts";

const sentences = ["list", "promise", "order", "check"] as const;

/** How people are selected, in plain words, and the earlier draws that anyone can check. */
export async function SelectionInWords() {
  const t = await getTranslations("waves.selection");
  const draws = await findLastDraws();
  return (
    <Card title={t("heading")} look="sunken">
      <ol className="grid list-decimal gap-2 ps-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{t(sentence)}</li>
        ))}
      </ol>
      {draws.length > 0 ? (
        <div>
          <p>{t("earlier")}</p>
          <ul>
            {draws.map((number) => (
              <li key={number}>
                <a href={`/undian/${number}`} className="link inline-flex min-h-11 items-center">
                  {t("draw", { number })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  );
}
