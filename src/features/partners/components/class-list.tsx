import { getTranslations } from "next-intl/server";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { ClassMember } from "../types/participant.ts";
import { partName } from "./participants.tsx";

/** A class by name, with what was noted of each and room for a signature on paper. */
export async function ClassList({ members }: { readonly members: readonly ClassMember[] }) {
  const t = await getTranslations("partners.classList");
  const nameOfPart = await partName();
  const places = new Map(members.map(({ redeemCode }, index) => [redeemCode, index + 1]));
  return (
    <DataTable
      dense
      caption={t("title")}
      captionHidden
      rows={members}
      rowKey={({ redeemCode }) => redeemCode}
      empty={<EmptyState scene="market" title={t("nobody")} text={t("nobodyText")} />}
      columns={[
        { header: t("number"), numeric: true, cell: ({ redeemCode }) => places.get(redeemCode) },
        { header: t("name"), rowHeader: true, cell: ({ name }) => name },
        { header: t("code"), cell: ({ redeemCode }) => <code className="font-mono">{redeemCode}</code> },
        {
          header: t("attended"),
          cell: ({ attended }) => (attended.length > 0 ? attended.map(nameOfPart).join(", ") : t("absent")),
        },
        { header: t("signature"), cell: () => <span className="inline-block min-w-32" aria-hidden="true" /> },
      ]}
    />
  );
}
