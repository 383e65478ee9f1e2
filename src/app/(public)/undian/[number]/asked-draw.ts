import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { findPublicDraw } from "#features/draw-proof/queries/draws.ts";
import { waveNumber } from "#features/draw-proof/schema.ts";
import type { PublicDraw } from "#features/draw-proof/types.ts";
import { takePoint } from "#platform/web/rate-limit.ts";

export type DrawParams = { readonly params: Promise<{ readonly number: string }> };

/** The draw of an address such as /undian/3; not found before its list is fixed. */
export async function askedDraw({ params }: DrawParams): Promise<PublicDraw> {
  const number = waveNumber.safeParse((await params).number);
  const draw = number.success ? await findPublicDraw(number.data) : null;
  return draw ?? notFound();
}

// Wide, because a whole office may share an address; a file of millions of lines is work for the database all the same.
const LIMIT = { points: 60, seconds: 600 };

/** A published file with its validator; whoever has it already is told so. `chunks` are read as the reader takes them. */
export async function sendFile(
  request: Request,
  file: {
    readonly name: string;
    readonly type: string;
    /** Changes if and only if the file does. */
    readonly mark: string;
    readonly chunks: AsyncIterable<string>;
  },
): Promise<Response> {
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

function streamOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await reader.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
