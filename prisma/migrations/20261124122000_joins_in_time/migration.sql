-- A wave takes people from its opening moment on and up to its closing moment, whoever is late with opening or closing it.
-- The share lock makes a join wait for a close that is under way, and a close for the joins that are.
CREATE OR REPLACE FUNCTION wave_entry_needs_open_wave() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  joined wave;
BEGIN
  SELECT * INTO joined FROM wave WHERE id = NEW.wave_id FOR SHARE;
  IF joined.status IS DISTINCT FROM 'open' OR NEW.joined_at < joined.opens_at OR NEW.joined_at >= joined.closes_at THEN
    RAISE EXCEPTION 'the wave is not open' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Who joined stays joined, since then and with this wave; only the outcome comes later.
CREATE FUNCTION wave_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.participant_id, NEW.wave_id, NEW.joined_at) IS DISTINCT FROM (OLD.participant_id, OLD.wave_id, OLD.joined_at) THEN
    RAISE EXCEPTION 'who joined a wave, and when, never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER wave_entry_stays BEFORE UPDATE OF participant_id, wave_id, joined_at ON wave_entry FOR EACH ROW EXECUTE FUNCTION wave_entry_stays();
CREATE TRIGGER wave_entry_only_grows BEFORE DELETE ON wave_entry FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER wave_entry_keeps_all BEFORE TRUNCATE ON wave_entry EXECUTE FUNCTION only_grows();
