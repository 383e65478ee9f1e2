import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const SMALL = 512;

/**
 * Holds a response back until it is complete, lets `change` rewrite an HTML body, compresses it and sends it. People's
 * pages are small, so nothing is lost by not streaming them.
 */
export function captureHtml(
  response: ServerResponse,
  accepts: string,
  change: (html: string) => string,
): void {
  const chunks: Buffer[] = [];
  const send = {
    writeHead: response.writeHead.bind(response),
    end: response.end.bind(response) as (body: Buffer) => ServerResponse,
  };
  const keep = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((part) => typeof part === "object" && part !== null);
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    return response;
  }) as typeof response.writeHead;
  response.flushHeaders = () => {};
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0]);
    callbackOf(rest)?.();
    return true;
  }) as typeof response.write;
  response.end = ((...parts: unknown[]) => {
    if (typeof parts[0] !== "function") keep(parts[0], parts[1]);
    void finish().catch((error: unknown) => response.destroy(error as Error));
    callbackOf(parts)?.();
    return response;
  }) as typeof response.end;

  async function finish(): Promise<void> {
    let body: Buffer = Buffer.concat(chunks);
    if (isHtml(response)) body = Buffer.from(change(body.toString("utf8")));
    const encoded =
      isText(response) && !response.hasHeader("content-encoding") ? await compressed(body, accepts) : null;
    if (encoded) {
      response.setHeader("content-encoding", encoded.encoding);
      response.appendHeader("vary", "accept-encoding");
      body = encoded.body;
    }
    response.removeHeader("transfer-encoding");
    response.removeHeader("link");
    if (response.statusCode !== 304 && response.statusCode !== 204)
      response.setHeader("content-length", body.length);
    send.writeHead(response.statusCode);
    send.end(body);
  }
}

async function compressed(body: Buffer, accepts: string): Promise<{ encoding: string; body: Buffer } | null> {
  if (body.length < SMALL) return null;
  if (/\bbr\b/.test(accepts)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { encoding: "br", body: await compressBrotli(body, { params }) };
  }
  return /\bgzip\b/.test(accepts) ? { encoding: "gzip", body: await compressGzip(body) } : null;
}

function isHtml(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/html");
}

function isText(response: ServerResponse): boolean {
  return /^(text\/|application\/(json|xml|manifest))/.test(String(response.getHeader("content-type") ?? ""));
}

function callbackOf(parts: readonly unknown[]): (() => void) | undefined {
  return parts.find((part): part is () => void => typeof part === "function");
}
