import type { Transaction } from "#platform/db/client.ts";
import type { OwnPartner } from "../types.ts";

/** Writes what a partner says of itself; a platform has no site of its own in the register. */
export async function writeProfile(
  tx: Transaction,
  { kind, slug }: OwnPartner,
  {
    website,
    ...about
  }: { readonly aboutId: string; readonly aboutEn: string; readonly website: string | null },
): Promise<void> {
  if (kind === "provider") await tx.provider.update({ where: { slug }, data: { ...about, website } });
  else await tx.platform.update({ where: { slug }, data: about });
}
