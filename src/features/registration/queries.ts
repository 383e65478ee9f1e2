import type { Locale } from "#i18n/messages.ts";
import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { mayFill } from "./policy.ts";
import { keptStatements } from "./schema.ts";
import type { Domicile, RegistrationSummary } from "./types/summary.ts";
import {
  type Area,
  type EligibilityFacts,
  type HolderIdentity,
  pathOfStep,
  type RegistrationStep,
  registrationSteps,
} from "./types.ts";

type Row = { readonly step: string; readonly statements: unknown };

function stepOf(row: Row | null): RegistrationStep {
  if (row?.step === "statements" && row.statements) return "review";
  return registrationSteps.find((step) => step === row?.step) ?? "identity";
}

/** Where this person stands; "identity" before anything is filled in. */
export async function findRegistrationStep(participantId: ParticipantId): Promise<RegistrationStep> {
  const row = await database().registration.findUnique({
    where: { participantId },
    select: { step: true, statements: true },
  });
  return stepOf(row);
}

/** When the registration was sent; null while it is not. */
export async function findSubmittedAt(participantId: ParticipantId): Promise<Date | null> {
  const row = await database().registration.findFirst({
    where: { participantId, step: "submitted" },
    select: { submittedAt: true },
  });
  return row?.submittedAt ?? null;
}

/** Everything this person filled in so far, readable; for their own pages only. */
export async function findRegistrationSummary(participantId: ParticipantId): Promise<RegistrationSummary> {
  const row = await database().registration.findUnique({ where: { participantId } });
  if (!row) return nothingYet;
  const { fullName, gender, birthPlace, villageCode, submittedAt, phoneVerifiedAt } = row;
  const { education, maritalStatus, dependants, employment, disability, wantedCategory, reason } = row;
  return {
    step: stepOf(row),
    nik: read(row.nikCipher),
    familyCard: read(row.familyCardCipher),
    birthDate: row.birthDate && dayOfDate(row.birthDate),
    gender,
    fullName,
    birthPlace,
    motherName: read(row.motherNameCipher),
    phone: read(row.phoneCipher),
    phoneVerifiedAt,
    address: read(row.addressCipher),
    villageCode,
    domicile: domicileIn(row),
    education,
    maritalStatus,
    dependants,
    employment,
    disability,
    wantedCategory,
    reason,
    statements: keptStatements.safeParse(row.statements).data ?? null,
    submittedAt,
  };
}

const nothingYet: RegistrationSummary = {
  step: "identity",
  nik: null,
  familyCard: null,
  birthDate: null,
  gender: null,
  fullName: null,
  birthPlace: null,
  motherName: null,
  phone: null,
  phoneVerifiedAt: null,
  address: null,
  villageCode: null,
  domicile: null,
  education: null,
  maritalStatus: null,
  dependants: null,
  employment: null,
  disability: null,
  wantedCategory: null,
  reason: null,
  statements: null,
  submittedAt: null,
};

/** What a page of the wizard shows; or, when it is not its turn, the page to go to instead. */
export async function findRegistrationForm(
  participantId: ParticipantId,
  page: RegistrationStep,
): Promise<{ readonly summary: RegistrationSummary; readonly elsewhere: string | null }> {
  const summary = await findRegistrationSummary(participantId);
  const isOpen =
    page === "review" ? summary.step === "review" : page !== "submitted" && mayFill(summary.step, page).ok;
  return { summary, elsewhere: isOpen ? null : pathOfStep(summary.step) };
}

/** Who this person is, for partners; null while the registration does not say everything. */
export async function findIdentity(participantId: ParticipantId): Promise<HolderIdentity | null> {
  const row = await database().registration.findUnique({ where: { participantId } });
  const [nik, familyCard] = [read(row?.nikCipher), read(row?.familyCardCipher)];
  const [motherName, phone] = [read(row?.motherNameCipher), read(row?.phoneCipher)];
  if (!row?.birthDate || !row.fullName || !nik || !familyCard || !motherName) return null;
  return { fullName: row.fullName, birthDate: dayOfDate(row.birthDate), nik, familyCard, motherName, phone };
}

/** What selection decides on, of those among these people who sent their registration. */
export async function findEligibilityFacts(
  participantIds: readonly ParticipantId[],
): Promise<readonly EligibilityFacts[]> {
  const rows = await database().registration.findMany({
    where: { participantId: { in: [...participantIds] }, step: "submitted" },
    select: {
      participantId: true,
      birthDate: true,
      nikIndex: true,
      familyCardIndex: true,
      employment: true,
      statements: true,
    },
  });
  return rows.flatMap(({ participantId, birthDate, nikIndex, familyCardIndex, employment, statements }) => {
    const stated = keptStatements.safeParse(statements).data;
    if (!birthDate || !nikIndex || !familyCardIndex || !stated) return [];
    return {
      participantId: participantId as ParticipantId,
      birthDate: dayOfDate(birthDate),
      nikIndex,
      familyCardIndex,
      excludedOccupation: stated.excludedOccupation,
      inEducation: stated.inEducation,
      otherAid: stated.otherAid,
      priority: stated.employment === "laid-off" || employment === "laid-off",
    };
  });
}

/** The areas in one area, by name; the provinces without a parent. */
export async function findAreas(parentCode: string | null): Promise<readonly Area[]> {
  return database().area.findMany({
    where: { parentCode },
    select: { code: true, name: true, level: true },
    orderBy: { name: "asc" },
  });
}

/** Province, regency, district and village of a code, from the largest; as far as they exist. */
export async function findAreaPath(code: string): Promise<readonly Area[]> {
  if (!/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(code)) return [];
  const parts = code.split(".");
  const codes = parts.map((_, index) => parts.slice(0, index + 1).join("."));
  return database().area.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true, level: true },
    orderBy: { level: "asc" },
  });
}

/** What may be learned, in this language. */
export async function findCategories(
  locale: Locale,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const rows = await database().category.findMany();
  return rows
    .map(({ code, nameId, nameEn }) => ({ code, name: locale === "id" ? nameId : nameEn }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));
}

function domicileIn(row: {
  readonly domicileCipher: Uint8Array | null;
  readonly domicileVillage: string | null;
}): Domicile | null {
  const address = read(row.domicileCipher);
  return row.domicileVillage && address ? { villageCode: row.domicileVillage, address } : null;
}

function read(cipher: Uint8Array | null | undefined): string | null {
  return cipher ? decryptField(cipher) : null;
}

/** A date column is midnight UTC of its day. */
function dayOfDate(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day;
}
