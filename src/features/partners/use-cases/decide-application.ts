import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { hashPassword } from "#platform/web/password.ts";
import { partnerDecided } from "../events.ts";
import { decideAdmission, decideDecision, firstLinkExpiry, slugFor } from "../policy/application.ts";
import type { ApplicationRefusal } from "../refusals.ts";
import {
  findAdmissionFacts,
  findTakenSlugs,
  insertFirstLink,
  insertPartner,
  insertPartnerAccount,
  lockApplication,
  writeDecision,
} from "../repository/applications.ts";
import type { Application } from "../types.ts";

type Input = {
  readonly applicationId: string;
  readonly decision: "approve" | "refuse";
  readonly reason: string;
};

/** An operator admits an organisation or turns it down, with the reason; once. Its contact is told by e-mail. */
export async function decideApplication(
  work: Work<StaffActor>,
  { applicationId, decision, reason }: Input,
): Promise<Result<null, ApplicationRefusal>> {
  const allowed = decideDecision(await lockApplication(work.tx, applicationId));
  if (!allowed.ok) return allowed;
  const application = allowed.value;
  if (decision === "approve") return admit(work, application, reason);
  await writeDecision(work.tx, application.id, { ...by(work, reason), status: "refused" });
  await work.record({
    action: "partner-refused",
    subject: `partner-application:${applicationId}`,
    details: { kind: application.kind },
  });
  await work.publish(partnerDecided({ applicationId, tokenId: null }));
  return ok(null);
}

async function admit(
  work: Work<StaffActor>,
  application: Application,
  reason: string,
): Promise<Result<null, ApplicationRefusal>> {
  const { id, kind, name, email, contactName, locale } = application;
  const admitted = decideAdmission(await findAdmissionFacts(work.tx, application));
  if (!admitted.ok) return admitted;
  const slug = slugFor(name, await findTakenSlugs(work.tx, kind, slugFor(name, new Set())));
  await insertPartner(work.tx, slug, application);
  const accountId = work.newId<"account">();
  const passwordHash = await hashPassword(Buffer.from(work.chance.bytes(32)).toString("hex"));
  await insertPartnerAccount(
    work.tx,
    { id: accountId, email, displayName: contactName, locale, passwordHash, createdAt: work.now },
    { kind, slug },
  );
  const tokenId = work.newId<"email-token">();
  const expiresAt = firstLinkExpiry(work.now);
  await insertFirstLink(work.tx, { id: tokenId, accountId, createdAt: work.now, expiresAt });
  await writeDecision(work.tx, id, { ...by(work, reason), status: "approved", ownerSlug: slug, accountId });
  await work.record({
    action: "partner-admitted",
    subject: `${kind}:${slug}`,
    details: { application: id, account: accountId },
  });
  await work.publish(partnerDecided({ applicationId: id, tokenId }));
  return ok(null);
}

function by(work: Work<StaffActor>, reason: string) {
  return { decidedAt: work.now, decidedBy: work.actor.accountId, reason };
}
