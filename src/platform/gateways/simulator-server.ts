import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

// What the simulators of partners that only answer questions have in common: a server of its own, and faults to order.

export type Body = Readonly<Record<string, unknown>>;
export type Answer =
  | { readonly status: number; readonly body: object | string; readonly isLate?: boolean }
  | "cut the line";

/** Milliseconds a slow partner takes: longer than anybody waits. */
const SLOW_MS = 30_000;

/** Serves on PORT until it is told to stop; `decide` gets "POST /path" and the body of a POST that could be read. */
export function serve(name: string, decide: (request: string, body: Body | null) => Answer): void {
  const server = createServer((request, response) => {
    answer(request, response, decide).catch(() => response.destroy());
  });
  server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    process.stdout.write(`${name} listens on ${port}\n`);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
      process.exit(0);
    });
  }
}

/** The fault that was ordered by POST /_faults {mode, count}, for so many calls; without a count for all that follow. */
export function openFaults<Mode extends string>(modes: readonly Mode[]) {
  let ordered: { mode: Mode; left: number } | null = null;
  return {
    set({ mode: wanted, count }: Body): Answer {
      const mode = modes.find((known) => known === wanted);
      if (!mode) return { status: 400, body: { modes } };
      ordered = { mode, left: typeof count === "number" ? count : Number.POSITIVE_INFINITY };
      return { status: 200, body: { mode } };
    },
    /** The fault of this call; null for none. */
    take(): Mode | null {
      if (!ordered || ordered.left <= 0) return null;
      ordered.left -= 1;
      return ordered.mode;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  decide: (request: string, body: Body | null) => Answer,
): Promise<void> {
  const body = request.method === "POST" ? await bodyOf(request) : null;
  const decided = decide(`${request.method} ${request.url}`, body);
  if (decided === "cut the line") response.destroy();
  else if (decided.isLate) setTimeout(() => send(response, decided), SLOW_MS).unref();
  else send(response, decided);
}

async function bodyOf(request: IncomingMessage): Promise<Body | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return typeof body === "object" && body !== null ? Object.fromEntries(Object.entries(body)) : null;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, body }: Exclude<Answer, string>): void {
  const isPage = typeof body === "string";
  response
    .writeHead(status, { "content-type": isPage ? "text/html; charset=utf-8" : "application/json" })
    .end(isPage ? body : JSON.stringify(body));
}
