import type { StaffActor } from "#authorization/actor.ts";
import { readableCode } from "#kernel/random.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import {
  judgeOutsideAddress,
  type OutsideAddressRefusal,
  type OutsideRules,
} from "#platform/web/outside-address.ts";
import { decideChange, shownUntil } from "../policy/key.ts";
import { ownPartner } from "../queries/own-partner.ts";
import type { KeyRefusal, PartnerRefusal } from "../refusals.ts";
import { lockOwnClient, writeAddresses, writeWebhookKey } from "../repository/keys.ts";
import type { PartnerKind } from "../types.ts";

type Input = OutsideRules & {
  readonly client: string;
  readonly redirectUris: readonly string[];
  readonly webhookUrl: string | null;
};
type Refusal = KeyRefusal | PartnerRefusal | OutsideAddressRefusal | WebhookRefusal;
/** The same reasons, said of the other field. */
type WebhookRefusal = { readonly code: `webhook-${OutsideAddressRefusal["code"]}` };

const WEBHOOK_KEY_LENGTH = 40;

/** Sets where people may be sent back to, and where messages go. The first webhook address comes with a key, shown until it is kept. */
export async function editAddresses(
  work: Work<StaffActor>,
  { client, redirectUris, webhookUrl, allowsLoopback }: Input,
): Promise<Result<{ readonly kind: PartnerKind; readonly client: string }, Refusal>> {
  const partner = ownPartner(work.actor);
  if (!partner) return refuse({ code: "partner-not-linked" });
  const found = decideChange(await lockOwnClient(work.tx, partner, client));
  if (!found.ok) return found;
  const returns = judgeReturns(redirectUris, { allowsLoopback });
  if (!returns.ok) return returns;
  const hook = webhookUrl === null ? ok(null) : judgeOutsideAddress(webhookUrl, { allowsLoopback });
  if (!hook.ok) return refuse({ code: `webhook-${hook.refusal.code}` });
  await writeAddresses(work.tx, client, {
    redirectUris: returns.value,
    webhookUrl: hook.value?.href ?? null,
  });
  if (hook.value && !found.value.hasWebhookKey) {
    const key = readableCode(work.chance, WEBHOOK_KEY_LENGTH);
    await writeWebhookKey(work.tx, client, key, shownUntil(work.now));
  }
  await work.record({
    action: "partner-addresses-changed",
    subject: `partner-client:${client}`,
    details: { returns: returns.value.join(" "), webhook: hook.value?.href ?? null },
  });
  return ok({ kind: partner.kind, client });
}

/** Whole addresses without query and fragment, each once, as they are compared when a person is sent back. */
function judgeReturns(
  texts: readonly string[],
  rules: OutsideRules,
): Result<readonly string[], KeyRefusal | OutsideAddressRefusal> {
  const kept = new Set<string>();
  for (const text of texts) {
    const judged = judgeOutsideAddress(text, rules);
    if (!judged.ok) return judged;
    if (judged.value.search || judged.value.hash) return refuse({ code: "redirect-with-query" });
    kept.add(judged.value.href);
  }
  return ok([...kept]);
}
