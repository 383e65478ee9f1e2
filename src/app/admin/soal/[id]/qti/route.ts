import { notFound } from "next/navigation";
import { findItem } from "#features/selection-test/queries/bank.ts";
import { qtiOf } from "#features/selection-test/queries/bank-qti.ts";
import { requireStaff } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** One version as a QTI 3.0 assessment item. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await requireStaff("item:write");
  const item = await findItem((await params).id);
  if (!item) notFound();
  return new Response(qtiOf(item), {
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "content-disposition": `attachment; filename="${item.id}.xml"`,
      "cache-control": "private, no-store",
    },
  });
}
