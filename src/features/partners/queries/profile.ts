import { database } from "#platform/db/client.ts";
import type { OwnPartner, PartnerProfile } from "../types.ts";

/** What the programme tells people about a partner; null when the register knows no such one. */
export async function findProfile({
  kind,
  slug,
}: Pick<OwnPartner, "kind" | "slug">): Promise<PartnerProfile | null> {
  if (kind === "provider") {
    const row = await database().provider.findUnique({ where: { slug } });
    return row && { ...row, commissionPercent: null };
  }
  const row = await database().platform.findUnique({ where: { slug } });
  return row && { ...row, city: null };
}
