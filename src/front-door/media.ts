import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { isMediaToken } from "#platform/media/media-address.ts";

const ROOT = resolve("prisma/seed/media");
const ADDRESS = /^\/media\/([\w-]{32})\/([a-z0-9-]+\/[a-z0-9-]+)\/([a-z0-9]+\.(?:mp4|m3u8|vtt|webp))$/;
const TYPES: Readonly<Record<string, string>> = {
  mp4: "video/mp4",
  m3u8: "application/vnd.apple.mpegurl",
  vtt: "text/vtt; charset=utf-8",
  webp: "image/webp",
};

/** Serves the files of lessons, whole or by byte range; they never change, so caches keep them for a year. */
export async function answerMedia(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, token = "", folder = "", file = ""] = ADDRESS.exec(pathOf(request)) ?? [];
  const path = `${ROOT}/${folder}/${file}`;
  const size = isMediaToken(token, folder) ? await sizeOf(path) : null;
  if (size === null) {
    response.writeHead(404, { "content-type": "text/plain" }).end("404");
    return;
  }
  response.setHeader("content-type", TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream");
  response.setHeader("cache-control", "public, max-age=31536000, immutable");
  response.setHeader("accept-ranges", "bytes");
  const range = rangeOf(request.headers.range, size);
  if (range === "unsatisfiable") {
    response.writeHead(416, { "content-range": `bytes */${size}` }).end();
    return;
  }
  const { from, to } = range ?? { from: 0, to: size - 1 };
  response.setHeader("content-length", to - from + 1);
  if (range) response.setHeader("content-range", `bytes ${from}-${to}/${size}`);
  response.writeHead(range ? 206 : 200);
  if (request.method === "HEAD") response.end();
  else
    createReadStream(path, { start: from, end: to })
      .on("error", () => response.destroy())
      .pipe(response);
}

type Range = { readonly from: number; readonly to: number };

/** Reads one byte range; null for none, or for one that is not understood and may be ignored. */
export function rangeOf(header: string | undefined, size: number): Range | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? "unsatisfiable" : { from, to };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?", 1)[0] ?? "";
}
