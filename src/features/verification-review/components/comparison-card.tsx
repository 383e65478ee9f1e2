import { getTranslations } from "next-intl/server";
import { formatDate, inFours } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { parseDay, startOfDay } from "#kernel/calendar.ts";
import { Button, LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { CaseId, Comparison } from "../types.ts";

type ComparisonCardProps = {
  readonly caseId: CaseId;
  readonly comparisons: readonly Comparison[];
  readonly showsAll: boolean;
};

const numbers: readonly Comparison["datum"][] = ["nik", "family-card"];
const toneOfCard = { agrees: "success", differs: "danger", unread: "neutral" } as const;
const toneOfRegister = { same: "success", similar: "warning", different: "danger" } as const;

/** Datum by datum: what was typed, what the machine read on the card, and what the population register says. */
export async function ComparisonCard({ caseId, comparisons, showsAll }: ComparisonCardProps) {
  const t = await getTranslations("verification-review.compare");
  const locale = await currentLocale();
  const typedOf = ({ datum, typed }: Comparison) => {
    if (typed === null) return <span className="text-ink-soft">{t("hidden")}</span>;
    const day = datum === "birth" ? parseDay(typed) : null;
    const number = numbers.includes(datum) ? inFours(typed) : typed;
    return <span className="tabular-nums">{day ? formatDate(startOfDay(day), locale) : number}</span>;
  };
  return (
    <Card title={t("title")}>
      <DataTable
        caption={t("caption")}
        captionHidden
        rows={comparisons}
        rowKey={(row) => row.datum}
        columns={[
          { header: t("datum"), rowHeader: true, cell: (row) => t(`data.${row.datum}`) },
          { header: t("typed"), cell: typedOf },
          {
            header: t("card"),
            cell: ({ onCard }) =>
              onCard ? <Tag tone={toneOfCard[onCard]}>{t(`agreement.${onCard}`)}</Tag> : t("agreement.none"),
          },
          {
            header: t("register"),
            cell: ({ inRegister }) =>
              inRegister ? (
                <Tag tone={toneOfRegister[inRegister]}>{t(`names.${inRegister}`)}</Tag>
              ) : (
                t("names.none")
              ),
          },
        ]}
      />
      <ShowAll caseId={caseId} showsAll={showsAll} />
    </Card>
  );
}

/** Numbers in full are asked for, each time, and each time it is written down. */
async function ShowAll({ caseId, showsAll }: Pick<ComparisonCardProps, "caseId" | "showsAll">) {
  const t = await getTranslations("verification-review.compare");
  const here = `/admin/verifikasi/${caseId}`;
  if (showsAll)
    return (
      <div>
        <LinkButton href={here} variant="secondary">
          {t("hide")}
        </LinkButton>
      </div>
    );
  return (
    <form action={here} className="grid gap-2">
      <p className="text-ink-soft">{t("showText")}</p>
      <div>
        <Button type="submit" name="tampilkan" value="1" variant="secondary">
          {t("show")}
        </Button>
      </div>
    </form>
  );
}
