import { notFound } from "next/navigation";
import { ownProvider } from "#features/partners/queries/own-partner.ts";
import type { OwnProvider } from "#features/partners/types.ts";
import { requireStaff } from "#platform/web/session.ts";

/** The provider that the signed-in account speaks for; whoever speaks for none finds no page. */
export async function requireOwnProvider(): Promise<OwnProvider> {
  return ownProvider(await requireStaff("provider:own")) ?? notFound();
}
