import type { Transaction } from "#platform/db/client.ts";
import type { OwnPartner } from "../types.ts";

/** Writes what a partner says of itself. */
export async function writeProfile(
  tx: Transaction,
  { kind, slug }: OwnPartner,
  words: { readonly aboutId: string; readonly aboutEn: string; readonly website: string | null },
): Promise<void> {
  if (kind === "provider") await tx.provider.update({ where: { slug }, data: words });
  else await tx.platform.update({ where: { slug }, data: words });
}
