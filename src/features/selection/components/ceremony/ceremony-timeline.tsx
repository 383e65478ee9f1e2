import { getTranslations } from "next-intl/server";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { Locale } from "#i18n/messages.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Timeline, type TimelineItem } from "#ui/primitives/timeline.tsx";
import type { Ceremony, DrawPromise, ShownValue } from "../../types/ceremony.ts";

/** What happened to a list so far: fixed, promised, shown; every hash as it is published. */
export async function CeremonyTimeline({ ceremony }: { readonly ceremony: Ceremony }) {
  const t = await getTranslations("selection.ceremony");
  const locale = await currentLocale();
  const fixed: TimelineItem = {
    ...moment("list", ceremony.frozenAt, locale),
    title: t("happened.list", { count: formatNumber(ceremony.entryCount, locale) }),
    text: <Hash label={t("root")} value={ceremony.root} />,
    tone: "success",
  };
  const promised = ceremony.promised.map((promise): TimelineItem => {
    const { party, committedAt, commitment, source, knownAt } = promise;
    return {
      ...moment(`promise-${party}`, committedAt, locale),
      title: t(`happened.promise.${party}`),
      text: (
        <>
          {source && knownAt ? (
            <p className="wrap-anywhere">
              {t("announced", { source, moment: formatMoment(knownAt, locale) })}
            </p>
          ) : null}
          <Hash label={t("promise")} value={hex(commitment)} />
        </>
      ),
      tone: "info",
    };
  });
  const shown = ceremony.shown.map((value): TimelineItem => {
    const { party, revealedAt, isFallback } = value;
    return {
      ...moment(`value-${party}`, revealedAt, locale),
      title: t(isFallback ? `happened.byRule.${party}` : `happened.value.${party}`),
      text: <Hash label={t("value")} value={readable(value)} />,
      tone: isFallback ? "warning" : "success",
    };
  });
  const items = [fixed, ...byTime(ceremony.promised, promised), ...byTime(ceremony.shown, shown)];
  return (
    <Card title={t("timeline")}>
      <Timeline items={items} />
    </Card>
  );
}

function byTime(rows: readonly (DrawPromise | ShownValue)[], items: readonly TimelineItem[]): TimelineItem[] {
  const at = (index: number) => {
    const row = rows[index];
    return row ? ("committedAt" in row ? row.committedAt : row.revealedAt).getTime() : 0;
  };
  return items
    .map((item, index) => ({ item, at: at(index) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function moment(id: string, when: Date, locale: Locale) {
  return { id, when: formatMoment(when, locale), dateTime: when.toISOString() };
}

function Hash({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <p className="text-sm text-ink-soft">
      {label}: <code className="break-all">{value}</code>
    </p>
  );
}

/** The public figure is words; everything else is bytes. */
function readable({ party, value, isFallback }: ShownValue): string {
  return party === "public" && !isFallback ? new TextDecoder().decode(value) : hex(value);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
