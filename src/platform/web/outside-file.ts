import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { judgeOutsideAddress, lookupOutside, type OutsideRules } from "./outside-address.ts";

export type FetchOutcome =
  | { readonly kind: "there"; readonly bytes: number; readonly type: string | null }
  /** It will not be there at another try either. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Silence, or a fault of the other side: it may pass. */
  | { readonly kind: "away"; readonly reason: string };

type Bounds = OutsideRules & {
  /** Bytes. */
  readonly largest: number;
};

/** Milliseconds for everything, redirects included. */
const PATIENCE_MS = 15_000;
const MOST_REDIRECTS = 3;
const TOO_LARGE: FetchOutcome = { kind: "refused", reason: "too-large" };

/**
 * Fetches a file at an address that a partner gave, and says whether it is there. Only public addresses are called, each
 * redirect is judged like the first address, and what is too large or too slow is broken off. Never throws.
 */
export async function lookAtOutsideFile(address: string, bounds: Bounds): Promise<FetchOutcome> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let next = address;
  for (let turn = 0; turn <= MOST_REDIRECTS; turn += 1) {
    const url = judged(next, bounds);
    if (!url) return { kind: "refused", reason: "address" };
    const answer = await askFor(url, bounds, signal);
    if (!("location" in answer)) return answer;
    if (!URL.canParse(answer.location, url)) return { kind: "refused", reason: "redirect" };
    next = new URL(answer.location, url).href;
  }
  return { kind: "refused", reason: "redirects" };
}

/** The address without its query decides; a store's signed query is long and names no machine. */
function judged(address: string, rules: OutsideRules): URL | null {
  const decision = judgeOutsideAddress(address.split(/[?#]/, 1)[0] ?? "", rules);
  return decision.ok && URL.canParse(address) ? new URL(address) : null;
}

type Answer = FetchOutcome | { readonly location: string };

function askFor(url: URL, bounds: Bounds, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const away = (error: Error) =>
      resolve(
        error.message === "address-private"
          ? { kind: "refused", reason: "address" }
          : { kind: "away", reason: signal.aborted ? "too-slow" : "no-answer" },
      );
    const send = url.protocol === "https:" ? requestSecure : requestPlain;
    const options = {
      signal,
      lookup: lookupOutside(bounds),
      headers: { accept: "*/*" },
      agent: false as const,
    };
    const sent = send(url, options, (response) => read(response, bounds.largest, resolve, away));
    sent.on("error", away);
    sent.end();
  });
}

function read(
  response: IncomingMessage,
  largest: number,
  resolve: (answer: Answer) => void,
  away: (error: Error) => void,
): void {
  const stop = (answer: Answer) => {
    resolve(answer);
    response.destroy();
  };
  const answer = answerOf(response, largest);
  if (answer) {
    stop(answer);
    return;
  }
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > largest) stop(TOO_LARGE);
  });
  response.on("error", away);
  response.on("end", () => {
    const type = response.headers["content-type"] ?? null;
    resolve(bytes === 0 ? { kind: "refused", reason: "empty" } : { kind: "there", bytes, type });
  });
}

/** What the head of a response says already; null when its body is to be read. */
function answerOf({ statusCode: status = 0, headers }: IncomingMessage, largest: number): Answer | null {
  if (status >= 300 && status < 400 && headers.location) return { location: headers.location };
  if (status >= 500 || status === 429) return { kind: "away", reason: `status-${status}` };
  if (status !== 200) return { kind: "refused", reason: `status-${status}` };
  return Number(headers["content-length"]) > largest ? TOO_LARGE : null;
}
