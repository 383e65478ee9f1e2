import type { StaffActor } from "#authorization/actor.ts";
import { dayInWib } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { onlyDigits } from "#kernel/nik.ts";
import type { Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideIdentity, decideStatements } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { findKnownCodes, findTaken, insertFilled } from "../repository/many.ts";
import { districtWrittenIn, findKnownDistricts } from "../repository.ts";
import type { WholeForm } from "../schema.ts";
import type { Identity, Statements } from "../types.ts";

type Verdict = {
  /** Null where the form was refused, or where no account was opened for it. */
  readonly participantId: ParticipantId | null;
  readonly refusals: readonly RegistrationRefusal[];
};

/**
 * Fills the whole form of many new people at once, by the rules of one, with a handful of statements for all of them.
 * Accounts are opened only for forms that nothing speaks against; their people stand at the photo afterwards. Unlike
 * one person at a screen, whoever sends a list is told everything that is wrong with a form.
 */
export async function fillForPeople(
  work: Work<StaffActor>,
  forms: readonly WholeForm[],
  openAccounts: (forms: readonly WholeForm[]) => Promise<readonly (ParticipantId | null)[]>,
): Promise<readonly Verdict[]> {
  const decide = await rulesFor(work, forms);
  const taken = await findTaken(
    work.tx,
    forms.map((form) => ({ nik: onlyDigits(form.nik), phone: form.phone ?? null })),
  );
  const decisions = forms.map((form) => ({ form, ...decide(form, taken) }));
  const accepted = decisions.filter(({ refusals }) => refusals.length === 0);
  const ids = await openAccounts(accepted.map(({ form }) => form));
  const idOf = new Map(accepted.map(({ form }, index) => [form, ids[index] ?? null]));
  await insertFilled(
    work.tx,
    accepted.flatMap(({ form, identity, statements }) => {
      const participantId = idOf.get(form);
      return participantId && identity && statements ? [{ participantId, form, identity, statements }] : [];
    }),
    work.now,
  );
  return decisions.map(({ form, refusals }) => ({ participantId: idOf.get(form) ?? null, refusals }));
}

type Decision = {
  readonly refusals: readonly RegistrationRefusal[];
  readonly identity: Identity | null;
  readonly statements: Statements | null;
};

/** The rules of a form, with the areas and categories that these forms name. */
async function rulesFor(
  work: Work<StaffActor>,
  forms: readonly WholeForm[],
): Promise<(form: WholeForm, taken: ReadonlySet<string>) => Decision> {
  const numbers = forms.flatMap((form) => [form.nik, form.familyCard]);
  const districts = await findKnownDistricts(work.tx, [...new Set(numbers.map(districtWrittenIn))]);
  const codes = await findKnownCodes(work.tx, forms.flatMap(villagesOf));
  const today = dayInWib(work.now);
  return (form, taken) => {
    const identity = decideIdentity(form, (code) => districts.has(code), today);
    const statements = decideStatements(form.statements);
    const refusals = [
      ...refusalOf(identity),
      ...refusalOf(statements),
      ...refusalsOfPlaces(form, codes),
      ...refusalsOfTaken(form, taken),
    ];
    return {
      refusals,
      identity: identity.ok ? identity.value : null,
      statements: statements.ok ? statements.value : null,
    };
  };
}

function refusalOf(result: Result<unknown, RegistrationRefusal>): RegistrationRefusal[] {
  return result.ok ? [] : [result.refusal];
}

function refusalsOfPlaces(
  form: WholeForm,
  { villages, categories }: Awaited<ReturnType<typeof findKnownCodes>>,
): RegistrationRefusal[] {
  const refusals: RegistrationRefusal[] = [];
  if (!villages.has(form.villageCode)) refusals.push({ code: "registration-village-unknown" });
  if (form.domicile && !villages.has(form.domicile.villageCode))
    refusals.push({ code: "registration-domicile-unknown" });
  if (!categories.has(form.wantedCategory)) refusals.push({ code: "registration-category-unknown" });
  return refusals;
}

function refusalsOfTaken(form: WholeForm, taken: ReadonlySet<string>): RegistrationRefusal[] {
  const refusals: RegistrationRefusal[] = [];
  if (taken.has(onlyDigits(form.nik))) refusals.push({ code: "nik-registered" });
  if (form.phone && taken.has(form.phone)) refusals.push({ code: "registration-phone-taken" });
  return refusals;
}

function villagesOf(form: WholeForm): string[] {
  return [form.villageCode, ...(form.domicile ? [form.domicile.villageCode] : [])];
}
