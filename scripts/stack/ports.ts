import { createServer } from "node:net";

/** Whether nothing listens on the port yet. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen(port, () => server.close(() => answer(true)));
  });
}

/** A web port whose five neighbours are free too. */
export async function findFreePorts(from: number): Promise<number> {
  for (let port = from; port < from + 2_000; port += 10) {
    const free = await Promise.all([0, 1, 2, 3, 4, 5].map((step) => isFree(port + step)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`no six free ports in a row from ${from}`);
}
