import { notFound } from "next/navigation";
import { statementPdf } from "#features/partners/components/statement-pdf.ts";
import { periodFor } from "#features/partners/queries/statement.ts";
import { statementCsv } from "#features/partners/queries/statement-csv.ts";
import { findStatementPaper } from "#features/partners/queries/statement-paper.ts";
import type { OwnPartner } from "#features/partners/types.ts";
import { currentLocale } from "#i18n/locale.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { contentTypes } from "#platform/spreadsheet/write-sheet.ts";
import { takePoint } from "#platform/web/rate-limit.ts";
import { streamOf } from "#platform/web/text-stream.ts";

const LIMIT = { points: 30, seconds: 600 };

/** A month's statement as a file: a paper, or every movement as a CSV that is read as it is taken. */
export async function statementFile(
  partner: OwnPartner,
  { month, format }: { readonly month: string; readonly format: string },
): Promise<Response> {
  const now = await programmeNow();
  const asked = periodFor(month, now);
  if (!asked || (format !== "pdf" && format !== "csv")) return notFound();
  const locale = await currentLocale();
  const wait = await takePoint("statement-file", `${partner.kind}:${partner.slug}`, LIMIT);
  if (wait) {
    const words = translatorFor(locale, "partners")("statement.tooOften");
    return new Response(words, { status: 429, headers: { "retry-after": String(wait) } });
  }
  const headers = {
    "content-disposition": `attachment; filename="rekap-${partner.slug}-${month}.${format}"`,
    "cache-control": "private, no-store",
  };
  if (format === "csv") {
    const body = streamOf(statementCsv(partner, asked.period, locale));
    return new Response(body, { headers: { ...headers, "content-type": contentTypes.csv } });
  }
  const paper = await findStatementPaper(partner, asked.period, now);
  if (!paper) return notFound();
  return new Response(await statementPdf(paper), {
    headers: { ...headers, "content-type": "application/pdf" },
  });
}
