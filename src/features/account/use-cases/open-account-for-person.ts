import type { StaffActor } from "#authorization/actor.ts";
import type { Locale } from "#i18n/messages.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccountRefusal } from "../refusals.ts";
import { insertUntakenAccount, isContactTaken } from "../repository/untaken.ts";

type Input = {
  readonly displayName: string;
  readonly email?: string;
  /** "+628..." */
  readonly phone?: string;
  readonly locale: Locale;
};

/** Opens an account for somebody whom an office helps: without a password, until the person takes it over by code. */
export async function openAccountForPerson(
  work: Work<StaffActor>,
  input: Input,
): Promise<Result<{ participantId: ParticipantId }, AccountRefusal>> {
  if (await isContactTaken(work.tx, input)) return refuse({ code: "account-contact-taken" });
  const participantId = work.newId<"participant">();
  await insertUntakenAccount(work.tx, { ...input, id: participantId, createdAt: work.now });
  return ok({ participantId });
}
