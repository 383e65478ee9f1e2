import { getTranslations } from "next-intl/server";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { FieldLine, OperationLine } from "../types/reference.ts";

/** One address: who may call it, what is sent, what comes back. */
export async function OperationCard({ operation }: { readonly operation: OperationLine }) {
  const t = await getTranslations("partner-docs.reference");
  const { id, method, path, summary, kind, request, reply } = operation;
  return (
    <div id={id} className="scroll-mt-6">
      <Card title={summary} level={3} aside={<Tag>{t(`kinds.${kind}`)}</Tag>}>
        <p className="wrap-anywhere font-mono">
          <strong>{method}</strong> {path}
        </p>
        <Fields caption={t("request")} fields={request} empty={t("noFields")} hasNeed />
        <Fields caption={t("reply")} fields={reply} empty={t("noFields")} />
      </Card>
    </div>
  );
}

type FieldsProps = {
  readonly caption: string;
  readonly fields: readonly FieldLine[];
  readonly empty: string;
  readonly hasNeed?: boolean;
};

async function Fields({ caption, fields, empty, hasNeed }: FieldsProps) {
  const t = await getTranslations("partner-docs.reference");
  const need = {
    header: t("need"),
    cell: ({ isRequired }: FieldLine) => t(isRequired ? "required" : "optional"),
  };
  return (
    <DataTable
      caption={caption}
      rows={fields}
      rowKey={({ name }) => name}
      empty={<p className="text-ink-soft">{empty}</p>}
      columns={[
        {
          header: t("field"),
          cell: ({ name }) => <code className="wrap-anywhere">{name}</code>,
          rowHeader: true,
        },
        { header: t("type"), cell: ({ type }) => <code className="wrap-anywhere">{type}</code> },
        ...(hasNeed ? [need] : []),
        { header: t("meaning"), cell: ({ description }) => description },
      ]}
    />
  );
}
