import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import type { Anomaly, AnomalyGroup } from "../types.ts";

type AnomalyCardProps = { readonly waveId: string; readonly groups: readonly AnomalyGroup[] };

/** What stands out: how many, why it matters in plain words, and the way to a sample. */
export async function AnomalyCard({ waveId, groups }: AnomalyCardProps) {
  const t = await getTranslations("wave-review.anomalies");
  return (
    <Card title={t("title")}>
      {groups.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <>
          <p>{t("lead")}</p>
          {groups.map((group) => (
            <Disclosure key={group.kind} summary={t(`kinds.${group.kind}.title`)}>
              <p>{t(`kinds.${group.kind}.why`)}</p>
              <p>{t("alike", { count: group.alike })}</p>
              <ul className="grid gap-2">
                {group.largest.map((anomaly) => (
                  <li key={anomaly.mark} className="flex flex-wrap items-center justify-between gap-x-4">
                    <AnomalyLine kind={group.kind} anomaly={anomaly} />
                    <a
                      className="link inline-flex min-h-11 items-center"
                      href={`/admin/gelombang/${waveId}/tinjau?tanda=${group.kind}.${anomaly.mark}`}
                    >
                      {t("sample")}
                    </a>
                  </li>
                ))}
              </ul>
            </Disclosure>
          ))}
        </>
      )}
    </Card>
  );
}

type AnomalyLineProps = { readonly kind: AnomalyGroup["kind"]; readonly anomaly: Anomaly };

async function AnomalyLine({ kind, anomaly }: AnomalyLineProps) {
  const t = await getTranslations("wave-review.anomalies");
  const locale = await currentLocale();
  const found = formatNumber(anomaly.found, locale);
  const text =
    kind === "joins-in-a-minute"
      ? t(`kinds.${kind}.one`, { found, moment: formatShort(new Date(anomaly.subject), locale) })
      : t(`kinds.${kind}.one`, { found, place: anomaly.place ?? "–" });
  return (
    <span>
      {text}
      {anomaly.usual === null ? null : ` (${t("usual", { usual: formatNumber(anomaly.usual, locale) })})`}
    </span>
  );
}
