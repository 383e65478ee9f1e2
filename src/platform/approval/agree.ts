import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import type { Work } from "#platform/db/work.ts";
import { type Approval, type ApprovalRefusal, decideAgreement, type Proposal } from "./rules.ts";

const columns = { id: true, proposedBy: true, proposedAt: true, approvedBy: true } as const;

/**
 * Proposes a step, or approves what somebody else proposed (the database refuses the same person too). "agreed" means
 * that the step may be taken now. The subject ("wave:<id>") must be locked by the caller.
 */
export async function agreeByTwo(
  work: Work<StaffActor>,
  { subject, step }: { readonly subject: string; readonly step: string },
): Promise<Result<"proposed" | "agreed", ApprovalRefusal>> {
  const standing = await work.tx.approval.findFirst({
    where: { subject, step, withdrawnAt: null },
    select: columns,
  });
  const decision = decideAgreement(standing, work.actor.accountId);
  if (!decision.ok) return decision;
  if (decision.value === "propose") {
    const id = work.newId<"approval">();
    await work.tx.approval.create({
      data: { id, subject, step, proposedBy: work.actor.accountId, proposedAt: work.now },
    });
    await work.record({ action: "step-proposed", subject, details: { step } });
    return ok("proposed");
  }
  if (standing && decision.value === "approve") {
    await work.tx.approval.update({
      where: { id: standing.id },
      data: { approvedBy: work.actor.accountId, approvedAt: work.now },
    });
    await work.record({ action: "step-approved", subject, details: { step } });
  }
  return ok("agreed");
}

/** Takes a proposal back that nobody approved yet; anyone who may propose may do it. Nothing to take back is no mistake. */
export async function withdrawProposal(
  work: Work<StaffActor>,
  { subject, step }: { readonly subject: string; readonly step: string },
): Promise<void> {
  const { count } = await work.tx.approval.updateMany({
    where: { subject, step, withdrawnAt: null, approvedAt: null },
    data: { withdrawnAt: work.now },
  });
  if (count > 0) await work.record({ action: "step-withdrawn", subject, details: { step } });
}

/** The proposal or approval that stands; null when the step was not asked for. */
export async function findApproval(subject: string, step: string): Promise<Approval | null> {
  return database().approval.findFirst({ where: { subject, step, withdrawnAt: null }, select: columns });
}

/** Who proposed the step; null while nobody did, and when another one has agreed. */
export async function findProposal(subject: string, step: string): Promise<Proposal | null> {
  const standing = await findApproval(subject, step);
  if (!standing || standing.approvedBy !== null) return null;
  const { proposedBy: accountId, proposedAt } = standing;
  const account = await database().account.findUnique({
    where: { id: accountId },
    select: { displayName: true },
  });
  return { accountId, name: account?.displayName ?? "", proposedAt };
}
