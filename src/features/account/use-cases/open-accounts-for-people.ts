import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Work } from "#platform/db/work.ts";
import { insertAccountsForPeople } from "../repository/many.ts";

type Person = {
  readonly displayName: string;
  readonly email?: string;
  /** "+628..." */
  readonly phone?: string;
  readonly locale: "id" | "en";
};

/**
 * Opens accounts without a password for many people at once; null stands for whoever's e-mail address or phone has an
 * account already. In the order of the people.
 */
export async function openAccountsForPeople(
  work: Work<StaffActor>,
  people: readonly Person[],
): Promise<readonly (ParticipantId | null)[]> {
  const wanted = people.map((person) => ({ ...person, id: work.newId<"participant">() }));
  const opened = await insertAccountsForPeople(work.tx, wanted, work.now);
  return wanted.map(({ id }) => (opened.has(id) ? id : null));
}
