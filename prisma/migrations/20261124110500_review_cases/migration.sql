-- CreateEnum
CREATE TYPE "review_kind" AS ENUM ('first', 'appeal');

-- CreateEnum
CREATE TYPE "review_decision" AS ENUM ('verified', 'refused');

-- CreateTable
CREATE TABLE "review_case" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" "review_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_to" UUID,
    "assigned_at" TIMESTAMPTZ(3),
    "decision" "review_decision",
    "decision_reason" TEXT,
    "note_cipher" BYTEA,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "statement_cipher" BYTEA,
    "against" TIMESTAMPTZ(3),
    "previous_case_id" UUID,
    "overdue_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_case_participant_id_opened_at_idx" ON "review_case"("participant_id", "opened_at");

-- CreateIndex
CREATE INDEX "review_case_decision_due_at_id_idx" ON "review_case"("decision", "due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "review_case_participant_id_against_key" ON "review_case"("participant_id", "against");

ALTER TABLE review_case ADD CONSTRAINT review_case_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE review_case ADD CONSTRAINT review_case_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES account (id);
ALTER TABLE review_case ADD CONSTRAINT review_case_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account (id);
ALTER TABLE review_case ADD CONSTRAINT review_case_previous_case_id_fkey FOREIGN KEY (previous_case_id) REFERENCES review_case (id);

-- One open case a person.
CREATE UNIQUE INDEX review_case_one_open ON review_case (participant_id) WHERE decision IS NULL;

-- Taken whole, decided whole; who refuses says why; an appeal is against something.
ALTER TABLE review_case ADD CONSTRAINT review_case_assigned_whole CHECK ((assigned_to IS NULL) = (assigned_at IS NULL));
ALTER TABLE review_case ADD CONSTRAINT review_case_decided_whole CHECK (
  CASE WHEN decision IS NULL THEN num_nonnulls(decision_reason, note_cipher, decided_by, decided_at) = 0
       ELSE num_nulls(decided_by, decided_at) = 0 AND (decision = 'refused') = (decision_reason IS NOT NULL) END);
ALTER TABLE review_case ADD CONSTRAINT review_case_decided_by_assigned CHECK (decision IS NULL OR decided_by = assigned_to);
ALTER TABLE review_case ADD CONSTRAINT review_case_times CHECK (due_at > opened_at AND assigned_at >= opened_at AND decided_at >= assigned_at);
ALTER TABLE review_case ADD CONSTRAINT review_case_kind CHECK (
  (kind = 'appeal') = (against IS NOT NULL) AND (kind = 'appeal' OR num_nonnulls(statement_cipher, previous_case_id) = 0));

-- Ciphers alone may be renewed under another key, or emptied when nobody needs them any more, by whoever says so.
CREATE FUNCTION only_ciphers_kept_up(was jsonb, becomes jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('portal.upkeep', true), '') = 'on' AND NOT EXISTS (
    SELECT 1 FROM jsonb_each(was) AS old JOIN jsonb_each(becomes) AS new USING (key)
    WHERE new.value IS DISTINCT FROM old.value AND right(key, 7) <> '_cipher')
$$;

CREATE FUNCTION review_case_decision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IS NULL THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.participant_id <> OLD.participant_id OR NEW.kind <> OLD.kind OR NEW.against IS DISTINCT FROM OLD.against THEN
      RAISE EXCEPTION 'a case stays its person''s' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND only_ciphers_kept_up(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a decision never changes' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER review_case_decision_stays BEFORE UPDATE OR DELETE ON review_case FOR EACH ROW EXECUTE FUNCTION review_case_decision_stays();
CREATE TRIGGER review_case_keeps_all BEFORE TRUNCATE ON review_case EXECUTE FUNCTION only_grows();

-- A second look is somebody else's, and nobody looks at what they filled in themselves. (The record of an office's help
-- is a table of a later migration: the body is read when it runs.)
CREATE FUNCTION review_case_fresh_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.assigned_to IS NULL THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM review_case p WHERE p.id = NEW.previous_case_id AND p.decided_by = NEW.assigned_to) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody else' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM assisted_registration a WHERE a.participant_id = NEW.participant_id AND a.officer_id = NEW.assigned_to) THEN
    RAISE EXCEPTION 'nobody reviews what they filled in themselves' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_case_fresh_eyes BEFORE INSERT OR UPDATE OF assigned_to, decided_by ON review_case FOR EACH ROW EXECUTE FUNCTION review_case_fresh_eyes();
