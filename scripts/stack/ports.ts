import { createServer } from "node:net";

/** Whether nothing listens on the port yet. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen(port, () => server.close(() => answer(true)));
  });
}

/** A web port whose eleven neighbours are free too. */
export async function findFreePorts(from: number): Promise<number> {
  for (let port = from; port < from + 2_000; port += 20) {
    const free = await Promise.all(Array.from({ length: 12 }, (_, step) => isFree(port + step)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`no twelve free ports in a row from ${from}`);
}
