-- The rules of waves and draw that hold whatever the code does (docs/decisions/0012). Each has a test that sees it refuse.

-- Two persons: who proposes never approves, and one proposal of a step stands at a time.
ALTER TABLE approval ADD CONSTRAINT approval_two_persons CHECK (approved_by IS NULL OR approved_by <> proposed_by);
ALTER TABLE approval ADD CONSTRAINT approval_whole CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_at IS NULL OR withdrawn_at IS NULL));
CREATE UNIQUE INDEX approval_one_standing ON approval (subject, step) WHERE withdrawn_at IS NULL;
CREATE FUNCTION approval_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
     OR (NEW.id, NEW.subject, NEW.step, NEW.proposed_by, NEW.proposed_at) IS DISTINCT FROM (OLD.id, OLD.subject, OLD.step, OLD.proposed_by, OLD.proposed_at) THEN
    RAISE EXCEPTION 'an approval is given or withdrawn once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_stays BEFORE UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION approval_stays();
CREATE TRIGGER approval_only_grows BEFORE DELETE ON approval FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER approval_keeps_all BEFORE TRUNCATE ON approval EXECUTE FUNCTION only_grows();
CREATE FUNCTION is_approved(asked_subject text, asked_step text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM approval WHERE subject = asked_subject AND step = asked_step AND approved_at IS NOT NULL)
$$;

-- A wave's life: the same table as in features/waves/policy.
CREATE OR REPLACE FUNCTION wave_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('draft', 'scheduled'), ('scheduled', 'draft'), ('scheduled', 'open'), ('open', 'closed'), ('closed', 'frozen'),
    ('frozen', 'drawn'), ('drawn', 'reviewed'), ('reviewed', 'decided'), ('decided', 'published'), ('published', 'archived')
  ) THEN
    RAISE EXCEPTION 'wave % cannot go from % to %', OLD.number, OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status::text NOT IN ('draft', 'scheduled')
     AND (NEW.number, NEW.kind, NEW.scheme_code, NEW.quota, NEW.parameters, NEW.rule_version, NEW.opens_at)
       IS DISTINCT FROM (OLD.number, OLD.kind, OLD.scheme_code, OLD.quota, OLD.parameters, OLD.rule_version, OLD.opens_at) THEN
    RAISE EXCEPTION 'scheme, rules and quota of wave % are fixed at its opening', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status::text NOT IN ('draft', 'scheduled') AND (NEW.parameters IS NULL OR NEW.rule_version IS NULL) THEN
    RAISE EXCEPTION 'wave % opens with its scheme and rule version', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  -- Before its time only two persons close a wave; only two persons let it be drawn and published.
  IF NEW.status <> OLD.status AND (
    (NEW.status::text = 'closed' AND coalesce(NEW.closed_at, '-infinity') < NEW.closes_at AND NOT is_approved('wave:' || NEW.id, 'close'))
    OR (NEW.status::text = 'drawn' AND NOT is_approved('wave:' || NEW.id, 'draw'))
    OR (NEW.status::text = 'published' AND NOT is_approved('wave:' || NEW.id, 'publish'))
  ) THEN
    RAISE EXCEPTION 'wave % goes to % with the approval of two persons', OLD.number, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status <> OLD.status AND NEW.status::text = 'drawn' AND NOT EXISTS (SELECT 1 FROM draw WHERE wave_id = NEW.id) THEN
    RAISE EXCEPTION 'wave % was not drawn', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Parts of a quota change until the opening, and never add up to more than the whole.
ALTER TABLE wave_quota ADD CONSTRAINT wave_quota_places CHECK (places >= 0);
ALTER TABLE wave_quota ADD CONSTRAINT wave_quota_one_kind CHECK ((province_code = '') <> (priority = -1));
CREATE FUNCTION wave_quota_within_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked wave;
BEGIN
  SELECT * INTO asked FROM wave WHERE id = coalesce(NEW.wave_id, OLD.wave_id) FOR SHARE;
  IF asked.status::text NOT IN ('draft', 'scheduled') THEN
    RAISE EXCEPTION 'quotas of wave % are fixed at its opening', asked.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER wave_quota_within_whole BEFORE INSERT OR UPDATE OR DELETE ON wave_quota FOR EACH ROW EXECUTE FUNCTION wave_quota_within_whole();
CREATE FUNCTION wave_quota_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked wave;
BEGIN
  SELECT * INTO asked FROM wave WHERE id = NEW.id;
  IF (SELECT coalesce(sum(places), 0) FROM wave_quota WHERE wave_id = asked.id AND province_code <> '') > asked.quota
     OR EXISTS (SELECT 1 FROM wave_quota WHERE wave_id = asked.id AND places > asked.quota) THEN
    RAISE EXCEPTION 'the parts of wave % are more than its quota', asked.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER wave_quota_adds_up AFTER UPDATE ON wave DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'open' AND OLD.status <> 'open') EXECUTE FUNCTION wave_quota_adds_up();

-- Joins of stages (docs/decisions/0004).
ALTER TABLE selection_run ADD CONSTRAINT selection_run_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE wave_exclusion ADD CONSTRAINT wave_exclusion_entry_fkey FOREIGN KEY (participant_id, wave_id) REFERENCES wave_entry (participant_id, wave_id);
ALTER TABLE draw_list ADD CONSTRAINT draw_list_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE draw ADD CONSTRAINT draw_list_fkey FOREIGN KEY (wave_id) REFERENCES draw_list (wave_id);
ALTER TABLE draw_commitment ADD CONSTRAINT draw_commitment_list_fkey FOREIGN KEY (wave_id) REFERENCES draw_list (wave_id);
ALTER TABLE draw_reveal ADD CONSTRAINT draw_reveal_commitment_fkey FOREIGN KEY (wave_id, party) REFERENCES draw_commitment (wave_id, party);
ALTER TABLE decree ADD CONSTRAINT decree_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE wave_announcement ADD CONSTRAINT wave_announcement_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE freed_place ADD CONSTRAINT freed_place_determination_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE freed_place ADD CONSTRAINT freed_place_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES determination (participant_id);
ALTER TABLE freed_place ADD CONSTRAINT freed_place_recovery_wave_fkey FOREIGN KEY (recovery_wave) REFERENCES wave (id);
ALTER TABLE wave_objection ADD CONSTRAINT wave_objection_entry_fkey FOREIGN KEY (participant_id, wave_id) REFERENCES wave_entry (participant_id, wave_id);

-- Somebody is taken out of a closed wave, before the list is fixed; never afterwards.
CREATE FUNCTION wave_exclusion_before_freeze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT status::text FROM wave WHERE id = NEW.wave_id FOR SHARE) NOT IN ('open', 'closed') THEN
    RAISE EXCEPTION 'nobody is taken out of a list that is fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER wave_exclusion_before_freeze BEFORE INSERT ON wave_exclusion FOR EACH ROW EXECUTE FUNCTION wave_exclusion_before_freeze();
CREATE TRIGGER wave_exclusion_only_grows BEFORE UPDATE OR DELETE ON wave_exclusion FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER wave_exclusion_keeps_all BEFORE TRUNCATE ON wave_exclusion EXECUTE FUNCTION only_grows();

-- The list, what was promised and shown, and the draw only grow.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['draw_list', 'draw_commitment', 'draw_reveal', 'draw', 'frozen_entry', 'draw_leaf', 'draw_tree', 'draw_place', 'decree'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION only_grows()', kept || '_only_grows', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION only_grows()', kept || '_keeps_all', kept);
  END LOOP;
END $$;
ALTER TABLE draw_list ADD CONSTRAINT draw_list_shape CHECK (octet_length(salt) = 32 AND octet_length(root) = 32 AND entry_count >= 0 AND refused_count >= 0);
ALTER TABLE draw ADD CONSTRAINT draw_shape CHECK (octet_length(seed) = 32 AND octet_length(digest) = 32 AND selected_count >= 0);
ALTER TABLE draw_place ADD CONSTRAINT draw_place_shape CHECK (rank > 0 AND stratum_rank > 0);
ALTER TABLE draw_leaf ADD CONSTRAINT draw_leaf_shape CHECK (octet_length(leaf) = 32 AND octet_length(entry) = 32 AND octet_length(family) = 16 AND weight = 1);

-- The list and the order of a wave are written once, whole, into a part of their own that gets its keys afterwards: keys
-- that grow row by row in random order cost several times more. What has no part of its own goes to the rest.
CREATE TABLE draw_leaf_rest PARTITION OF draw_leaf DEFAULT;
CREATE TABLE draw_place_rest PARTITION OF draw_place DEFAULT;
CREATE TRIGGER draw_leaf_rest_keeps_all BEFORE TRUNCATE ON draw_leaf_rest EXECUTE FUNCTION only_grows();
CREATE TRIGGER draw_place_rest_keeps_all BEFORE TRUNCATE ON draw_place_rest EXECUTE FUNCTION only_grows();
CREATE FUNCTION begin_wave_part(whole text, part text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, whole);
END $$;
CREATE FUNCTION finish_wave_part(whole text, part text, wave uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES IN (%L)', whole, part, wave);
  EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION only_grows()', part || '_keeps_all', part);
  EXECUTE format('ANALYZE %I', part);
END $$;

-- 256 hashes or fewer of one level become the one hash eight levels up (docs/decisions/0012): the tree is stored in such steps.
CREATE FUNCTION draw_tree_fold(hashes bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  WHILE octet_length(hashes) > 32 LOOP
    hashes := (
      SELECT string_agg(
        CASE WHEN octet_length(hashes) >= at + 63 THEN sha256('\x01'::bytea || substr(hashes, at, 64)) ELSE substr(hashes, at, 32) END,
        ''::bytea ORDER BY at)
      FROM generate_series(1, octet_length(hashes), 64) AS at);
  END LOOP;
  RETURN hashes;
END $$;

-- All three parties promise before any of them shows anything, the public last; what is shown is what was promised; the
-- public value becomes known when the parties' time is over, so that holding a secret back wins nothing.
ALTER TABLE draw_commitment ADD CONSTRAINT draw_commitment_shape CHECK (
  octet_length(commitment) = 32 AND (party = 'public') = (source IS NOT NULL) AND (party = 'public') = (known_at IS NOT NULL));
CREATE FUNCTION draw_commitment_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number int;
BEGIN
  PERFORM 1 FROM draw_list WHERE wave_id = NEW.wave_id FOR UPDATE;
  SELECT w.number INTO number FROM wave w WHERE w.id = NEW.wave_id;
  IF EXISTS (SELECT 1 FROM draw_reveal WHERE wave_id = NEW.wave_id) THEN
    RAISE EXCEPTION 'nobody promises after something was shown' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.party <> 'public' AND EXISTS (SELECT 1 FROM draw_commitment WHERE wave_id = NEW.wave_id AND party = 'public')
     OR NEW.party = 'public' AND (SELECT count(*) FROM draw_commitment WHERE wave_id = NEW.wave_id) < 2 THEN
    RAISE EXCEPTION 'the public value is announced last' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.party = 'public' AND (NEW.known_at < NEW.committed_at + interval '10 minutes' OR NEW.commitment <> sha256(convert_to(
      E'prakerja-draw-2 public\n' || number || E'\n' || to_char(NEW.known_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || E'\n' || NEW.source, 'UTF8'))) THEN
    RAISE EXCEPTION 'the public value is announced for a moment that leaves time to show the secrets' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM draw_commitment WHERE wave_id = NEW.wave_id AND committed_by = NEW.committed_by AND 'witness' IN (party::text, NEW.party::text)) THEN
    RAISE EXCEPTION 'the witness is nobody of the operator' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_commitment_in_time BEFORE INSERT ON draw_commitment FOR EACH ROW EXECUTE FUNCTION draw_commitment_in_time();

ALTER TABLE draw_reveal ADD CONSTRAINT draw_reveal_shape CHECK (party = 'public' OR octet_length(value) = 32);
CREATE FUNCTION draw_reveal_keeps_promise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  list draw_list;
  promise draw_commitment;
  known_at timestamptz;
  number int;
BEGIN
  SELECT * INTO list FROM draw_list WHERE wave_id = NEW.wave_id FOR UPDATE;
  SELECT * INTO promise FROM draw_commitment WHERE wave_id = NEW.wave_id AND party = NEW.party;
  SELECT w.number INTO number FROM wave w WHERE w.id = NEW.wave_id;
  SELECT c.known_at INTO known_at FROM draw_commitment c WHERE c.wave_id = NEW.wave_id AND c.party = 'public';
  IF known_at IS NULL THEN
    RAISE EXCEPTION 'nothing is shown before all three have promised' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.is_fallback THEN
    IF NEW.revealed_at < (CASE WHEN NEW.party = 'public' THEN known_at + interval '24 hours' ELSE known_at END)
       OR NEW.revealed_by IS NOT NULL
       OR NEW.value <> sha256(convert_to(E'prakerja-draw-2 fallback\n' || number || E'\n' || NEW.party || E'\n', 'UTF8') || list.root || promise.commitment) THEN
      RAISE EXCEPTION 'the rule gives a value only after the time of the party, and only this value' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.party = 'public' THEN
    IF NEW.revealed_at < known_at THEN
      RAISE EXCEPTION 'the public value cannot be known yet' USING ERRCODE = 'check_violation';
    END IF;
  ELSE
    IF NEW.revealed_at >= known_at THEN
      RAISE EXCEPTION 'the time to show the secret is over' USING ERRCODE = 'check_violation';
    END IF;
    IF promise.commitment <> sha256(convert_to(E'prakerja-draw-2 commit\n' || number || E'\n' || NEW.party || E'\n', 'UTF8') || NEW.value) THEN
      RAISE EXCEPTION 'this is not what was promised' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_reveal_keeps_promise BEFORE INSERT ON draw_reveal FOR EACH ROW EXECUTE FUNCTION draw_reveal_keeps_promise();

-- The seed is the hash of the list and of all that was shown, and nothing else; the key makes it one draw a wave.
CREATE FUNCTION draw_seed_of_reveals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shown bytea;
  number int;
BEGIN
  SELECT w.number INTO number FROM wave w WHERE w.id = NEW.wave_id;
  SELECT string_agg(sha256(value), ''::bytea ORDER BY party) INTO shown FROM draw_reveal WHERE wave_id = NEW.wave_id;
  IF shown IS NULL OR octet_length(shown) <> 96 OR NEW.seed <> sha256(
       convert_to(E'prakerja-draw-2 seed\n' || number || E'\n', 'UTF8') || (SELECT root FROM draw_list WHERE wave_id = NEW.wave_id) || shown) THEN
    RAISE EXCEPTION 'the seed does not follow from the list and the three values' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT is_approved('wave:' || NEW.wave_id, 'draw') THEN
    RAISE EXCEPTION 'a draw needs the approval of two persons' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_seed_of_reveals BEFORE INSERT ON draw FOR EACH ROW EXECUTE FUNCTION draw_seed_of_reveals();

-- A free place is given away once: to the next on the order, or to a recovery wave.
ALTER TABLE freed_place ADD CONSTRAINT freed_place_settled CHECK ((num_nonnulls(taken_by, recovery_wave) = 1) = (settled_at IS NOT NULL) AND num_nonnulls(taken_by, recovery_wave) <= 1);
CREATE FUNCTION freed_place_settles_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.settled_at IS NOT NULL OR (NEW.participant_id, NEW.wave_id, NEW.province_code, NEW.priority, NEW.freed_at)
     IS DISTINCT FROM (OLD.participant_id, OLD.wave_id, OLD.province_code, OLD.priority, OLD.freed_at) THEN
    RAISE EXCEPTION 'a free place is given away once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freed_place_settles_once BEFORE UPDATE ON freed_place FOR EACH ROW EXECUTE FUNCTION freed_place_settles_once();
CREATE TRIGGER freed_place_only_grows BEFORE DELETE ON freed_place FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER freed_place_keeps_all BEFORE TRUNCATE ON freed_place EXECUTE FUNCTION only_grows();

ALTER TABLE wave_objection ADD CONSTRAINT wave_objection_whole CHECK (num_nulls(outcome, answer, answered_by, answered_at) IN (0, 4));

-- Who waits for a wave stays: also while it is archived nobody waits any more.
CREATE OR REPLACE FUNCTION account_erasure_of_nobody_needed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM determination d WHERE d.participant_id = NEW.participant_id)
     OR EXISTS (SELECT 1 FROM wave_entry e JOIN wave w ON w.id = e.wave_id
                WHERE e.participant_id = NEW.participant_id AND w.status NOT IN ('published', 'archived')) THEN
    RAISE EXCEPTION 'a recipient, and who waits for a wave, stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
