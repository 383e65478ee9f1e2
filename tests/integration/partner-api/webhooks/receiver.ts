import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** A partner's own server that is told things: it answers with the statuses it is given, then with 200. */
export async function aReceiver(statuses: readonly number[] = []) {
  const received: Received[] = [];
  const left = [...statuses];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      const status = left.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: "http://10.0.0.1/" } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/kabar`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** As docs/partners.md tells a receiver to check. */
export function isGenuine(key: string, { headers, body }: Received): boolean {
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = Buffer.from(`v1=${createHmac("sha256", key).update(text).digest("hex")}`);
  const given = Buffer.from(String(headers["webhook-signature"]));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
