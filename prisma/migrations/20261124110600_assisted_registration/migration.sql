-- CreateEnum
CREATE TYPE "consent_method" AS ENUM ('spoken_with_witness', 'signed_paper', 'thumbprint');

-- CreateEnum
CREATE TYPE "assistance_source" AS ENUM ('form', 'bulk');

-- CreateTable
CREATE TABLE "assisted_registration" (
    "participant_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "consent_version" SMALLINT NOT NULL,
    "consent_method" "consent_method" NOT NULL,
    "witness_name_cipher" BYTEA,
    "consent_at" TIMESTAMPTZ(3) NOT NULL,
    "device_record_id" UUID,
    "source" "assistance_source" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "taken_over_at" TIMESTAMPTZ(3),

    CONSTRAINT "assisted_registration_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assisted_registration_device_record_id_key" ON "assisted_registration"("device_record_id");

-- CreateIndex
CREATE INDEX "assisted_registration_regency_code_created_at_participant_i_idx" ON "assisted_registration"("regency_code", "created_at", "participant_id");

ALTER TABLE assisted_registration ADD CONSTRAINT assisted_registration_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);
ALTER TABLE assisted_registration ADD CONSTRAINT assisted_registration_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES account (id);
ALTER TABLE assisted_registration ADD CONSTRAINT assisted_registration_regency_code_fkey FOREIGN KEY (regency_code) REFERENCES area (code);

-- Spoken consent has a witness, other consent leaves paper; nobody gives it for themselves or afterwards.
ALTER TABLE assisted_registration ADD CONSTRAINT assisted_registration_witness CHECK ((consent_method = 'spoken_with_witness') = (witness_name_cipher IS NOT NULL));
ALTER TABLE assisted_registration ADD CONSTRAINT assisted_registration_consent CHECK (consent_version > 0 AND consent_at <= created_at);
ALTER TABLE assisted_registration ADD CONSTRAINT assisted_registration_two_people CHECK (officer_id <> participant_id);
ALTER TABLE assisted_registration ADD CONSTRAINT assisted_registration_order CHECK (submitted_at >= created_at AND taken_over_at >= created_at);

-- Who helped and what was agreed to stays; being sent and being taken over happen once.
CREATE FUNCTION assisted_registration_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
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
CREATE TRIGGER assisted_registration_stays BEFORE UPDATE ON assisted_registration FOR EACH ROW EXECUTE FUNCTION assisted_registration_stays();

-- An import that was a mistake is undone whole, as long as nobody but the office has done anything with it.
CREATE FUNCTION assisted_registration_goes_unused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_at IS NOT NULL OR OLD.taken_over_at IS NOT NULL THEN
    RAISE EXCEPTION 'a registration that was sent or taken over keeps the record of its help' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER assisted_registration_goes_unused BEFORE DELETE ON assisted_registration FOR EACH ROW EXECUTE FUNCTION assisted_registration_goes_unused();
CREATE TRIGGER assisted_registration_keeps_all BEFORE TRUNCATE ON assisted_registration EXECUTE FUNCTION only_grows();
