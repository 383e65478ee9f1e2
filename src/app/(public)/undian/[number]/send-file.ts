import { headers } from "next/headers";
import { takePoint } from "#platform/web/rate-limit.ts";
import { streamOf } from "#platform/web/text-stream.ts";

// Wide, because a whole office may share an address; a file of millions of lines is work for the database all the same.
const LIMIT = { points: 60, seconds: 600 };

export type SentFile = {
  readonly name: string;
  readonly type: string;
  /** Changes if and only if the file does. */
  readonly mark: string;
  readonly chunks: AsyncIterable<string>;
};

/** A published file with its validator; whoever has it already is told so. `chunks` are read as the reader takes them. */
export async function sendFile(request: Request, file: SentFile): Promise<Response> {
  const etag = `"${file.mark}"`;
  const head = { etag, "cache-control": "public, max-age=0, must-revalidate" };
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers: head });
  const address = (await headers()).get("x-client-address") ?? "unknown";
  const wait = await takePoint("draw-files", address, LIMIT);
  if (wait) return new Response(null, { status: 429, headers: { "retry-after": String(wait) } });
  return new Response(streamOf(file.chunks), {
    headers: {
      ...head,
      "content-type": `${file.type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${file.name}"`,
    },
  });
}
