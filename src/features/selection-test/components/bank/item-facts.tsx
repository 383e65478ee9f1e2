import { getTranslations } from "next-intl/server";
import { formatMoment, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Progress } from "#ui/primitives/progress.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { Timeline } from "#ui/primitives/timeline.tsx";
import type { ItemExposure, ViewedItem } from "../../types/bank.ts";

type ItemProps = { readonly item: ViewedItem };

/** Who wrote and approved it, and what the author expects. */
export async function ItemFacts({ item }: ItemProps) {
  const t = await getTranslations("selection-test.bank");
  const kinds = await getTranslations("selection-test.question.kind");
  const locale = await currentLocale();
  const { content, author, approver } = item;
  const difficulty = (["1", "2", "3"] as const).find((value) => Number(value) === content.difficulty);
  const rows = [
    { label: t("kind"), value: kinds(content.kind) },
    { label: t("view.author"), value: author ?? t("view.fromPortal") },
    { label: t("view.written"), value: formatShort(item.createdAt, locale) },
    { label: t("view.approver"), value: approver },
    { label: t("difficultyExpected"), value: difficulty && t(`difficulties.${difficulty}`) },
    { label: t("view.family"), value: content.family },
    { label: t("view.pair"), value: content.pairCode },
  ];
  return (
    <Card title={t("view.facts")}>
      <SummaryList rows={rows.flatMap(({ label, value }) => (value ? [{ label, value }] : []))} />
    </Card>
  );
}

/** Every version under the code, and every step of this one. */
export async function ItemHistory({ item }: ItemProps) {
  const t = await getTranslations("selection-test.bank");
  const locale = await currentLocale();
  return (
    <Card title={t("view.versions")}>
      <ul className="grid">
        {item.versions.map(({ id, version, state, createdAt }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3">
            {id === item.id ? (
              <strong>
                {t("versionNumber", { version })} ({t("view.thisVersion")})
              </strong>
            ) : (
              <a href={`/admin/soal/${id}`} className="link inline-flex min-h-11 items-center">
                {t("versionNumber", { version })}
              </a>
            )}
            <span className="text-ink-soft">
              {t(`states.${state}`)} · {formatShort(createdAt, locale)}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t("view.history")}</h3>
      {item.reviews.length === 0 ? (
        <p className="text-ink-soft">{t("view.noHistory")}</p>
      ) : (
        <Timeline
          items={item.reviews.map(({ id, step, by, at, note }) => ({
            id,
            title: `${by}: ${t(`view.steps.${step}`)}`,
            when: formatMoment(at, locale),
            dateTime: at.toISOString(),
            text: note,
            tone: step === "approved" ? "success" : "neutral",
          }))}
        />
      )}
    </Card>
  );
}

/** How many of the tests of 30 days showed it, beside its limit. */
export async function ItemExposureCard({ item, exposure }: ItemProps & { readonly exposure: ItemExposure }) {
  const t = await getTranslations("selection-test.bank.view");
  const { shown, attempts } = exposure;
  const isResting = item.state === "approved" && !item.active;
  const text = t("exposureText", { shown, attempts, percent: Math.round((shown / attempts) * 100) });
  return (
    <Card title={t("exposure")}>
      {attempts === 0 ? (
        <p>{t("exposureNone")}</p>
      ) : (
        <Progress id="exposure" label={t("exposureLabel")} value={shown} max={attempts} text={text} />
      )}
      {item.content.kind === "motivation" ? null : (
        <p className="text-ink-soft">
          {item.exposureLimit === null ? t("noLimit") : t("limitText", { limit: item.exposureLimit })}
        </p>
      )}
      {isResting ? <Notice tone="warning">{t("resting")}</Notice> : null}
    </Card>
  );
}
