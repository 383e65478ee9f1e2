import { findRegisterFacts } from "#features/verification/queries.ts";
import type { RegisterFacts } from "#features/verification/types.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import type { Wave, WaveEntryStatus } from "#features/waves/types.ts";
import { ageOn, type Day, dayInWib } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Gender } from "#kernel/nik.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { decideEligibility, priorityOf } from "../policy/eligibility.ts";
import type { Applicant, ReviewedApplicant } from "../types.ts";

type Row = {
  participant_id: string;
  family_card: string | null;
  birth: string | null;
  gender: Gender | null;
  province_code: string | null;
  laid_off: boolean;
  excluded_occupation: boolean;
  in_education: boolean;
  other_aid: boolean;
  verified: boolean;
  recipient: boolean;
  blacklisted: boolean;
  family_recipients: number;
  status: WaveEntryStatus;
  reason: string | null;
};

const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * A page of a wave's applicants with all that decides on them, by id: what they stated, or what a register holds of
 * them on the day on which the wave closes. Takes the command's transaction.
 */
export async function findApplicants(
  db: Transaction,
  wave: { readonly id: string; readonly closesAt: Date },
  page: { readonly after?: string | undefined; readonly take: number },
): Promise<Applicant[]> {
  const rows = await findRows(db, wave.id, page);
  const people = rows.map(({ participant_id }) => participant_id as ParticipantId);
  const facts = await findRegisterFacts(people, dayInWib(wave.closesAt), db);
  return rows.map((row) => applicantOf(row, facts.get(row.participant_id as ParticipantId)));
}

async function findRows(
  db: Transaction,
  waveId: string,
  page: { readonly after?: string | undefined; readonly take: number },
): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT e.participant_id, encode(r.family_card_index, 'hex') AS family_card, r.birth_date::text AS birth,
      r.gender::text AS gender, r.province_code, e.status::text AS status, e.reason,
      coalesce(r.statements->>'employment', r.employment, '') IN ('laid-off', 'laid_off') AS laid_off,
      coalesce((r.statements->>'excludedOccupation')::boolean, false) AS excluded_occupation,
      coalesce((r.statements->>'inEducation')::boolean, false) AS in_education,
      coalesce((r.statements->>'otherAid')::boolean, false) AS other_aid,
      coalesce(v.status = 'verified', false) AS verified,
      d.participant_id IS NOT NULL AS recipient,
      b.nik_index IS NOT NULL AS blacklisted,
      (SELECT count(*)::int FROM determination f WHERE f.family_card_index = r.family_card_index) AS family_recipients
    FROM wave_entry e
    LEFT JOIN registration r ON r.participant_id = e.participant_id
    LEFT JOIN verification v ON v.participant_id = e.participant_id
    LEFT JOIN determination d ON d.participant_id = e.participant_id
    LEFT JOIN blacklist_entry b ON b.nik_index = r.nik_index
    WHERE e.wave_id = ${waveId}::uuid AND e.participant_id > ${page.after ?? FIRST}::uuid
    ORDER BY e.participant_id
    LIMIT ${page.take}`;
}

/** Either says so: the person, or a register. */
function applicantOf(row: Row, facts: RegisterFacts | undefined): Applicant {
  return {
    participantId: row.participant_id as ParticipantId,
    familyCard: row.family_card ?? "",
    birth: row.birth as Day | null,
    gender: row.gender,
    provinceCode: row.province_code,
    laidOff: row.laid_off || facts?.priority === true,
    excludedOccupation: row.excluded_occupation || facts?.excludedOccupation === true,
    inEducation: row.in_education || facts?.inEducation === true,
    otherAid: row.other_aid || facts?.receivesAid === true,
    verified: row.verified,
    recipient: row.recipient,
    blacklisted: row.blacklisted || facts?.blacklisted === true,
    familyRecipients: row.family_recipients,
    status: row.status,
    reason: row.reason,
  };
}

const PER_PAGE = 50;

/** The operator's table: before the draw the eligibility as of now, after it what was kept. No names. */
export async function findReviewedApplicants(
  wave: Pick<Wave, "id" | "status" | "closesAt">,
  after?: string,
): Promise<{ readonly rows: readonly ReviewedApplicant[]; readonly next: string | null }> {
  const { parameters } = await findSchemeOfWave(wave.id);
  const found = await findApplicants(database(), wave, { after, take: PER_PAGE + 1 });
  const provinces = await nameProvinces(found);
  const isDrawn = wave.status === "drawn" || wave.status === "published";
  const day = dayInWib(wave.closesAt);
  const rows = found.slice(0, PER_PAGE).map((person) => {
    const decision = decideEligibility(person, parameters, day);
    return {
      participantId: person.participantId,
      age: person.birth && ageOn(person.birth, day),
      gender: person.gender,
      province: provinces.get(person.provinceCode ?? "") ?? null,
      priority: priorityOf(person),
      status: person.status,
      refusal: isDrawn ? person.reason : decision.ok ? null : decision.refusal.code,
    };
  });
  return { rows, next: found.length > PER_PAGE ? (rows.at(-1)?.participantId ?? null) : null };
}

async function nameProvinces(people: readonly Applicant[]): Promise<Map<string, string>> {
  const codes = [...new Set(people.flatMap(({ provinceCode }) => provinceCode ?? []))];
  const areas = await database().area.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
  });
  return new Map(areas.map(({ code, name }) => [code, name]));
}
