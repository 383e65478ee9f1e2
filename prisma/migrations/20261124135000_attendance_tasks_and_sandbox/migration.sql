-- A code that proves presence at a part of a training.
ALTER TYPE "code_purpose" ADD VALUE 'presence';

-- The same nonce over another content is another call. What was answered in the last day has no fingerprint and is forgotten.
DELETE FROM partner_receipt;
ALTER TABLE partner_receipt ADD COLUMN fingerprint BYTEA NOT NULL;

-- Each client has training codes of its own.
ALTER TABLE sandbox_code DROP CONSTRAINT sandbox_code_pkey;
ALTER TABLE sandbox_code ADD CONSTRAINT sandbox_code_pkey PRIMARY KEY (client_code, code);

-- Whether an e-mail address was used for the same training before.
CREATE INDEX presence_request_email_index_idx ON presence_request (email_index);
ALTER TABLE presence_request ADD CONSTRAINT presence_request_times CHECK (expires_at > created_at AND (used_at IS NULL OR used_at >= created_at));

-- An address is used once, and asks for the same as long as it stands.
CREATE FUNCTION presence_request_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL
    OR (NEW.id, NEW.client_code, NEW.purchase_id, NEW.redeem_code, NEW.sequence, NEW.redirect_uri, NEW.email_index, NEW.expires_at)
      IS DISTINCT FROM (OLD.id, OLD.client_code, OLD.purchase_id, OLD.redeem_code, OLD.sequence, OLD.redirect_uri, OLD.email_index, OLD.expires_at) THEN
    RAISE EXCEPTION 'an address for presence is used once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER presence_request_stays BEFORE UPDATE ON presence_request FOR EACH ROW EXECUTE FUNCTION presence_request_stays();

-- What became of a task's file is found out once.
CREATE FUNCTION task_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status <> 1
    OR (NEW.id, NEW.redeem_code, NEW.purchase_id, NEW.part, NEW.scope, NEW.sequence, NEW.url_file, NEW.notes, NEW.submitted_at)
      IS DISTINCT FROM (OLD.id, OLD.redeem_code, OLD.purchase_id, OLD.part, OLD.scope, OLD.sequence, OLD.url_file, OLD.notes, OLD.submitted_at) THEN
    RAISE EXCEPTION 'a task stays as it was handed in' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_record_stays BEFORE UPDATE OR DELETE ON task_record FOR EACH ROW EXECUTE FUNCTION task_record_stays();
