import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/**
 * A store that speaks as much of S3 as the portal uses: PUT, GET, HEAD and DELETE of one object in path style. Every
 * request must bear a signature (version 4) made with the secret, over its body too.
 */
export async function openObjectStore(accessKey: string, secret: string) {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const state = { faults: 0 };

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://store").pathname);
    requests.push(`${request.method} ${path}`);
    if (!isSigned(request, body, accessKey, secret)) return fail(response, 403, "SignatureDoesNotMatch");
    if (state.faults > 0) {
      state.faults -= 1;
      return fail(response, 503, "SlowDown");
    }
    answer(objects, request.method ?? "GET", path, body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    requests,
    /** The next requests fail as those of a busy store do. */
    failNext: (count: number) => {
      state.faults = count;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  objects: Map<string, Buffer>,
  method: string,
  path: string,
  body: Buffer,
  response: ServerResponse,
) {
  const kept = objects.get(path);
  switch (method) {
    case "PUT":
      objects.set(path, body);
      return response.writeHead(200, { etag: `"${sha256(body)}"` }).end();
    case "DELETE":
      objects.delete(path);
      return response.writeHead(204).end();
    default:
      if (!kept) return fail(response, 404, "NoSuchKey");
      response.writeHead(200, { "content-length": kept.length, "content-type": "application/octet-stream" });
      return response.end(method === "HEAD" ? undefined : kept);
  }
}

function fail(response: ServerResponse, status: number, code: string) {
  return response
    .writeHead(status, { "content-type": "application/xml" })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const SHAPE =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

function isSigned(request: IncomingMessage, body: Buffer, accessKey: string, secret: string): boolean {
  const [, key, day = "", region = "", signedHeaders = "", signature] =
    SHAPE.exec(request.headers.authorization ?? "") ?? [];
  const stated = String(request.headers["x-amz-content-sha256"]);
  if (key !== accessKey || stated !== sha256(body)) return false;
  const url = new URL(request.url ?? "/", "http://store");
  url.searchParams.sort();
  const headers = signedHeaders.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [
    request.method,
    url.pathname,
    url.searchParams.toString(),
    headers.join(""),
    signedHeaders,
    stated,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const signingKey = [day, region, "s3", "aws4_request"].reduce<Buffer>(
    (last, part) => createHmac("sha256", last).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  return createHmac("sha256", signingKey).update(toSign).digest("hex") === signature;
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
