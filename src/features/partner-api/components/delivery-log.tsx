import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import { findDeliveries } from "../queries/webhooks.ts";
import type { DeliveryLine } from "../types/webhooks.ts";

const LATEST = 20;
const tones = { waiting: "neutral", delivered: "success", "given-up": "danger" } as const;

type Props = {
  /** Whose clients were told. */
  readonly owner: { readonly kind: "provider" | "platform"; readonly slug: string };
};

/** What the partner's own server was told lately, and how it answered. */
export async function DeliveryLog({ owner }: Props) {
  const t = await getTranslations("partner-docs.deliveries");
  const locale = await currentLocale();
  const { lines } = await findDeliveries(owner, { size: LATEST });
  return (
    <Card title={t("title")}>
      <p>{t("lead")}</p>
      <DataTable
        caption={t("title")}
        captionHidden
        dense
        rows={lines}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{t("empty")}</p>}
        columns={[
          { header: t("when"), cell: ({ createdAt }) => formatShort(createdAt, locale) },
          { header: t("event"), cell: ({ event }) => <code>{event}</code> },
          { header: t("reference"), cell: ({ reference }) => reference, rowHeader: true },
          {
            header: t("state"),
            cell: ({ state }) => <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>,
          },
          { header: t("tries"), cell: ({ tries }) => <Tries tries={tries} /> },
        ]}
      />
    </Card>
  );
}

async function Tries({ tries }: Pick<DeliveryLine, "tries">) {
  const t = await getTranslations("partner-docs.deliveries");
  if (tries.length === 0) return t("none");
  return (
    <ol className="grid gap-1">
      {tries.map(({ at, status, failure, milliseconds }) => (
        <li key={at.getTime()}>
          {status === null
            ? t("failed", { failure: t(`failures.${failure ?? "network"}`), milliseconds })
            : t("answered", { status, milliseconds })}
        </li>
      ))}
    </ol>
  );
}
