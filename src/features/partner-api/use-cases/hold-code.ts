import type { Actor } from "#authorization/actor.ts";
import { type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { Call } from "../endpoint.ts";
import { decideCode } from "../policy/redeeming.ts";
import { freshState, isSandboxCode, sandboxRedeemable, withPresence } from "../policy/sandbox.ts";
import { findRedeemable } from "../queries/redeemables.ts";
import { findSandbox } from "../queries/sandbox.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import { lockPurchaseOfCode, lockSandbox, saveSandbox } from "../repository/attendance.ts";
import type { PartnerClient } from "../types/client.ts";
import type { Redeemable } from "../types/redeemable.ts";
import type { SandboxState } from "../types/sandbox.ts";

/** A code that this call may do something with. `sandbox`: what the training code went through; null for a real one. */
export type HeldCode = { readonly found: Redeemable; readonly sandbox: SandboxState | null };

/** The code that a call only asks about. */
export async function readCode(
  { client, now }: Call,
  redeemCode: string,
): Promise<Result<HeldCode, PartnerRefusal>> {
  if (!isSandboxCode(redeemCode)) return held(await findRedeemable(redeemCode), null, client);
  const sandbox = (await findSandbox(client.code, redeemCode)) ?? freshState;
  return held(sandboxRedeemable(redeemCode, client, sandbox, now), sandbox, client);
}

/** The code that a call changes something of, held until the transaction ends. */
export async function holdCode(
  { tx, now }: Work<Actor>,
  client: PartnerClient,
  redeemCode: string,
): Promise<Result<HeldCode, PartnerRefusal>> {
  if (isSandboxCode(redeemCode)) {
    const sandbox = (await lockSandbox(tx, { clientCode: client.code, code: redeemCode })) ?? freshState;
    return held(sandboxRedeemable(redeemCode, client, sandbox, now), sandbox, client);
  }
  await lockPurchaseOfCode(tx, redeemCode);
  return held(await findRedeemable(redeemCode, tx), null, client);
}

function held(
  found: Redeemable | null,
  sandbox: SandboxState | null,
  { ownerSlug }: PartnerClient,
): Result<HeldCode, PartnerRefusal> {
  const decision = decideCode(found, ownerSlug);
  return decision.ok ? { ok: true, value: { found: decision.value, sandbox } } : refuse(decision.refusal);
}

/** Writes down that a training code was used, or presence shown with it. */
export async function noteSandbox(
  { tx, now }: Work<Actor>,
  clientCode: string,
  { found, sandbox }: { readonly found: Pick<Redeemable, "redeemCode">; readonly sandbox: SandboxState },
  sequence: number | null,
): Promise<SandboxState> {
  const state = withPresence(sandbox, sequence, now);
  await saveSandbox(tx, { clientCode, code: found.redeemCode, state, now });
  return state;
}
