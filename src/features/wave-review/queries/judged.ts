import { findSchemeOfWave } from "#features/waves/queries.ts";
import type { Wave } from "#features/waves/types.ts";
import { ageOn, type Day, dayInWib } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { type Gender, maskNik } from "#kernel/nik.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { maskName } from "../policy/masking.ts";
import type { SampledApplicant } from "../types.ts";

export type AskedWave = Pick<Wave, "id" | "status" | "closesAt">;

/** Whether the facts of a wave's people are those of its fixed list. */
export function isFixed({ status }: Pick<Wave, "status">): boolean {
  return !["draft", "scheduled", "open", "closed"].includes(status);
}

type Row = Omit<SampledApplicant, "age" | "name" | "nik"> & {
  readonly birth: Day | null;
  readonly education: string | null;
  readonly disability: string | null;
  readonly fullName: string | null;
  readonly nikCipher: Uint8Array | null;
};

/** Facts and verdict of these people in a wave: as the list was fixed, or by the rules as they are now. By id. */
export async function findJudged(
  tx: Transaction,
  wave: AskedWave,
  people: readonly string[],
): Promise<readonly Row[]> {
  const { parameters } = await findSchemeOfWave(wave.id);
  const fixed = isFixed(wave);
  return tx.$queryRaw<Row[]>`
    WITH judged AS (
      SELECT * FROM frozen_entry
      WHERE ${fixed}::boolean AND wave_id = ${wave.id}::uuid AND participant_id = ANY (${[...people]}::uuid[])
      UNION ALL
      SELECT * FROM judged_entries(${wave.id}::uuid, ${dayInWib(wave.closesAt)}::date, ${parameters.minimumAge}::int,
        ${parameters.maximumAge}::int, ${parameters.excludesOtherAid}::boolean, ${parameters.recipientsPerFamilyCard}::int,
        ${[...people]}::uuid[])
      WHERE NOT ${fixed}::boolean
    )
    SELECT j.participant_id AS "participantId", j.verified, j.recipient, j.blacklisted, j.excluded_occupation AS "excludedOccupation",
      j.in_education AS "inEducation", j.other_aid AS "otherAid", j.laid_off AS "laidOff", j.excluded,
      j.family_recipients::int AS "familyRecipients", j.refusal, j.birth_date::text AS birth, r.gender::text AS gender,
      a.name AS province, r.education, r.disability, r.full_name AS "fullName", r.nik_cipher AS "nikCipher"
    FROM judged j
    LEFT JOIN registration r ON r.participant_id = j.participant_id
    LEFT JOIN area a ON a.code = j.province_code
    ORDER BY j.participant_id`;
}

/** What one who looks may see of a person: everything decided on, and who it is only with the right to that. */
export function seen(
  row: Row,
  wave: AskedWave,
  names: "none" | "masked" | "whole",
): SampledApplicant & Pick<Row, "birth" | "education" | "disability"> {
  const { fullName, nikCipher, ...facts } = row;
  return {
    ...facts,
    participantId: row.participantId as ParticipantId,
    gender: row.gender as Gender | null,
    age: row.birth && ageOn(row.birth, dayInWib(wave.closesAt)),
    name: names === "none" ? null : names === "masked" ? fullName && maskName(fullName) : fullName,
    nik: names === "none" || !nikCipher ? null : maskNik(decryptField(nikCipher)),
  };
}
