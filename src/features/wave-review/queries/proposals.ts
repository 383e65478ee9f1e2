import { findApproval } from "#platform/approval/agree.ts";
import { database } from "#platform/db/client.ts";
import type { Proposal } from "../types.ts";

/** Who proposed to draw the wave; null while nobody did, and when another one has agreed. */
export async function findDrawProposal(waveId: string): Promise<Proposal | null> {
  const standing = await findApproval(`wave:${waveId}`, "draw");
  if (!standing || standing.approvedBy !== null) return null;
  const account = await database().account.findUnique({
    where: { id: standing.proposedBy },
    select: { displayName: true },
  });
  return {
    accountId: standing.proposedBy,
    name: account?.displayName ?? "",
    proposedAt: standing.proposedAt,
  };
}
