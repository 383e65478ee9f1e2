import { env } from "#env.ts";
import { describeInterface } from "#features/partner-api/queries/openapi.ts";

export const dynamic = "force-dynamic";

/** The interface for machines; anybody may read it. */
export function GET(): Response {
  return Response.json(describeInterface(env().APP_URL), {
    headers: { "access-control-allow-origin": "*", "cache-control": "public, max-age=300" },
  });
}
