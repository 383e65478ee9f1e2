import { notFound } from "next/navigation";
import { drawFile, listLines, resultLines } from "#features/draw-proof/queries/files.ts";
import type { PublicDraw } from "#features/draw-proof/types.ts";
import { sha256 } from "#features/selection/queries/sha256.ts";
import { askedDraw } from "../asked-draw.ts";
import { type SentFile, sendFile } from "../send-file.ts";

type Context = { readonly params: Promise<{ readonly number: string; readonly file: string }> };

/** A published file of a draw: undian.json, daftar.csv, and from the publication on hasil.csv. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { file: name } = await context.params;
  const file = fileOf(await askedDraw(context), name);
  if (!file) notFound();
  return sendFile(request, file);
}

function fileOf(draw: PublicDraw, name: string): SentFile | null {
  if (name === "undian.json") {
    const text = drawFile(draw);
    const mark = Buffer.from(sha256(Buffer.from(text))).toString("hex");
    return { name, type: "application/json", mark, chunks: once(text) };
  }
  // The list never changes, and its root says which one it is; the result follows from the seed.
  if (name === "daftar.csv")
    return { name, type: "text/csv", mark: draw.ceremony.root, chunks: listLines(draw) };
  if (name === "hasil.csv" && draw.result && draw.seed !== null)
    return { name, type: "text/csv", mark: draw.seed, chunks: resultLines(draw) };
  return null;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
