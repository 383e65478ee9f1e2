-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('email', 'phone');

-- CreateTable
CREATE TABLE "contact_change" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "contact_kind" NOT NULL,
    "contact_cipher" BYTEA NOT NULL,
    "former_cipher" BYTEA,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_change_account_id_started_at_idx" ON "contact_change"("account_id", "started_at");

-- CreateIndex
CREATE INDEX "contact_change_started_at_idx" ON "contact_change"("started_at");

ALTER TABLE contact_change ADD CONSTRAINT contact_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;
ALTER TABLE contact_change ADD CONSTRAINT contact_change_order CHECK (completed_at >= started_at);
ALTER TABLE contact_change ADD CONSTRAINT contact_change_former CHECK (former_cipher IS NULL OR completed_at IS NOT NULL);

-- One account changes one contact at a time.
CREATE UNIQUE INDEX contact_change_one_open ON contact_change (account_id) WHERE completed_at IS NULL;

-- What was asked for stays what it was, and counts once.
CREATE FUNCTION contact_change_completes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF only_ciphers_kept_up(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF OLD.completed_at IS NOT NULL
     OR ROW(NEW.id, NEW.account_id, NEW.kind, NEW.contact_cipher, NEW.started_at)
        IS DISTINCT FROM ROW(OLD.id, OLD.account_id, OLD.kind, OLD.contact_cipher, OLD.started_at) THEN
    RAISE EXCEPTION 'a change of a contact completes once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contact_change_completes_once BEFORE UPDATE ON contact_change FOR EACH ROW EXECUTE FUNCTION contact_change_completes_once();

-- A contact that was proven gives way to none, or to another that was proven itself.
CREATE FUNCTION account_contact_is_proven() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.email_verified_at IS NOT NULL AND NEW.email IS NOT NULL AND NEW.email IS DISTINCT FROM OLD.email
     AND (NEW.email_verified_at IS NULL OR NEW.email_verified_at = OLD.email_verified_at)
     OR OLD.phone_verified_at IS NOT NULL AND NEW.phone_index IS NOT NULL AND NEW.phone_index IS DISTINCT FROM OLD.phone_index
     AND (NEW.phone_verified_at IS NULL OR NEW.phone_verified_at = OLD.phone_verified_at) THEN
    RAISE EXCEPTION 'a proven contact gives way to a proven one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_contact_is_proven BEFORE UPDATE OF email, phone_index ON account FOR EACH ROW EXECUTE FUNCTION account_contact_is_proven();
