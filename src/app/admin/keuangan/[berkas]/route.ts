import { notFound } from "next/navigation";
import { writeMovements, writeTrialBalance } from "#features/accounting/queries/books.ts";
import { exportJournal } from "#features/accounting/queries/journal.ts";
import { writeReconciliations } from "#features/accounting/queries/reconciliation.ts";
import { accountSearch, booksSearch, momentOf } from "#features/accounting/schema.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { takePoint } from "#platform/web/rate-limit.ts";
import { requireStaff } from "#platform/web/session.ts";
import { streamOf } from "#platform/web/text-stream.ts";

type Context = { readonly params: Promise<{ readonly berkas: string }> };
type Search = Readonly<Record<string, string>>;

const LIMIT = { points: 30, seconds: 600 };
const CSV = "text/csv; charset=utf-8";

/** What auditors take away; each is read from the database as it is taken, however long it is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireStaff("money:review");
  const { berkas } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const file = await fileOf(berkas, search);
  if (!file) return notFound();
  const wait = await takePoint("ledger-files", actor.accountId, LIMIT);
  if (wait) return new Response(null, { status: 429, headers: { "retry-after": String(wait) } });
  return new Response(streamOf(file.chunks), {
    headers: {
      "content-type": file.type,
      "content-disposition": `attachment; filename="${berkas}"`,
      "cache-control": "private, no-store",
    },
  });
}

async function fileOf(
  name: string,
  search: Search,
): Promise<{ readonly type: string; readonly chunks: AsyncIterable<string> } | null> {
  switch (name) {
    case "jurnal.jsonl":
      return { type: "application/jsonl; charset=utf-8", chunks: exportJournal() };
    case "pencocokan.csv":
      return { type: CSV, chunks: writeReconciliations() };
    case "neraca.csv": {
      const { tanggal, gelombang, skema } = booksSearch.parse(search);
      const until = tanggal ?? dayInWib(await programmeNow());
      return { type: CSV, chunks: writeTrialBalance({ until, waveNumber: gelombang, schemeCode: skema }) };
    }
    case "akun.csv": {
      const { jenis, pemilik, tanggal, jam } = accountSearch.parse(search);
      const day = tanggal ?? dayInWib(await programmeNow());
      return jenis && { type: CSV, chunks: writeMovements(jenis, pemilik, momentOf(day, jam)) };
    }
    default:
      return null;
  }
}
