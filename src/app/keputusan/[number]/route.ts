import { notFound } from "next/navigation";
import { may } from "#authorization/permissions.ts";
import { decreePdf } from "#features/determination/components/decree-pdf.ts";
import { findDecreePaper } from "#features/determination/queries/decrees.ts";
import { findWaveByNumber } from "#features/waves/queries.ts";
import { currentActor } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly number: string }> };

/** A wave's decree as a PDF: for everybody from the publication on, for those who review waves before. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { number } = await params;
  const wave = /^\d{1,6}$/.test(number) ? await findWaveByNumber(Number(number)) : null;
  const isPublic = wave?.status === "published" || wave?.status === "archived";
  const mayRead = wave && (isPublic || may((await currentActor()).role, "wave:review"));
  const decree = mayRead ? await findDecreePaper(wave.id) : null;
  if (!decree) notFound();
  return new Response(await decreePdf(decree), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="keputusan-gelombang-${decree.waveNumber}.pdf"`,
      "cache-control": isPublic ? "public, max-age=300" : "private, no-store",
    },
  });
}
