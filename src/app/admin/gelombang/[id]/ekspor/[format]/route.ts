import { notFound } from "next/navigation";
import { exportLines, exportWorkbook, recordExport } from "#features/wave-review/queries/export.ts";
import { exportFormat } from "#features/wave-review/schema.ts";
import { findWave } from "#features/waves/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { contentTypes } from "#platform/spreadsheet/write-sheet.ts";
import { takePoint } from "#platform/web/rate-limit.ts";
import { requireStaff } from "#platform/web/session.ts";
import { streamOf } from "#platform/web/text-stream.ts";

type Context = { readonly params: Promise<{ readonly id: string; readonly format: string }> };

const LIMIT = { points: 20, seconds: 600 };

/** A wave's fixed list without names: a CSV as long as the wave, read as it is taken, or a workbook of a smaller one. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff("wave:review");
  const { id, format: asked } = await params;
  const format = exportFormat.safeParse(asked);
  const wave = isUuid(id) ? await findWave(id) : null;
  if (!wave?.frozenAt || !format.success) return notFound();
  const locale = await currentLocale();
  const wait = await takePoint("wave-export", actor.accountId, LIMIT);
  if (wait) {
    const words = translatorFor(locale, "wave-review")("export.tooOften");
    return new Response(words, { status: 429, headers: { "retry-after": String(wait) } });
  }
  await recordExport(actor, wave, format.data);
  const body =
    format.data === "csv" ? streamOf(exportLines(wave, locale)) : await exportWorkbook(wave, locale);
  if (!body) return notFound();
  return new Response(body, {
    headers: {
      "content-type": contentTypes[format.data],
      "content-disposition": `attachment; filename="gelombang-${wave.number}.${format.data}"`,
      "cache-control": "private, no-store",
    },
  });
}
