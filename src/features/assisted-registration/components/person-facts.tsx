import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { AssistedCase } from "../types.ts";
import { StatusTag } from "./status-tag.tsx";

/** All that the office sees of a person. */
export async function PersonFacts({ person }: { readonly person: AssistedCase }) {
  const t = await getTranslations("assisted-registration.person");
  return (
    <SummaryList
      rows={[
        { label: t("name"), value: person.name },
        { label: t("nik"), value: <span className="tabular-nums">{person.maskedNik}</span> },
        { label: t("status"), value: <StatusTag status={person.status} /> },
        { label: t("filledBy"), value: t("office", { region: person.office.name }) },
        { label: t("since"), value: formatMoment(person.since, await currentLocale()) },
      ]}
    />
  );
}
