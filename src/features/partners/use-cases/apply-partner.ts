import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { partnerApplied } from "../events.ts";
import { isLetterSent, lettersSince } from "../policy/application.ts";
import { countLetters, insertApplication } from "../repository/applications.ts";
import type { ApplicationContent } from "../types.ts";

/**
 * Keeps an application and has its contact written to. Nobody learns from the answer whether the address has an
 * account, is known or was written to too often: it is the same, and the decision comes much later.
 */
export async function applyPartner(
  work: Work<Actor>,
  { locale, ...content }: ApplicationContent & { readonly locale: string },
): Promise<Result<null, never>> {
  if (!isLetterSent(await countLetters(work.tx, content.email, lettersSince(work.now)))) return ok(null);
  const id = work.newId<"partner-application">();
  await insertApplication(work.tx, { ...content, id, locale, createdAt: work.now });
  await work.publish(partnerApplied({ applicationId: id }));
  return ok(null);
}
