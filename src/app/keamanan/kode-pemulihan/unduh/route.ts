import { getTranslations } from "next-intl/server";
import { findFreshCodes } from "#features/access/queries/security.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireInsider } from "../../insider.ts";

/** The recovery codes as a text to keep, as long as the page shows them. */
export async function GET(): Promise<Response> {
  const { accountId } = await requireInsider();
  const codes = await findFreshCodes(accountId, await programmeNow());
  if (!codes) return new Response(null, { status: 404 });
  const t = await getTranslations("access.codes");
  const text = [t("fileTitle"), "", ...codes, "", t("fileText"), ""].join("\r\n");
  return new Response(text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="kode-pemulihan.txt"',
      "cache-control": "no-store",
    },
  });
}
