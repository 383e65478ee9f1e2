-- The figures of a wave are measured by the worker, so that no page counts people; and the verdict on everybody who
-- joined is one function, whether it is asked for the figures of an open wave or for the list of a closed one.

-- CreateTable
CREATE TABLE "wave_measure" (
    "wave_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "wave_status",
    "measured_at" TIMESTAMPTZ(3),
    "took_ms" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "wave_measure_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "wave_tally" (
    "wave_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "joined" INTEGER NOT NULL,
    "eligible" INTEGER NOT NULL,
    "selected" INTEGER NOT NULL,

    CONSTRAINT "wave_tally_pkey" PRIMARY KEY ("wave_id","dimension","label")
);

-- CreateTable
CREATE TABLE "wave_anomaly" (
    "wave_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "found" INTEGER NOT NULL,
    "usual" INTEGER,
    "alike" INTEGER NOT NULL,

    CONSTRAINT "wave_anomaly_pkey" PRIMARY KEY ("wave_id","kind","mark")
);

ALTER TABLE wave_measure ADD CONSTRAINT wave_measure_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE wave_measure ADD CONSTRAINT wave_measure_whole CHECK ((status IS NULL) = (measured_at IS NULL) AND took_ms >= 0);
ALTER TABLE wave_tally ADD CONSTRAINT wave_tally_measure_fkey FOREIGN KEY (wave_id) REFERENCES wave_measure (wave_id);
ALTER TABLE wave_tally ADD CONSTRAINT wave_tally_adds_up CHECK (joined > 0 AND eligible BETWEEN 0 AND joined AND selected BETWEEN 0 AND eligible);
ALTER TABLE wave_tally ADD CONSTRAINT wave_tally_dimension CHECK (dimension IN
  ('all', 'province', 'district', 'gender', 'age', 'education', 'disability', 'priority', 'verdict', 'outcome'));
ALTER TABLE wave_anomaly ADD CONSTRAINT wave_anomaly_measure_fkey FOREIGN KEY (wave_id) REFERENCES wave_measure (wave_id);
ALTER TABLE wave_anomaly ADD CONSTRAINT wave_anomaly_shape CHECK (found > 0 AND alike > 0 AND usual >= 0 AND mark ~ '^[0-9a-f]{12}$');
ALTER TABLE wave_anomaly ADD CONSTRAINT wave_anomaly_kind CHECK (kind IN
  ('family-card', 'same-birth', 'district-share', 'one-officer', 'one-bulk-file', 'joins-in-a-minute'));

-- Why somebody was taken out is a code that has a sentence, and the note says something.
ALTER TABLE wave_exclusion ADD CONSTRAINT wave_exclusion_reason CHECK (reason IN
  ('double-registration', 'false-data', 'identity-misused', 'deceased', 'own-request'));
ALTER TABLE wave_exclusion ADD CONSTRAINT wave_exclusion_note CHECK (length(btrim(note)) >= 10);

-- The facts of everybody who joined a wave, and why they cannot be drawn (null: they can). "people": only these; null:
-- all. The database puts the function's text into the query that asks, so that it costs no more than the text itself.
CREATE FUNCTION judged_entries(
  asked_wave uuid, closing_day date, minimum_age int, maximum_age int, excludes_other_aid boolean, per_family_card int, people uuid[]
) RETURNS SETOF frozen_entry LANGUAGE sql STABLE AS $$
  SELECT f.wave_id, f.participant_id, f.verified, f.recipient, f.blacklisted, f.excluded_occupation, f.in_education,
    f.other_aid, f.laid_off, f.excluded, f.birth_date, f.province_code, f.family_card_index, f.family_recipients,
    CASE
      WHEN f.excluded THEN 'entry-excluded'
      WHEN NOT f.verified OR f.birth_date IS NULL OR f.family_card_index IS NULL THEN 'entry-data-mismatch'
      WHEN f.recipient THEN 'entry-already-recipient'
      WHEN f.blacklisted THEN 'entry-blacklisted'
      WHEN f.excluded_occupation THEN 'entry-excluded-occupation'
      WHEN f.in_education THEN 'entry-in-education'
      WHEN excludes_other_aid AND f.other_aid THEN 'entry-other-aid'
      WHEN f.birth_date > (closing_day - make_interval(years => minimum_age))::date THEN 'entry-under-age'
      WHEN f.birth_date <= (closing_day - make_interval(years => maximum_age + 1))::date THEN 'entry-over-age'
      WHEN f.family_recipients >= per_family_card THEN 'entry-family-card-full'
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
      coalesce(c.recipients, 0)::smallint AS family_recipients
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
      WHERE j.wave_id = asked_wave AND (people IS NULL OR j.participant_id = ANY (people))
        AND jsonb_typeof(a.answer->'entry') = 'object'
        AND a.answer->'entry'->>'since' COLLATE "C" <= to_char(closing_day, 'YYYY-MM-DD')
        AND (a.answer->'entry'->>'until' IS NULL OR a.answer->'entry'->>'until' COLLATE "C" >= to_char(closing_day, 'YYYY-MM-DD'))
        AND (a.register IN ('social_aid', 'priority') OR s.status <> 'verified'
          OR s.reviewed_at IS NULL OR a.answered_at > s.reviewed_at)
      GROUP BY a.participant_id
    ) k ON k.participant_id = e.participant_id
    LEFT JOIN (
      SELECT g.family_card_index, count(*) AS recipients FROM determination g GROUP BY g.family_card_index
    ) c ON c.family_card_index = r.family_card_index
    WHERE e.wave_id = asked_wave AND (people IS NULL OR e.participant_id = ANY (people))
  ) f
$$;
