import { system } from "#authorization/actor.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import type { Answer, Call, Endpoint, Prepared } from "../endpoint.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import { claimReceipt, findReceipt, keepRefusal, settleReceipt } from "../repository/calls.ts";
import { envelope } from "../schema/envelope.ts";
import type { PartnerReply, Proven } from "../types/call.ts";
import { refusalReply, successReply } from "./write-envelope.ts";

type Ready = Call & { readonly endpoint: Endpoint; readonly prepared: Prepared; readonly proven: Proven };
type Outcome = Result<Answer<object>, PartnerRefusal | { readonly code: "answered-before" }>;

/**
 * Runs an endpoint. A call that changes something leaves a receipt in its own transaction, refusals too: sent again with the
 * same timestamp and signature, by a client that lost the answer or by somebody who listened, it is answered from there.
 */
export async function runCall(ready: Ready): Promise<PartnerReply> {
  const { endpoint, prepared, proven, client, now } = ready;
  if (!endpoint.changes) {
    const reply = await prepared.run(ready);
    return reply.ok ? successReply(reply.value) : refusalReply({ refusal: reply.refusal });
  }
  const earlier = await answerBefore(ready);
  if (earlier) return earlier;
  const result = await changeOnce(ready);
  if (result.ok) return successReply(result.value);
  const { refusal } = result;
  if (refusal.code !== "answered-before") {
    const reply = refusalReply({ refusal });
    await keepRefusal({ clientCode: client.code, proven, ...reply, at: now });
    return (await answerBefore(ready)) ?? reply;
  }
  const first = await answerBefore(ready);
  if (!first) throw new Error(`${endpoint.path}: the first answer is gone`);
  return first;
}

async function changeOnce({ endpoint, prepared, proven, ...call }: Ready): Promise<Outcome> {
  const { client, now } = call;
  const receipt = { clientCode: client.code, proven, at: now };
  return inOneTransaction(
    system,
    async (work): Promise<Outcome> => {
      const isFirst = await claimReceipt(work.tx, { ...receipt, status: 0, body: {} });
      if (!isFirst) return refuse({ code: "answered-before" });
      const reply = await prepared.run({ ...call, work });
      const written = reply.ok ? successReply(reply.value) : refusalReply({ refusal: reply.refusal });
      await settleReceipt(work.tx, { ...receipt, ...written });
      if (reply.ok) {
        const details = { path: endpoint.path, code: prepared.subject };
        await work.record({ action: "partner-call", subject: `partner-client:${client.code}`, details });
      }
      return reply;
    },
    { now },
  );
}

/** The answer to this very call, where it was answered before. A nonce that was used for something else is no signature. */
async function answerBefore({ client, proven }: Ready): Promise<PartnerReply | null> {
  const receipt = await findReceipt({ clientCode: client.code, proven });
  if (!receipt) return null;
  if (!Buffer.from(receipt.fingerprint).equals(proven.fingerprint)) {
    return refusalReply({ refusal: { code: "ERRGEN40102" } });
  }
  return { status: receipt.status, body: envelope.parse(receipt.body), headers: {} };
}
