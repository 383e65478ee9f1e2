import { drawFile } from "#features/draw-proof/queries/files.ts";
import { sha256 } from "#features/selection/queries/sha256.ts";
import { askedDraw, type DrawParams, sendFile } from "../asked-draw.ts";

/** What was promised, shown and drawn, as far as it is public. */
export async function GET(request: Request, context: DrawParams): Promise<Response> {
  const text = drawFile(await askedDraw(context));
  const mark = Buffer.from(sha256(Buffer.from(text))).toString("hex");
  return sendFile(request, { name: "undian.json", type: "application/json", mark, chunks: once(text) });
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
