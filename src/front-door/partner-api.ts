import type { IncomingMessage, ServerResponse } from "node:http";
import { endpoints } from "#features/partner-api/endpoints.ts";
import { LONGEST_BODY } from "#features/partner-api/policy/door.ts";
import type { PartnerReply } from "#features/partner-api/types/call.ts";
import { answerCall } from "#features/partner-api/use-cases/answer-call.ts";

/** Bytes of a body that is too long which are still read. */
const DROPPED = 1_048_576;

/** Everything under /api/v1 but the sign-in, however many slashes a client put in front. */
const ADDRESS = /^\/+api\/v1(?:\/(?!oauth\/|resource\/|openapi\.json$)|$)/;

export function isPartnerCall(path: string): boolean {
  return ADDRESS.test(path);
}

/** Answers a call of a partner's system: no cookie counts here and no page, only the signature. Always JSON. */
export async function answerPartner(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const startedAt = performance.now();
  const body = await bodyOf(request).catch(() => undefined);
  if (body === undefined) return void response.destroy();
  const reply = await answerCall(
    {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body,
      address: request.socket.remoteAddress ?? "unknown",
      machineNow: new Date(),
      elapsed: () => performance.now() - startedAt,
    },
    endpoints,
  );
  send(response, reply);
}

/** The bytes of the body; null when there are too many. A little too much is read to its end, so that the "no" is heard. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LONGEST_BODY) chunks.push(chunk);
      else if (length > DROPPED) {
        request.pause();
        resolve(null);
      }
    });
    request.on("end", () => resolve(length > LONGEST_BODY ? null : Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("aborted", () => reject(new Error("the sender is gone")));
  });
}

function send(response: ServerResponse, { status, body, headers }: PartnerReply): void {
  const text = Buffer.from(JSON.stringify(body));
  const closes = status === 413 ? { connection: "close" } : {};
  response
    .writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "content-length": text.length,
      "cache-control": "no-store",
      ...closes,
      ...headers,
    })
    .end(text);
}
