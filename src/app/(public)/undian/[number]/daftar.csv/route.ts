import { listLines } from "#features/draw-proof/queries/files.ts";
import { askedDraw, type DrawParams, sendFile } from "../asked-draw.ts";

/** The fixed list of a wave. It never changes, and its root says which one it is. */
export async function GET(request: Request, context: DrawParams): Promise<Response> {
  const draw = await askedDraw(context);
  return sendFile(request, {
    name: "daftar.csv",
    type: "text/csv",
    mark: draw.ceremony.root,
    chunks: listLines(draw),
  });
}
