import type { ServerResponse } from "node:http";
import { database } from "#platform/db/client.ts";

/** `/sehat`: the process lives; `/siap`: it also reaches its database. */
export function answerHealth(path: string, response: ServerResponse): boolean {
  if (path === "/sehat") {
    reply(response, 200, "ok");
    return true;
  }
  if (path === "/siap") {
    database().$queryRaw`SELECT 1`
      .then(() => reply(response, 200, "ok"))
      .catch(() => reply(response, 503, "database"));
    return true;
  }
  return false;
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain", "cache-control": "no-store" }).end(text);
}
