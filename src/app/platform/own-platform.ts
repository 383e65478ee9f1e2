import { notFound } from "next/navigation";
import { ownPartner } from "#features/partners/queries/own-partner.ts";
import type { OwnPartner } from "#features/partners/types.ts";
import { requireStaff } from "#platform/web/session.ts";

/** The platform that the signed-in account speaks for; whoever speaks for none finds no page. */
export async function requireOwnPlatform(): Promise<OwnPartner> {
  return ownPartner(await requireStaff("platform:own")) ?? notFound();
}
