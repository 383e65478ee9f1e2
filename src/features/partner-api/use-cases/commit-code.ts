import type { z } from "zod";
import { refuse } from "#kernel/result.ts";
import { type ChangingCall, done, type Reply } from "../endpoint.ts";
import { decideUse } from "../policy/redeeming.ts";
import { freshState, isSandboxCode, sandboxRedeemable } from "../policy/sandbox.ts";
import { deleteSandbox } from "../repository/attendance.ts";
import type { commitOutput } from "../schema/redeem-code.ts";
import { holdCode } from "./hold-code.ts";
import { spendCode } from "./spend-code.ts";
import { type RedeemStatus, statusOf } from "./tell-status.ts";

/** Declares a code used, as the older clients and the trainers at a place do. */
export async function commitCode(
  { work, client }: ChangingCall,
  { redeemCode }: { readonly redeemCode: string },
): Promise<Reply<z.output<typeof commitOutput>>> {
  const held = await holdCode(work, client, redeemCode);
  if (!held.ok) return held;
  const decision = decideUse(held.value.found, work.now);
  if (!decision.ok) return decision;
  const used = await spendCode(work, client, held.value);
  if (!used.ok) return used;
  return done({ redeem_code: redeemCode, course_code: held.value.found.courseCode, status: 1 });
}

/** Sets a training code back to how it begins; a real code stays what it is. */
export async function resetCode(
  { work, client }: ChangingCall,
  { redeemCode }: { readonly redeemCode: string },
): Promise<Reply<RedeemStatus>> {
  if (!isSandboxCode(redeemCode)) return refuse({ code: "ERRRDM40013" });
  await deleteSandbox(work.tx, { clientCode: client.code, code: redeemCode });
  const found = sandboxRedeemable(redeemCode, client, freshState, work.now);
  return found ? done(statusOf(found, 1)) : refuse({ code: "ERRRDM40001" });
}
