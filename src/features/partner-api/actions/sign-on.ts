import { env } from "#env.ts";
import { log } from "#platform/telemetry/log.ts";
import { answerSignOn, type SignOnAnswer } from "../use-cases/answer-sign-on.ts";

const LONGEST_BODY = 16_384;
const broken: SignOnAnswer = {
  status: 500,
  body: { code: "ERRGEN50001", message: "Ada gangguan di pihak kami. Coba lagi.", success: false },
};

/** The door of the sign-in's addresses: whatever comes, the answer is JSON in the envelope. */
export async function answerSignOnRequest(request: Request): Promise<Response> {
  const startedAt = performance.now();
  const { pathname, search } = new URL(request.url);
  const path = pathname.replace(/^\/{2,}/, "/");
  const sent = request.method === "GET" ? "" : (await request.text()).slice(0, LONGEST_BODY);
  const { status, body } = await answerSignOn({
    ...{ path, body: sent, method: request.method, query: search.slice(1) },
    header: (name) => request.headers.get(name),
    portal: env().APP_URL,
    elapsed: () => performance.now() - startedAt,
  }).catch((error: unknown) => {
    log.error(
      { path, error: error instanceof Error ? error.stack : String(error) },
      "sign-in of a partner failed",
    );
    return broken;
  });
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
