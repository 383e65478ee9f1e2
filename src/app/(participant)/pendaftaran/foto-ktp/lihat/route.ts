import { findOwnPhoto } from "#features/registration/queries.ts";
import { currentActor } from "#platform/web/session.ts";

/** The person's own photo of the KTP. There is no address for anybody else's. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  const photo = actor.role === "participant" ? await findOwnPhoto(actor.participantId) : null;
  if (!photo) return new Response(null, { status: 404 });
  return new Response(photo, {
    headers: {
      "content-type": "image/jpeg",
      "content-disposition": "inline",
      "cache-control": "private, no-store",
    },
  });
}
