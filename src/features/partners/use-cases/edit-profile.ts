import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { ownPartner } from "../queries/own-partner.ts";
import type { PartnerRefusal } from "../refusals.ts";
import { writeProfile } from "../repository/profile.ts";
import type { PartnerKind } from "../types.ts";

type Input = { readonly aboutId: string; readonly aboutEn: string; readonly website: string | null };

/** Changes what people read about the partner that this account speaks for. */
export async function editProfile(
  work: Work<StaffActor>,
  input: Input,
): Promise<Result<{ readonly kind: PartnerKind }, PartnerRefusal>> {
  const partner = ownPartner(work.actor);
  if (!partner) return refuse({ code: "partner-not-linked" });
  await writeProfile(work.tx, partner, input);
  await work.record({
    action: "partner-profile-changed",
    subject: `${partner.kind}:${partner.slug}`,
    details: { website: input.website },
  });
  return ok({ kind: partner.kind });
}
