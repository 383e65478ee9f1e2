-- The rules that must hold whatever the code does. Each has a test that sees it refuse.

-- One person's rows belong to one account. Stages do not know each other's models, so these joins live here.
ALTER TABLE registration ADD CONSTRAINT registration_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE verification ADD CONSTRAINT verification_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE test_attempt ADD CONSTRAINT test_attempt_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE wave_entry ADD CONSTRAINT wave_entry_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE draw ADD CONSTRAINT draw_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE determination ADD CONSTRAINT determination_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE determination ADD CONSTRAINT determination_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE recipient_card ADD CONSTRAINT recipient_card_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE membership ADD CONSTRAINT membership_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE purchase ADD CONSTRAINT purchase_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE purchase ADD CONSTRAINT purchase_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id);
ALTER TABLE watch_progress ADD CONSTRAINT watch_progress_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lesson (id);
ALTER TABLE checkpoint_answer ADD CONSTRAINT checkpoint_answer_lesson_id_fkey FOREIGN KEY (lesson_id) REFERENCES lesson (id);
ALTER TABLE quiz_submission ADD CONSTRAINT quiz_submission_course_id_fkey FOREIGN KEY (course_id) REFERENCES course (id);
ALTER TABLE training_completion ADD CONSTRAINT training_completion_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES purchase (id);
ALTER TABLE review ADD CONSTRAINT review_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES training_completion (purchase_id);
ALTER TABLE certificate ADD CONSTRAINT certificate_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES review (purchase_id);
ALTER TABLE survey_round ADD CONSTRAINT survey_round_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE payout_account ADD CONSTRAINT payout_account_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE incentive_payment ADD CONSTRAINT incentive_payment_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE notification ADD CONSTRAINT notification_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);

-- Shapes.
ALTER TABLE account ADD CONSTRAINT account_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE test_item ADD CONSTRAINT test_item_answer CHECK ((kind = 'motivation') = (answer IS NULL) AND (answer IS NULL OR answer BETWEEN 0 AND cardinality(options) - 1));
ALTER TABLE test_attempt ADD CONSTRAINT test_attempt_times CHECK (ends_at > started_at AND (submitted_at IS NULL) = (submitted_by IS NULL));
CREATE UNIQUE INDEX test_attempt_one_valid ON test_attempt (participant_id) WHERE superseded_at IS NULL;
ALTER TABLE wave ADD CONSTRAINT wave_times CHECK (closes_at > opens_at);
ALTER TABLE wave ADD CONSTRAINT wave_quota CHECK (quota > 0);
ALTER TABLE wave_entry ADD CONSTRAINT wave_entry_reason CHECK (status NOT IN ('ineligible', 'not_selected') OR reason IS NOT NULL);
ALTER TABLE review ADD CONSTRAINT review_stars CHECK (stars BETWEEN 1 AND 5);
ALTER TABLE quiz_submission ADD CONSTRAINT quiz_submission_score CHECK (score BETWEEN 0 AND 100);
ALTER TABLE survey_round ADD CONSTRAINT survey_round_times CHECK (closes_at > opens_at AND (answers IS NULL) = (submitted_at IS NULL));
ALTER TABLE simulation_clock ADD CONSTRAINT simulation_clock_one_row CHECK (id = 1 AND ahead_seconds >= 0);
ALTER TABLE watch_clock ADD CONSTRAINT watch_clock_bank CHECK (bank >= 0 AND bank <= 600);
ALTER TABLE verification ADD CONSTRAINT verification_reason CHECK (status <> 'refused' OR reason IS NOT NULL);

-- A wave goes through its life in one direction and never skips a step (programme rules, section 5).
CREATE FUNCTION wave_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  life CONSTANT wave_status[] := ARRAY['scheduled', 'open', 'closed', 'drawn', 'published']::wave_status[];
BEGIN
  IF NEW.status <> OLD.status AND array_position(life, NEW.status) <> array_position(life, OLD.status) + 1 THEN
    RAISE EXCEPTION 'wave % cannot go from % to %', OLD.number, OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status <> 'scheduled' AND (NEW.scheme_code, NEW.quota) IS DISTINCT FROM (OLD.scheme_code, OLD.quota) THEN
    RAISE EXCEPTION 'scheme and quota of wave % are fixed at its opening', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER wave_goes_forward BEFORE UPDATE ON wave FOR EACH ROW EXECUTE FUNCTION wave_goes_forward();

-- Joining needs an open wave; the share lock makes it wait for a close that is under way.
CREATE FUNCTION wave_entry_needs_open_wave() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  state wave_status;
BEGIN
  SELECT status INTO state FROM wave WHERE id = NEW.wave_id FOR SHARE;
  IF state IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'the wave is not open' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER wave_entry_needs_open_wave BEFORE INSERT ON wave_entry FOR EACH ROW EXECUTE FUNCTION wave_entry_needs_open_wave();

-- At most two recipients a family card, for ever: the place is 1 or 2 and unique (with the model's unique index).
ALTER TABLE determination ADD CONSTRAINT determination_family_place CHECK (family_place IN (1, 2));

-- Seats are never oversold.
ALTER TABLE course ADD CONSTRAINT course_seats CHECK (seats_taken BETWEEN 0 AND seats);
ALTER TABLE course ADD CONSTRAINT course_price CHECK (price > 0);
ALTER TABLE purchase ADD CONSTRAINT purchase_price CHECK (price > 0);
ALTER TABLE purchase ADD CONSTRAINT purchase_cancelled CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL));
-- A second training only after the first is finished and reviewed: one purchase under way a person.
CREATE UNIQUE INDEX purchase_one_under_way ON purchase (participant_id) WHERE status IN ('bought', 'redeemed');

-- Incentives: amounts are set once; what is paid stays paid.
ALTER TABLE incentive_payment ADD CONSTRAINT incentive_payment_amount CHECK (amount > 0);
ALTER TABLE incentive_payment ADD CONSTRAINT incentive_payment_paid CHECK ((status = 'paid') = (paid_at IS NOT NULL));
ALTER TABLE incentive_payment ADD CONSTRAINT incentive_payment_sequence CHECK (sequence BETWEEN 1 AND 4);
CREATE FUNCTION incentive_payment_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('paid', 'cancelled') OR NEW.amount <> OLD.amount OR NEW.participant_id <> OLD.participant_id THEN
    RAISE EXCEPTION 'a settled payment, its amount and its owner do not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER incentive_payment_keeps BEFORE UPDATE ON incentive_payment FOR EACH ROW EXECUTE FUNCTION incentive_payment_keeps();
-- One open order a payment: the same money is never asked for twice at once, and paid at most once.
CREATE UNIQUE INDEX payment_order_one_open ON payment_order (payment_id) WHERE outcome IS NULL OR outcome IN ('unknown', 'paid');

-- Books and evidence only grow.
CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: rows are never changed or removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER ledger_transfer_only_grows BEFORE UPDATE OR DELETE ON ledger_transfer FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER ledger_transfer_keeps_all BEFORE TRUNCATE ON ledger_transfer EXECUTE FUNCTION only_grows();
CREATE TRIGGER ledger_entry_only_grows BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER ledger_entry_keeps_all BEFORE TRUNCATE ON ledger_entry EXECUTE FUNCTION only_grows();
CREATE TRIGGER audit_event_only_grows BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER audit_event_keeps_all BEFORE TRUNCATE ON audit_event EXECUTE FUNCTION only_grows();
CREATE TRIGGER draw_only_grows BEFORE UPDATE OR DELETE ON draw FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER draw_keeps_all BEFORE TRUNCATE ON draw EXECUTE FUNCTION only_grows();
CREATE TRIGGER draw_candidate_only_grows BEFORE UPDATE OR DELETE ON draw_candidate FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER draw_candidate_keeps_all BEFORE TRUNCATE ON draw_candidate EXECUTE FUNCTION only_grows();
CREATE TRIGGER determination_only_grows BEFORE UPDATE OR DELETE ON determination FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER determination_keeps_all BEFORE TRUNCATE ON determination EXECUTE FUNCTION only_grows();
CREATE TRIGGER checkpoint_answer_only_grows BEFORE UPDATE OR DELETE ON checkpoint_answer FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER checkpoint_answer_keeps_all BEFORE TRUNCATE ON checkpoint_answer EXECUTE FUNCTION only_grows();

-- The double-entry book.
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_amount CHECK (amount <> 0);
-- No overdraft, and no balance on an account that keeps none.
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_no_overdraft CHECK (balance >= 0);
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_keeps CHECK (keeps_balance OR balance = 0);
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_who_keeps CHECK (keeps_balance = (kind IN ('training_balance', 'incentive_payable')));

-- The balance follows the entries and nothing else.
CREATE FUNCTION ledger_entry_moves_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_account SET balance = balance + NEW.amount WHERE id = NEW.account_id AND keeps_balance RETURNING balance INTO NEW.balance_after;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_moves_balance BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_entry_moves_balance();

CREATE FUNCTION ledger_account_keeps_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR (NEW.id, NEW.kind, NEW.owner, NEW.keeps_balance) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.owner, OLD.keeps_balance) THEN
    RAISE EXCEPTION 'a balance changes by entries only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_keeps_identity BEFORE UPDATE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_account_keeps_identity();
CREATE TRIGGER ledger_account_stays BEFORE DELETE ON ledger_account FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER ledger_account_keeps_all BEFORE TRUNCATE ON ledger_account EXECUTE FUNCTION only_grows();
CREATE FUNCTION ledger_account_starts_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.balance <> 0 THEN
    RAISE EXCEPTION 'a balance changes by entries only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_starts_empty BEFORE INSERT ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_account_starts_empty();

-- A transfer has entries, they sum to zero, and they are written with it: checked at commit, so the order does not matter.
CREATE FUNCTION ledger_transfer_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lines integer;
  total numeric;
  id_of_transfer uuid := coalesce(to_jsonb(NEW) ->> 'transfer_id', to_jsonb(NEW) ->> 'id');
BEGIN
  SELECT count(*), coalesce(sum(amount), 0) INTO lines, total FROM ledger_entry WHERE transfer_id = id_of_transfer;
  IF lines < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'transfer % has % entries that sum to %', id_of_transfer, lines, total USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transfer_balances AFTER INSERT ON ledger_transfer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_transfer_balances();
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_transfer_balances();
