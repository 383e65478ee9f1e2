-- How far down each province and priority group a draw went, so that a person's page reads one row and not a whole wave.

-- CreateTable
CREATE TABLE "draw_stratum" (
    "wave_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "selected" INTEGER NOT NULL,
    "cut_off" INTEGER NOT NULL,

    CONSTRAINT "draw_stratum_pkey" PRIMARY KEY ("wave_id","province_code","priority")
);

ALTER TABLE draw_stratum ADD CONSTRAINT draw_stratum_draw_fkey FOREIGN KEY (wave_id) REFERENCES draw (wave_id);
ALTER TABLE draw_stratum ADD CONSTRAINT draw_stratum_shape CHECK (selected > 0 AND cut_off >= selected);
CREATE TRIGGER draw_stratum_only_grows BEFORE UPDATE OR DELETE ON draw_stratum FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER draw_stratum_keeps_all BEFORE TRUNCATE ON draw_stratum EXECUTE FUNCTION only_grows();

-- It follows from the places and from nothing else, in the transaction of the draw.
CREATE FUNCTION draw_strata_of_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO draw_stratum (wave_id, province_code, priority, selected, cut_off)
  SELECT NEW.id, l.province_code, l.priority, count(*), max(p.stratum_rank)
  FROM draw_place p JOIN draw_leaf l ON l.wave_id = p.wave_id AND l.position = p.position
  WHERE p.wave_id = NEW.id AND p.outcome = 'selected'
  GROUP BY l.province_code, l.priority;
  RETURN NULL;
END $$;
CREATE TRIGGER draw_strata_of_places AFTER UPDATE ON wave
  FOR EACH ROW WHEN (NEW.status = 'drawn' AND OLD.status <> 'drawn') EXECUTE FUNCTION draw_strata_of_places();
