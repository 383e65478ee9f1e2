import type { Actor } from "#authorization/actor.ts";
import type { Day } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { recoveryWanted } from "../events.ts";
import { insertRecovery } from "../repository/recoveries.ts";
import type { Identifier } from "../types.ts";

/**
 * Asks for a way to a new password. Whether anybody has this contact is not looked up here: the worker does it, so
 * that the page says the same in the same time to everybody.
 */
export async function requestReset(
  work: Work<Actor>,
  { identifier }: { readonly identifier: Identifier },
): Promise<Result<{ kind: Identifier["kind"] }, never>> {
  const { kind, value } = identifier;
  await ask(work, {
    kind: "contact",
    subjectIndex: blindIndex(kind, value),
    details: JSON.stringify(identifier),
  });
  return ok({ kind });
}

/** Asks for a way back to the account of a NIK that is registered already: its holder is written to. */
export async function recoverByNik(
  work: Work<Actor>,
  input: { readonly nik: string; readonly birthDate: Day },
): Promise<Result<null, never>> {
  await ask(work, {
    kind: "identity",
    subjectIndex: blindIndex("nik", input.nik),
    details: JSON.stringify(input),
  });
  return ok(null);
}

type Question = {
  readonly kind: "contact" | "identity";
  readonly subjectIndex: Uint8Array<ArrayBuffer>;
  readonly details: string;
};

async function ask(work: Work, question: Question): Promise<void> {
  const id = work.newId<"recovery-request">();
  await insertRecovery(work.tx, { ...question, id, now: work.now });
  await work.publish(recoveryWanted({ requestId: id }));
}
