import { may } from "#authorization/permissions.ts";
import { findPicture } from "#features/selection-test/queries/bank.ts";
import { currentActor } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/**
 * A picture of a test item, for people who may take the test and staff who write it. The address is the hash of the
 * bytes, so the viewer's own browser may keep it for ever; a picture that is opened by itself runs and loads nothing.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { role } = await currentActor();
  const mayLook = may(role, "test:own") || may(role, "item:write");
  const picture = mayLook ? await findPicture((await params).id) : null;
  if (!picture) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(picture.bytes, {
    headers: {
      "content-type": picture.contentType,
      "content-disposition": "inline",
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}
