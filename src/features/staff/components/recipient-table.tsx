import { getTranslations } from "next-intl/server";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { RegionalRecipient } from "../types.ts";

/** Names and masked NIKs, and nothing else. */
export async function RecipientTable({ recipients }: { readonly recipients: readonly RegionalRecipient[] }) {
  const t = await getTranslations("staff.recipients");
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={recipients}
      rowKey={(row) => row.participantId}
      columns={[
        { header: t("name"), cell: (row) => row.name, rowHeader: true },
        { header: t("nik"), cell: (row) => <span className="tabular-nums">{row.maskedNik}</span> },
      ]}
    />
  );
}
