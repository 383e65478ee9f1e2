import type { Actor } from "#authorization/actor.ts";
import type { RedeemRefusal } from "#features/purchase/refusals.ts";
import { redeemByPartner } from "#features/purchase/use-cases/redeem-by-partner.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { PartnerRefusal, RedeemCode } from "../refusals/codes.ts";
import type { PartnerClient } from "../types/client.ts";
import { type HeldCode, noteSandbox } from "./hold-code.ts";

/** The reasons of a purchase (programme rules, section 6), as partners know them. */
const codes: Readonly<Record<RedeemRefusal["code"], RedeemCode>> = {
  "redeem-code-unknown": "ERRRDM40001",
  "redeem-code-other-training": "ERRRDM40002",
  "redeem-code-other-provider": "ERRRDM40003",
  "redeem-code-cancelled": "ERRRDM40004",
  "redeem-purchase-cancelled": "ERRRDM40005",
  "redeem-code-used": "ERRRDM40006",
  "redeem-too-early": "ERRRDM40007",
  "redeem-too-late": "ERRRDM40007",
};

/** Uses a code: a real one opens its training, one of the sandbox remembers it. */
export async function spendCode(
  work: Work<Actor>,
  { code: clientCode, ownerSlug }: PartnerClient,
  { found, sandbox }: HeldCode,
): Promise<Result<void, PartnerRefusal>> {
  if (sandbox) {
    await noteSandbox(work, clientCode, { found, sandbox }, null);
    return ok();
  }
  const { redeemCode } = found;
  const redeemed = await redeemByPartner(work, { redeemCode, providerSlug: ownerSlug });
  return redeemed.ok ? ok() : refuse({ code: codes[redeemed.refusal.code] });
}
