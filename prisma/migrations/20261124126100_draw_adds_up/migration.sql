-- How far a draw went in each stratum is counted while the order is walked. The database no longer works it out once more
-- from a join of the whole list; it sees that the result adds up when the wave becomes drawn, or does not let it.
DROP TRIGGER draw_strata_of_places ON wave;
DROP FUNCTION draw_strata_of_places();

CREATE FUNCTION draw_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  listed int;
  promised int;
  placed record;
  strata record;
BEGIN
  SELECT l.entry_count, d.selected_count INTO listed, promised
  FROM draw d JOIN draw_list l ON l.wave_id = d.wave_id WHERE d.wave_id = NEW.id;
  -- Positions and ranks are unique, so that bounds and number make each of them occur once.
  SELECT count(*) AS lines, count(*) FILTER (WHERE outcome = 'selected') AS selected,
    max(stratum_rank) FILTER (WHERE outcome = 'selected') AS furthest,
    (SELECT min(position) FROM draw_place WHERE wave_id = NEW.id) AS first_position,
    (SELECT max(position) FROM draw_place WHERE wave_id = NEW.id) AS last_position,
    (SELECT max(rank) FROM draw_place WHERE wave_id = NEW.id) AS last_rank
  INTO placed FROM draw_place WHERE wave_id = NEW.id;
  IF placed.lines IS DISTINCT FROM listed OR placed.lines > 0
     AND (placed.first_position, placed.last_position, placed.last_rank) IS DISTINCT FROM (0, listed - 1, listed) THEN
    RAISE EXCEPTION 'the draw of wave % gives not each line of the list one place', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  SELECT coalesce(sum(selected), 0) AS selected, max(cut_off) AS furthest INTO strata FROM draw_stratum WHERE wave_id = NEW.id;
  IF placed.selected <> promised OR strata.selected <> promised OR strata.furthest IS DISTINCT FROM placed.furthest THEN
    RAISE EXCEPTION 'the selected of wave % are not as many as its draw says', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM draw_stratum s WHERE s.wave_id = NEW.id AND (s.province_code, s.priority, s.cut_off) NOT IN (
      SELECT l.province_code, l.priority, p.stratum_rank
      FROM draw_place p JOIN draw_leaf l ON l.wave_id = p.wave_id AND l.position = p.position
      WHERE p.wave_id = NEW.id AND p.outcome = 'selected'
        AND p.stratum_rank IN (SELECT cut_off FROM draw_stratum WHERE wave_id = NEW.id)
    )
  ) THEN
    RAISE EXCEPTION 'a stratum of wave % ends with somebody who was not selected', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER draw_adds_up AFTER UPDATE ON wave
  FOR EACH ROW WHEN (NEW.status = 'drawn' AND OLD.status <> 'drawn') EXECUTE FUNCTION draw_adds_up();

-- Nothing is added to it afterwards.
CREATE FUNCTION draw_stratum_with_its_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT status::text FROM wave WHERE id = NEW.wave_id FOR SHARE) IS DISTINCT FROM 'frozen' THEN
    RAISE EXCEPTION 'how far a draw went is written with the draw' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_stratum_with_its_draw BEFORE INSERT ON draw_stratum FOR EACH ROW EXECUTE FUNCTION draw_stratum_with_its_draw();
