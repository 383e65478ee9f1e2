import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { findPublicKeys, writeHeads } from "#features/accounting/queries/journal.ts";
import { takePoint } from "#platform/web/rate-limit.ts";

type Context = { readonly params: Promise<{ readonly berkas: string }> };

// Wide, because a whole office may share an address.
const LIMIT = { points: 120, seconds: 600 };

/** The signed heads and the public keys, for everybody. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { berkas } = await params;
  const address = (await headers()).get("x-client-address") ?? "unknown";
  const wait = await takePoint("ledger-heads", address, LIMIT);
  if (wait) return new Response(null, { status: 429, headers: { "retry-after": String(wait) } });
  if (berkas === "tanda-tangan.json") return fileOf(berkas, "application/json", await writeHeads());
  const [, keyId] = /^kunci-([a-z0-9]{1,8})\.pem$/.exec(berkas) ?? [];
  const key = (await findPublicKeys()).find((known) => known.keyId === keyId);
  return key ? fileOf(berkas, "application/x-pem-file", key.pem) : notFound();
}

function fileOf(name: string, type: string, text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "public, max-age=300",
    },
  });
}
