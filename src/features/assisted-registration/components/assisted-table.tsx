import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { AssistedPerson } from "../types.ts";
import { StatusTag } from "./status-tag.tsx";

/** Names, masked NIKs and how far each has come. */
export async function AssistedTable({ people }: { readonly people: readonly AssistedPerson[] }) {
  const t = await getTranslations("assisted-registration.list");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={people}
      rowKey={(person) => person.participantId}
      empty={<EmptyState scene="waiting" level={2} title={t("empty.title")} text={t("empty.text")} />}
      columns={[
        {
          header: t("name"),
          rowHeader: true,
          cell: ({ participantId, name }) => (
            <a href={`/dinas/bantu/${participantId}`} className="link inline-flex min-h-11 items-center">
              {name}
            </a>
          ),
        },
        { header: t("nik"), cell: (person) => <span className="tabular-nums">{person.maskedNik}</span> },
        { header: t("status"), cell: (person) => <StatusTag status={person.status} /> },
        { header: t("since"), cell: (person) => formatShort(person.since, locale) },
      ]}
    />
  );
}
