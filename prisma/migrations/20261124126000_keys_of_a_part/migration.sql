-- A part of a wave has the same wave in every row. Keys that begin with it compare sixteen equal bytes before they come to
-- what differs, millions of times while they are made: what differs stands first.
ALTER TABLE "draw_leaf" DROP CONSTRAINT "draw_leaf_pkey",
ADD CONSTRAINT "draw_leaf_pkey" PRIMARY KEY ("position", "wave_id");
DROP INDEX "draw_leaf_wave_id_participant_id_key";
CREATE UNIQUE INDEX "draw_leaf_participant_id_wave_id_key" ON "draw_leaf"("participant_id", "wave_id");

ALTER TABLE "draw_place" DROP CONSTRAINT "draw_place_pkey",
ADD CONSTRAINT "draw_place_pkey" PRIMARY KEY ("position", "wave_id");
DROP INDEX "draw_place_wave_id_rank_key";
CREATE UNIQUE INDEX "draw_place_rank_wave_id_key" ON "draw_place"("rank", "wave_id");

-- A part says from its beginning on which wave it is of, so that it is not read through once more when it becomes a part.
-- Its few kinds of values are known well enough from a small sample, and its keys are made without helpers, which cost
-- more here than they save.
DROP FUNCTION begin_wave_part(text, text);
CREATE FUNCTION begin_wave_part(whole text, part text, wave uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS, CONSTRAINT of_wave CHECK (wave_id = %L))', part, whole, wave);
END $$;
CREATE OR REPLACE FUNCTION finish_wave_part(whole text, part text, wave uuid) RETURNS void LANGUAGE plpgsql
  SET default_statistics_target = 10 SET max_parallel_maintenance_workers = 0 AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES IN (%L)', whole, part, wave);
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT of_wave', part);
  EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION only_grows()', part || '_keeps_all', part);
  EXECUTE format('ANALYZE %I', part);
END $$;
