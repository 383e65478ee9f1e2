import type { StaffActor } from "#authorization/actor.ts";
import { findRegistrationSummary } from "#features/registration/queries.ts";
import type { RegistrationSummary } from "#features/registration/types/summary.ts";
import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { isOpenTo } from "../policy.ts";
import { findOfficeRegion } from "../queries.ts";
import type { AssistedForm, Region } from "../types.ts";

/**
 * What an office typed for a person, to mend it together: while the form is open to the office, and no longer. The look
 * is written down, with everything that it shows.
 */
export async function viewAssistedForm(
  actor: StaffActor,
  participantId: string,
): Promise<AssistedForm | null> {
  if (!isUuid(participantId)) return null;
  const result = await inOneTransaction(actor, async (work) => {
    const region = await findOfficeRegion(actor.accountId, work.tx);
    const row = await work.tx.assistedRegistration.findUnique({ where: { participantId } });
    if (!region || !row || !isOpenTo(region, row)) return ok(null);
    const id = participantId as ParticipantId;
    await work.recordRead({
      participantIds: [id],
      purpose: "office-assistance",
      data: ["name", "nik", "family-card", "birth", "mother-name", "phone", "address", "situation"],
    });
    return ok(await formOf(work.tx, id, region));
  });
  return result.ok ? result.value : null;
}

async function formOf(tx: Transaction, id: ParticipantId, region: Region): Promise<AssistedForm> {
  const summary = await findRegistrationSummary(id);
  const account = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { email: true, phoneCipher: true },
  });
  const contact = {
    email: account.email ?? "",
    phone: account.phoneCipher ? decryptField(account.phoneCipher) : "",
  };
  const village = summary.domicile?.villageCode;
  const isElsewhere = village !== undefined && !village.startsWith(`${region.code}.`);
  const area = isElsewhere ? await tx.area.findUnique({ where: { code: village } }) : null;
  return {
    name: summary.fullName ?? "",
    values: { ...typedOf(summary), ...contact },
    livesElsewhere: area && { code: area.code, name: area.name },
  };
}

/** By the names of the fields. That the data is true is said anew. */
function typedOf(summary: RegistrationSummary): Record<string, string> {
  const { nik, familyCard, gender, fullName, birthPlace, motherName, villageCode, address } = summary;
  const { education, maritalStatus, employment, disability, wantedCategory, reason, statements } = summary;
  const [year = "", month = "", day = ""] = summary.birthDate?.split("-") ?? [];
  const answers = {
    ...{ nik, familyCard, gender, fullName, birthPlace, motherName, villageCode, address },
    ...{ education, maritalStatus, employment, disability, wantedCategory, reason },
    dependants: summary.dependants?.toString(),
    "birthDate-day": day && String(Number(day)),
    "birthDate-month": month && String(Number(month)),
    "birthDate-year": year,
    domicileVillage: summary.domicile?.villageCode,
    domicileAddress: summary.domicile?.address,
    statedEmployment: statements?.employment,
    excludedOccupation: yesOrNo(statements?.excludedOccupation),
    inEducation: yesOrNo(statements?.inEducation),
    otherAid: yesOrNo(statements?.otherAid),
  };
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer ?? ""]));
}

function yesOrNo(answer: boolean | undefined): string {
  if (answer === undefined) return "";
  return answer ? "yes" : "no";
}
