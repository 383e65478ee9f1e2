import { findApproval } from "#platform/approval/agree.ts";
import { database } from "#platform/db/client.ts";

/** Who wants a wave's result published, and whether another one agreed; null while nobody does. */
export async function findPublicationProposal(waveId: string) {
  const standing = await findApproval(`wave:${waveId}`, "publish");
  if (!standing) return null;
  const account = await database().account.findUnique({
    where: { id: standing.proposedBy },
    select: { displayName: true },
  });
  return {
    accountId: standing.proposedBy,
    name: account?.displayName ?? "",
    proposedAt: standing.proposedAt,
    isApproved: standing.approvedBy !== null,
  };
}
