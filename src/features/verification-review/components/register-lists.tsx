import { getTranslations } from "next-intl/server";
import type { KeptAnswer, ListEntries, ListRegister } from "#features/verification/types.ts";
import { formatDate } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { parseDay, startOfDay } from "#kernel/calendar.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";

type Listed = Extract<KeptAnswer, { readonly register: ListRegister }>;

/** What the lists hold of the person, with its dates. */
export async function RegisterLists({ lists }: { readonly lists: readonly KeptAnswer[] }) {
  const t = await getTranslations("verification-review.lists");
  return (
    <Card title={t("title")}>
      <DataTable
        dense
        caption={t("caption")}
        captionHidden
        rows={lists.filter((answer): answer is Listed => answer.register !== "population")}
        rowKey={(row) => row.register}
        columns={[
          { header: t("register"), rowHeader: true, cell: (row) => t(`registers.${row.register}`) },
          { header: t("answer"), cell: (row) => <Answer answer={row.answer} /> },
        ]}
      />
    </Card>
  );
}

async function Answer({
  answer,
}: {
  readonly answer: { readonly entry: ListEntries[ListRegister] | null } | null;
}) {
  const t = await getTranslations("verification-review.lists");
  const locale = await currentLocale();
  if (!answer) return t("unanswered");
  if (!answer.entry) return t("nothing");
  const written = (text: string) => {
    const day = parseDay(text);
    return day ? formatDate(startOfDay(day), locale) : text;
  };
  const { since, until } = answer.entry;
  const kind = t(`kinds.${answer.entry.kind}`);
  return until
    ? t("between", { kind, since: written(since), until: written(until) })
    : t("since", { kind, since: written(since) });
}
