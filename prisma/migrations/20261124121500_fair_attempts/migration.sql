-- CreateEnum
CREATE TYPE "test_flag_kind" AS ENUM ('same_answers', 'too_fast');

-- CreateEnum
CREATE TYPE "test_flag_verdict" AS ENUM ('fine', 'another_attempt');

-- AlterTable
ALTER TABLE "test_attempt" ADD COLUMN     "extra_percent" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "gate_percent" DOUBLE PRECISION,
ADD COLUMN     "seat" SERIAL NOT NULL,
ADD COLUMN     "superseded_by" UUID,
ADD COLUMN     "superseded_reason" TEXT,
ADD COLUMN     "wrong_fingerprint" TEXT;

-- AlterTable
ALTER TABLE "test_answer" ADD COLUMN     "first_shown_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "service_pulse" (
    "id" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ahead_seconds" BIGINT NOT NULL,

    CONSTRAINT "service_pulse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_outage" (
    "id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "ahead_seconds" BIGINT NOT NULL,

    CONSTRAINT "service_outage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_time_given_back" (
    "attempt_id" UUID NOT NULL,
    "outage_id" UUID NOT NULL,
    "seconds" INTEGER NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "test_time_given_back_pkey" PRIMARY KEY ("attempt_id","outage_id")
);

-- CreateTable
CREATE TABLE "test_flag" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "kind" "test_flag_kind" NOT NULL,
    "evidence" JSONB NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_by" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "verdict" "test_flag_verdict",
    "note" TEXT,

    CONSTRAINT "test_flag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "test_flag_judged_at_raised_at_id_idx" ON "test_flag"("judged_at", "raised_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "test_flag_attempt_id_kind_key" ON "test_flag"("attempt_id", "kind");

-- CreateIndex
CREATE INDEX "test_attempt_wrong_fingerprint_submitted_at_idx" ON "test_attempt"("wrong_fingerprint", "submitted_at");

-- AddForeignKey
ALTER TABLE "test_time_given_back" ADD CONSTRAINT "test_time_given_back_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "test_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_time_given_back" ADD CONSTRAINT "test_time_given_back_outage_id_fkey" FOREIGN KEY ("outage_id") REFERENCES "service_outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_flag" ADD CONSTRAINT "test_flag_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "test_attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The rules of an attempt that hold whatever the code does. Each has a test that sees it refuse.
ALTER TABLE test_attempt ADD CONSTRAINT test_attempt_extra CHECK (extra_percent BETWEEN 0 AND 200);
ALTER TABLE test_attempt ADD CONSTRAINT test_attempt_granted CHECK (
  (superseded_by IS NULL) = (superseded_reason IS NULL) AND (superseded_by IS NULL OR superseded_at IS NOT NULL));

-- What an attempt began with stays; its end moves only with a row of test_time_given_back; its result is written once.
CREATE FUNCTION test_attempt_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.participant_id, NEW.scheme_code, NEW.seed, NEW.started_at, NEW.seat, NEW.gate_percent, NEW.extra_percent)
     IS DISTINCT FROM
     (OLD.id, OLD.participant_id, OLD.scheme_code, OLD.seed, OLD.started_at, OLD.seat, OLD.gate_percent, OLD.extra_percent) THEN
    RAISE EXCEPTION 'what attempt % began with stays', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.ends_at <> OLD.ends_at AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'the end of attempt % moves only with time that is given back', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.submitted_at IS NOT NULL AND
     (NEW.submitted_at, NEW.submitted_by, NEW.score, NEW.passed) IS DISTINCT FROM
     (OLD.submitted_at, OLD.submitted_by, OLD.score, OLD.passed) THEN
    RAISE EXCEPTION 'the result of attempt % stays', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.superseded_at IS NOT NULL AND
     (NEW.superseded_at, NEW.superseded_by, NEW.superseded_reason) IS DISTINCT FROM
     (OLD.superseded_at, OLD.superseded_by, OLD.superseded_reason) THEN
    RAISE EXCEPTION 'attempt % was given way to another for good', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER test_attempt_stays BEFORE UPDATE ON test_attempt FOR EACH ROW EXECUTE FUNCTION test_attempt_stays();

-- The drawn question stays; an answer changes while the test runs, and never afterwards.
CREATE FUNCTION test_answer_while_running() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE attempt test_attempt%ROWTYPE;
BEGIN
  IF (NEW.attempt_id, NEW.position, NEW.item_id, NEW.option_order) IS DISTINCT FROM (OLD.attempt_id, OLD.position, OLD.item_id, OLD.option_order)
     OR (OLD.first_shown_at IS NOT NULL AND NEW.first_shown_at IS DISTINCT FROM OLD.first_shown_at) THEN
    RAISE EXCEPTION 'question % of attempt % stays as it was drawn and shown', OLD.position, OLD.attempt_id USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.choice, NEW.answered_at) IS DISTINCT FROM (OLD.choice, OLD.answered_at) THEN
    SELECT * INTO attempt FROM test_attempt WHERE id = NEW.attempt_id;
    IF attempt.submitted_at IS NOT NULL OR NEW.answered_at IS NULL OR NEW.answered_at < attempt.started_at OR NEW.answered_at >= attempt.ends_at THEN
      RAISE EXCEPTION 'attempt % takes no answer at this moment', OLD.attempt_id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER test_answer_while_running BEFORE UPDATE ON test_answer FOR EACH ROW EXECUTE FUNCTION test_answer_while_running();

-- One sign of life; outages that do not overlap and are long enough to count.
ALTER TABLE service_pulse ADD CONSTRAINT service_pulse_one CHECK (id = 1);
ALTER TABLE service_outage ADD CONSTRAINT service_outage_long_enough CHECK (ended_at - began_at > interval '90 seconds');
ALTER TABLE service_outage ADD CONSTRAINT service_outage_once EXCLUDE USING gist (tstzrange(began_at, ended_at) WITH &&);
CREATE TRIGGER service_outage_only_grows BEFORE UPDATE OR DELETE ON service_outage FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER service_outage_keeps_all BEFORE TRUNCATE ON service_outage EXECUTE FUNCTION only_grows();

-- Time given back is at most what the outage took, goes to a test that still runs, and is what moves its end.
ALTER TABLE test_time_given_back ADD CONSTRAINT test_time_given_back_some CHECK (seconds > 0);
CREATE FUNCTION test_time_given_back_moves_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seconds > (SELECT ceil(extract(epoch FROM ended_at - began_at)) FROM service_outage WHERE id = NEW.outage_id) THEN
    RAISE EXCEPTION 'more time given back than outage % took', NEW.outage_id USING ERRCODE = 'check_violation';
  END IF;
  UPDATE test_attempt SET ends_at = ends_at + make_interval(secs => NEW.seconds)
  WHERE id = NEW.attempt_id AND submitted_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'attempt % does not run any more', NEW.attempt_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER test_time_given_back_moves_end AFTER INSERT ON test_time_given_back FOR EACH ROW EXECUTE FUNCTION test_time_given_back_moves_end();
CREATE TRIGGER test_time_given_back_stays BEFORE UPDATE ON test_time_given_back FOR EACH ROW EXECUTE FUNCTION only_grows();

-- A flag is raised open, says the same for ever, and is judged once, by somebody, with a note.
ALTER TABLE test_flag ADD CONSTRAINT test_flag_judged CHECK (
  num_nonnulls(judged_by, judged_at, verdict, note) IN (0, 4) AND (note IS NULL OR length(note) >= 10));
CREATE FUNCTION test_flag_is_judged_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.judged_at IS NOT NULL OR (NEW.id, NEW.attempt_id, NEW.kind, NEW.evidence, NEW.raised_at) IS DISTINCT FROM
     (OLD.id, OLD.attempt_id, OLD.kind, OLD.evidence, OLD.raised_at) THEN
    RAISE EXCEPTION 'flag % stays', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER test_flag_is_judged_once BEFORE UPDATE ON test_flag FOR EACH ROW EXECUTE FUNCTION test_flag_is_judged_once();
