import { describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import type { Contact } from "#features/account/types.ts";
import { openAccountForPerson } from "#features/account/use-cases/open-account-for-person.ts";
import { openAccountsForPeople } from "#features/account/use-cases/open-accounts-for-people.ts";
import { removeUntakenAccount } from "#features/account/use-cases/remove-untaken-account.ts";
import { setFirstPassword } from "#features/account/use-cases/set-first-password.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { passwordMatches } from "#platform/web/password.ts";
import { anAccount } from "../../support/people.ts";
import { newEmail, newPhone, now, PASSWORD, run } from "./newcomers.ts";

const officer: StaffActor = {
  role: "officer",
  accountId: "01a1f6e5-8780-7a1d-be10-171daf04c7b5" as AccountId,
  providerSlug: null,
  platformSlug: null,
};
const atOffice = <Value, Refusal>(command: (work: Work<StaffActor>) => Promise<Result<Value, Refusal>>) =>
  inOneTransaction(officer, command, { now });

const openFor = ({ kind, value }: Contact) =>
  atOffice((work) => openAccountForPerson(work, { displayName: "Sari", [kind]: value, locale: "id" }));

async function opened(contact: Contact): Promise<ParticipantId> {
  const result = await openFor(contact);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.participantId;
}

const accountOf = (id: string) => database().account.findUniqueOrThrow({ where: { id } });
const take = (participantId: ParticipantId, more: object = {}) =>
  run((work) => setFirstPassword(work, { participantId, password: PASSWORD, ...more }));
const taken = refuse({ code: "account-contact-taken" });

describe("an office opens an account", () => {
  test("without a password, for somebody who may have no contact at all", async () => {
    const result = await atOffice((work) =>
      openAccountForPerson(work, { displayName: "Sari", locale: "id" }),
    );
    if (!result.ok) throw new Error(result.refusal.code);
    expect(await accountOf(result.value.participantId)).toMatchObject({
      passwordHash: null,
      email: null,
      phoneIndex: null,
    });
  });

  test.each([newEmail, newPhone])("but not for a contact that has one", async (contact) => {
    const whose = contact();
    await opened(whose);
    expect(await openFor(whose)).toEqual(taken);
  });

  test("for many at once, leaving out whose contact is taken", async () => {
    const { value: phone } = newPhone();
    await opened({ kind: "phone", value: phone });
    const people = [{ phone }, { phone: newPhone().value }, {}];
    const made = await atOffice(async (work) =>
      ok(
        await openAccountsForPeople(
          work,
          people.map((person) => ({ displayName: "Sari", locale: "id" as const, ...person })),
        ),
      ),
    );
    expect(made.ok && made.value.map((id) => id !== null)).toEqual([false, true, true]);
  });
});

describe("its person takes it over", () => {
  test("with a password; the phone that the code went to is verified", async () => {
    const contact = newPhone();
    const id = await opened(contact);
    expect(await take(id, { proved: contact.value })).toEqual(ok(null));
    const account = await accountOf(id);
    expect(account.phoneVerifiedAt).toEqual(now);
    expect(await passwordMatches(account.passwordHash, PASSWORD)).toBe(true);
  });

  test("with a contact of their own, which is still to be verified", async () => {
    const id = await opened(newPhone());
    const { value: email } = newEmail();
    expect(await take(id, { email })).toEqual(ok(null));
    expect(await accountOf(id)).toMatchObject({ email, emailVerifiedAt: null, phoneVerifiedAt: null });
  });

  test.each([
    ["twice", "account-taken-over"],
    ["with a contact of somebody else", "account-contact-taken"],
    ["without any contact", "account-contact-missing"],
    ["with a password that is easy to guess", "password-guessable"],
  ] as const)("not %s", async (_, code) => {
    const contact = newEmail();
    const id = code === "account-contact-missing" ? await withoutContact() : await opened(contact);
    if (code === "account-taken-over") await take(id);
    const theirs = newPhone();
    if (code === "account-contact-taken") await opened(theirs);
    const more = {
      "account-taken-over": {},
      "account-contact-taken": { phone: theirs.value },
      "account-contact-missing": {},
      "password-guessable": { password: "Sari Sari Sari" },
    }[code];
    expect(await take(id, more)).toEqual(refuse({ code }));
  });

  test("once, although two tried at once", async () => {
    const id = await opened(newEmail());
    const results = await Promise.all([take(id), take(id)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe("an office takes it back", () => {
  const remove = (id: ParticipantId) => atOffice((work) => removeUntakenAccount(work, id));

  test("while nobody took it over", async () => {
    const id = await opened(newEmail());
    expect(await remove(id)).toEqual(ok(null));
    expect(await database().account.count({ where: { id } })).toBe(0);
  });

  test("and never afterwards, nor an account that somebody opened alone", async () => {
    const id = await opened(newEmail());
    await take(id);
    const refused = refuse({ code: "account-taken-over" });
    expect(await remove(id)).toEqual(refused);
    expect(await remove(await anAccount(now))).toEqual(refused);
  });
});

async function withoutContact(): Promise<ParticipantId> {
  const result = await atOffice((work) => openAccountForPerson(work, { displayName: "Sari", locale: "id" }));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.participantId;
}
