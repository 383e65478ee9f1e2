import { ok, type Result, refuse } from "#kernel/result.ts";

/** A step that was proposed; `approvedBy` is null while it waits for a second person. Ids of accounts. */
export type Approval = {
  readonly id: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly approvedBy: string | null;
};

/** Who of the staff proposed a step that waits for another person. */
export type Proposal = { readonly accountId: string; readonly name: string; readonly proposedAt: Date };

export type ApprovalRefusal = { readonly code: "approval-needs-another-person" };

/**
 * What a press of the button means: the first person proposes, another one approves. The first one's second press is
 * refused, so that nobody does alone what two must do.
 */
export function decideAgreement(
  standing: Approval | null,
  accountId: string,
): Result<"propose" | "approve" | "approved-before", ApprovalRefusal> {
  if (!standing) return ok("propose");
  if (standing.approvedBy !== null) return ok("approved-before");
  return standing.proposedBy === accountId
    ? refuse({ code: "approval-needs-another-person" })
    : ok("approve");
}
