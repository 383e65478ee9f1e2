import type { NextRequest } from "next/server";
import { privatePhoto } from "#app/private-photo.ts";
import { openDocument } from "#features/registration/queries/documents.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { currentActor } from "#platform/web/session.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A photo of a KTP or a face, by an address that was signed for this viewer and lives five minutes. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params;
  const until = request.nextUrl.searchParams.get("sampai") ?? "";
  const token = request.nextUrl.searchParams.get("t") ?? "";
  const document = isUuid(id)
    ? await openDocument({ documentId: id, until, token }, await currentActor(), await programmeNow())
    : null;
  if (!document) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return privatePhoto(document.bytes);
}
