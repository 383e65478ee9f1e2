import { notFound } from "next/navigation";
import { resultLines } from "#features/draw-proof/queries/files.ts";
import { askedDraw, type DrawParams, sendFile } from "../asked-draw.ts";

/** The drawn order with its outcomes, from the publication on. It follows from the seed. */
export async function GET(request: Request, context: DrawParams): Promise<Response> {
  const draw = await askedDraw(context);
  if (!draw.result || draw.seed === null) notFound();
  return sendFile(request, {
    name: "hasil.csv",
    type: "text/csv",
    mark: draw.seed,
    chunks: resultLines(draw),
  });
}
