-- An erasure holds the account: a join waits for it before it looks, and an erasure waits for a join that is under way.
CREATE OR REPLACE FUNCTION wave_entry_of_somebody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM account WHERE id = NEW.participant_id FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM account_erasure e WHERE e.participant_id = NEW.participant_id) THEN
    RAISE EXCEPTION 'an account that is erased joins no wave' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
