import { ok, type Result, refuse } from "#kernel/result.ts";

/** A step that was proposed; `approvedBy` is null while it waits for a second person. Ids of accounts. */
export type Approval = {
  readonly id: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly approvedBy: string | null;
};

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
