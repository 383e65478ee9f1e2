import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import type { Locale } from "#i18n/messages.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { findLines, findStatement, periodFor } from "../../queries/statement.ts";
import type { LineEdge } from "../../types/statement.ts";
import { HOME_OF_PARTNER, type OwnPartner } from "../../types.ts";
import { StatementView } from "../statement-view.tsx";

const LINES = 50;

type Props = {
  readonly partner: OwnPartner;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
};

/** A month of a partner's account: this month where none is asked for. */
export async function StatementPage({ partner, query: { bulan, sesudah } }: Props) {
  const t = await getTranslations("partners.statement");
  const now = await programmeNow();
  const asked = periodFor(typeof bulan === "string" ? bulan : undefined, now);
  if (!asked) notFound();
  const { period, previous, next } = asked;
  const href = `${HOME_OF_PARTNER[partner.kind]}/rekap`;
  const after = edgeOf(sesudah);
  const locale = await currentLocale();
  const [statement, lines] = await Promise.all([
    findStatement(partner, period, now),
    findLines(partner, period, locale, { after, size: LINES + 1 }),
  ]);
  const shown = lines.slice(0, LINES);
  const last = lines.length > LINES ? shown.at(-1) : undefined;
  return (
    <>
      <PageHeader
        eyebrow={monthName(period.from, locale)}
        title={t("title")}
        lead={t(partner.kind === "provider" ? "leadProvider" : "leadPlatform")}
      />
      <StatementView
        statement={statement}
        lines={shown}
        href={href}
        previous={previous}
        next={next}
        isFirstPage={!after}
        more={
          last
            ? `${href}?bulan=${period.month}&sesudah=${last.occurredAt.getTime()}.${last.transferId}`
            : null
        }
      />
    </>
  );
}

/** "November 2026" */
function monthName(from: Date, locale: Locale): string {
  const tag = locale === "id" ? "id-ID" : "en-GB";
  return new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "Asia/Jakarta" }).format(
    from,
  );
}

function edgeOf(text: string | string[] | undefined): LineEdge | undefined {
  const [moment = "", transferId = ""] = typeof text === "string" ? text.split(".") : [];
  return /^\d{1,15}$/.test(moment) && isUuid(transferId)
    ? { occurredAt: new Date(Number(moment)), transferId }
    : undefined;
}
