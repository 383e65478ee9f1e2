import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { env } from "#env.ts";
import { judgeOutsideAddress, lookupOutside } from "./outside-address.ts";

const PATIENCE_MS = 10_000;

export type OutsidePost = {
  /** Of the answer; null when there was none. */
  readonly status: number | null;
  readonly failure: "timeout" | "address" | "network" | null;
  readonly milliseconds: number;
};

/**
 * Posts a text to an address that a partner gave: public places only, no redirect is followed, and of the answer only
 * the status counts. Never throws: what went wrong is an outcome.
 */
export async function postOutside(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<OutsidePost> {
  const rules = { allowsLoopback: env().DEMO_MODE };
  const started = performance.now();
  const answer = (status: number | null, failure: OutsidePost["failure"]): OutsidePost => ({
    ...{ status, failure },
    milliseconds: Math.round(performance.now() - started),
  });
  const judged = judgeOutsideAddress(address, rules);
  if (!judged.ok) return answer(null, "address");
  const request = judged.value.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    const sending = request(
      judged.value,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        lookup: lookupOutside(rules),
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: false,
      },
      (response) => {
        resolve(answer(response.statusCode ?? null, null));
        response.destroy();
      },
    );
    sending.on("error", (error) => resolve(answer(null, failureOf(error))));
    sending.end(body);
  });
}

function failureOf(error: Error): "timeout" | "address" | "network" {
  if (error.message === "address-private") return "address";
  return error.name === "AbortError" || error.name === "TimeoutError" ? "timeout" : "network";
}
