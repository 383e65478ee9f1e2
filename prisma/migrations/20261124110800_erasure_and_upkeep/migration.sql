-- CreateTable
CREATE TABLE "account_erasure" (
    "participant_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_erasure_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE INDEX "account_erasure_finished_at_idx" ON "account_erasure"("finished_at");

ALTER TABLE account_erasure ADD CONSTRAINT account_erasure_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE account_erasure ADD CONSTRAINT account_erasure_order CHECK (finished_at >= asked_at);

-- Nobody takes an erasure back; it ends once.
CREATE FUNCTION account_erasure_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.finished_at IS NOT NULL OR NEW.finished_at IS NULL OR NEW.participant_id <> OLD.participant_id OR NEW.asked_at <> OLD.asked_at THEN
    RAISE EXCEPTION 'an erasure ends once and is never taken back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_erasure_ends_once BEFORE UPDATE ON account_erasure FOR EACH ROW EXECUTE FUNCTION account_erasure_ends_once();
CREATE TRIGGER account_erasure_stays BEFORE DELETE ON account_erasure FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER account_erasure_keeps_all BEFORE TRUNCATE ON account_erasure EXECUTE FUNCTION only_grows();

-- Who is gone joins nothing; a recipient stays, and so does whoever waits for the outcome of a wave.
CREATE FUNCTION wave_entry_of_somebody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM account_erasure e WHERE e.participant_id = NEW.participant_id) THEN
    RAISE EXCEPTION 'an account that is erased joins no wave' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER wave_entry_of_somebody BEFORE INSERT ON wave_entry FOR EACH ROW EXECUTE FUNCTION wave_entry_of_somebody();

CREATE FUNCTION account_erasure_of_nobody_needed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM determination d WHERE d.participant_id = NEW.participant_id)
     OR EXISTS (SELECT 1 FROM wave_entry e JOIN wave w ON w.id = e.wave_id
                WHERE e.participant_id = NEW.participant_id AND w.status <> 'published') THEN
    RAISE EXCEPTION 'a recipient, and who waits for a wave, stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_erasure_of_nobody_needed BEFORE INSERT ON account_erasure FOR EACH ROW EXECUTE FUNCTION account_erasure_of_nobody_needed();

-- What never changes may still be encrypted anew: only the ciphers, and only by whoever says that it is upkeep.
CREATE OR REPLACE FUNCTION assisted_registration_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF only_ciphers_kept_up(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF ROW(NEW.participant_id, NEW.officer_id, NEW.regency_code, NEW.consent_version, NEW.consent_method,
         NEW.witness_name_cipher, NEW.consent_at, NEW.device_record_id, NEW.source, NEW.created_at)
     IS DISTINCT FROM
     ROW(OLD.participant_id, OLD.officer_id, OLD.regency_code, OLD.consent_version, OLD.consent_method,
         OLD.witness_name_cipher, OLD.consent_at, OLD.device_record_id, OLD.source, OLD.created_at)
     OR (OLD.submitted_at IS NOT NULL AND NEW.submitted_at IS DISTINCT FROM OLD.submitted_at)
     OR (OLD.taken_over_at IS NOT NULL AND NEW.taken_over_at IS DISTINCT FROM OLD.taken_over_at) THEN
    RAISE EXCEPTION 'what an office recorded of its help never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION sign_up_completes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF only_ciphers_kept_up(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF OLD.completed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a sign-up becomes an account once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
