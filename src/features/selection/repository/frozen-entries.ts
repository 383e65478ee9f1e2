import type { Day } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { EligibilityRules } from "../types.ts";

/**
 * Keeps the facts of everybody who joined, with the verdict of the rules on them: the same as `decideEligibility`, for
 * a whole wave in one statement. What registers hold of people counts as in `findRegisterFacts`. Says how many they are.
 */
export async function insertFrozenEntries(
  tx: Transaction,
  waveId: string,
  closingDay: Day,
  rules: EligibilityRules,
): Promise<number> {
  // Without fresh statistics the planner takes a whole wave for a handful of people.
  await tx.$executeRaw`ANALYZE wave_entry`;
  const count = await tx.$executeRaw`
    INSERT INTO frozen_entry (wave_id, participant_id, verified, recipient, blacklisted, excluded_occupation, in_education,
      other_aid, laid_off, excluded, birth_date, province_code, family_card_index, family_recipients, refusal)
    SELECT f.*, CASE
        WHEN f.excluded THEN 'entry-excluded'
        WHEN NOT f.verified OR f.birth_date IS NULL OR f.family_card_index IS NULL THEN 'entry-data-mismatch'
        WHEN f.recipient THEN 'entry-already-recipient'
        WHEN f.blacklisted THEN 'entry-blacklisted'
        WHEN f.excluded_occupation THEN 'entry-excluded-occupation'
        WHEN f.in_education THEN 'entry-in-education'
        WHEN ${rules.excludesOtherAid}::boolean AND f.other_aid THEN 'entry-other-aid'
        WHEN f.birth_date > born_by.youngest THEN 'entry-under-age'
        WHEN f.birth_date <= born_by.too_old THEN 'entry-over-age'
        WHEN f.family_recipients >= ${rules.recipientsPerFamilyCard}::int THEN 'entry-family-card-full'
      END
    FROM (
      SELECT e.wave_id, e.participant_id, coalesce(v.status = 'verified', false) AS verified,
        d.participant_id IS NOT NULL AS recipient,
        b.nik_index IS NOT NULL OR coalesce(k.blacklisted, false) AS blacklisted,
        coalesce((r.statements->>'excludedOccupation')::boolean, false) OR coalesce(k.occupation, false) AS excluded_occupation,
        coalesce((r.statements->>'inEducation')::boolean, false) OR coalesce(k.education, false) AS in_education,
        coalesce((r.statements->>'otherAid')::boolean, false) OR coalesce(k.aid, false) AS other_aid,
        coalesce(r.statements->>'employment', r.employment, '') IN ('laid-off', 'laid_off') OR coalesce(k.priority, false) AS laid_off,
        x.participant_id IS NOT NULL AS excluded, r.birth_date, r.province_code, r.family_card_index,
        coalesce(c.recipients, 0) AS family_recipients
      FROM wave_entry e
      LEFT JOIN registration r ON r.participant_id = e.participant_id
      LEFT JOIN verification v ON v.participant_id = e.participant_id
      LEFT JOIN determination d ON d.participant_id = e.participant_id
      LEFT JOIN blacklist_entry b ON b.nik_index = r.nik_index
      LEFT JOIN wave_exclusion x ON x.wave_id = e.wave_id AND x.participant_id = e.participant_id
      LEFT JOIN (
        SELECT a.participant_id, bool_or(a.register = 'blacklist') AS blacklisted, bool_or(a.register = 'occupation') AS occupation,
          bool_or(a.register = 'education') AS education, bool_or(a.register = 'social_aid') AS aid,
          bool_or(a.register = 'priority') AS priority
        FROM wave_entry j
        JOIN register_answer a ON a.participant_id = j.participant_id
        JOIN verification s ON s.participant_id = j.participant_id
        WHERE j.wave_id = ${waveId}::uuid AND jsonb_typeof(a.answer->'entry') = 'object'
          AND a.answer->'entry'->>'since' COLLATE "C" <= ${closingDay}
          AND (a.answer->'entry'->>'until' IS NULL OR a.answer->'entry'->>'until' COLLATE "C" >= ${closingDay})
          AND (a.register IN ('social_aid', 'priority') OR s.status <> 'verified'
            OR s.reviewed_at IS NULL OR a.answered_at > s.reviewed_at)
        GROUP BY a.participant_id
      ) k ON k.participant_id = e.participant_id
      LEFT JOIN (
        SELECT family_card_index, count(*) AS recipients FROM determination GROUP BY family_card_index
      ) c ON c.family_card_index = r.family_card_index
      WHERE e.wave_id = ${waveId}::uuid
      ORDER BY e.participant_id
    ) f
    CROSS JOIN (
      SELECT (${closingDay}::date - make_interval(years => ${rules.minimumAge}::int))::date AS youngest,
        (${closingDay}::date - make_interval(years => ${rules.maximumAge}::int + 1))::date AS too_old
    ) born_by`;
  await tx.$executeRaw`ANALYZE frozen_entry`;
  return count;
}
