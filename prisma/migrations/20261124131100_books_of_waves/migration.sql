-- The books are kept by wave and scheme; waves have a budget; the journal is sealed and its heads are signed.

ALTER TABLE "ledger_account" ADD COLUMN "wave_id" UUID;
ALTER TABLE "ledger_transfer" ADD COLUMN "wave_id" UUID;

-- CreateTable
CREATE TABLE "wave_budget" (
    "wave_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "is_automatic" BOOLEAN NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wave_budget_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "ledger_unsealed" (
    "transfer_id" UUID NOT NULL,

    CONSTRAINT "ledger_unsealed_pkey" PRIMARY KEY ("transfer_id")
);

-- CreateTable
CREATE TABLE "ledger_seal" (
    "number" BIGINT NOT NULL,
    "transfer_id" UUID NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_seal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "day" DATE NOT NULL,
    "number" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "ledger_head_letter" (
    "day" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_head_letter_pkey" PRIMARY KEY ("day","account_id")
);

-- CreateTable
CREATE TABLE "ledger_day_sum" (
    "day" DATE NOT NULL,
    "kind" "ledger_account_kind" NOT NULL,
    "wave_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "entries" BIGINT NOT NULL,

    CONSTRAINT "ledger_day_sum_pkey" PRIMARY KEY ("day","kind","wave_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_seal_transfer_id_key" ON "ledger_seal"("transfer_id");

-- CreateIndex
CREATE INDEX "ledger_head_letter_due_at_idx" ON "ledger_head_letter"("due_at");

-- AddForeignKey
ALTER TABLE "ledger_head_letter" ADD CONSTRAINT "ledger_head_letter_day_fkey" FOREIGN KEY ("day") REFERENCES "ledger_head"("day") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Joins of stages live in migrations only.
ALTER TABLE wave_budget ADD CONSTRAINT wave_budget_wave_id_fkey FOREIGN KEY (wave_id) REFERENCES wave (id);
ALTER TABLE wave_budget ADD CONSTRAINT wave_budget_amount CHECK (amount >= 0);
ALTER TABLE ledger_head_letter ADD CONSTRAINT ledger_head_letter_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE ledger_seal ADD CONSTRAINT ledger_seal_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES ledger_transfer (id);
ALTER TABLE ledger_seal ADD CONSTRAINT ledger_seal_hashes CHECK (number > 0 AND octet_length(previous) = 32 AND octet_length(hash) = 32);

-- Which accounts keep a balance: a wave cannot promise more than it was allotted.
ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_who_keeps;
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_who_keeps
  CHECK (keeps_balance = (kind IN ('training_balance', 'incentive_payable', 'wave_allotment')));

-- What stood in the books before is told its wave: the triggers that refuse every change step aside for this once.
ALTER TABLE ledger_account DISABLE TRIGGER ledger_account_keeps_identity;
ALTER TABLE ledger_transfer DISABLE TRIGGER ledger_transfer_only_grows;
UPDATE ledger_account a SET wave_id = d.wave_id FROM determination d
WHERE a.kind IN ('training_balance', 'incentive_payable') AND a.owner = d.participant_id::text;
UPDATE ledger_transfer t SET wave_id = a.wave_id FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id
WHERE e.transfer_id = t.id AND a.wave_id IS NOT NULL;
ALTER TABLE ledger_account ENABLE TRIGGER ledger_account_keeps_identity;
ALTER TABLE ledger_transfer ENABLE TRIGGER ledger_transfer_only_grows;

CREATE OR REPLACE FUNCTION ledger_account_keeps_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR (NEW.id, NEW.kind, NEW.owner, NEW.keeps_balance, NEW.wave_id)
      IS DISTINCT FROM (OLD.id, OLD.kind, OLD.owner, OLD.keeps_balance, OLD.wave_id) THEN
    RAISE EXCEPTION 'a balance changes by entries only';
  END IF;
  RETURN NEW;
END $$;

-- Every transfer waits to be sealed; no row is written that another transfer writes.
CREATE FUNCTION ledger_transfer_waits_for_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_unsealed (transfer_id) SELECT id FROM written;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_transfer_waits_for_seal AFTER INSERT ON ledger_transfer
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ledger_transfer_waits_for_seal();
INSERT INTO ledger_unsealed (transfer_id) SELECT id FROM ledger_transfer;

-- The journal only grows, one after the other, each on the hash of the one before.
CREATE FUNCTION ledger_seal_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before bytea;
BEGIN
  SELECT hash INTO before FROM ledger_seal WHERE number = NEW.number - 1;
  IF NEW.number = 1 THEN
    before := decode(repeat('00', 32), 'hex');
  END IF;
  IF NEW.previous IS DISTINCT FROM before THEN
    RAISE EXCEPTION 'seal % does not follow the one before', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_seal_follows BEFORE INSERT ON ledger_seal FOR EACH ROW EXECUTE FUNCTION ledger_seal_follows();
CREATE TRIGGER ledger_seal_only_grows BEFORE UPDATE OR DELETE ON ledger_seal FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER ledger_seal_keeps_all BEFORE TRUNCATE ON ledger_seal EXECUTE FUNCTION only_grows();
CREATE TRIGGER ledger_head_only_grows BEFORE UPDATE OR DELETE ON ledger_head FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER ledger_head_keeps_all BEFORE TRUNCATE ON ledger_head EXECUTE FUNCTION only_grows();
