-- A recovery wave gives away as many places as became free, and has taken them when it opens.
CREATE FUNCTION recovery_wave_has_its_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM freed_place WHERE recovery_wave = NEW.id) <> NEW.quota THEN
    RAISE EXCEPTION 'wave % gives away places that became free, and no others', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER recovery_wave_has_its_places AFTER UPDATE ON wave DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind = 'recovery' AND NEW.status = 'open' AND OLD.status <> 'open') EXECUTE FUNCTION recovery_wave_has_its_places();

-- Only a recovery wave that is being opened takes a free place.
CREATE FUNCTION freed_place_goes_to_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT kind::text || ' ' || status::text FROM wave WHERE id = NEW.recovery_wave) IS DISTINCT FROM 'recovery open' THEN
    RAISE EXCEPTION 'a free place goes to a recovery wave at its opening' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER freed_place_goes_to_recovery AFTER UPDATE OF recovery_wave ON freed_place DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.recovery_wave IS NOT NULL) EXECUTE FUNCTION freed_place_goes_to_recovery();
