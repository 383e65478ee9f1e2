-- CreateEnum
CREATE TYPE "code_purpose" AS ENUM ('account_phone', 'account_email', 'registration_phone', 'take_over', 'sign_in', 'payout_account');

-- CreateEnum
CREATE TYPE "code_channel" AS ENUM ('sms', 'email', 'paper');

-- CreateEnum
CREATE TYPE "code_delivery" AS ENUM ('queued', 'sent', 'delivered', 'failed');

-- Two pages more, in their place, and a status between the registers and an officer.
ALTER TYPE "registration_step" ADD VALUE 'selfie' BEFORE 'statements';
ALTER TYPE "registration_step" ADD VALUE 'phone' BEFORE 'statements';
ALTER TYPE "verification_status" ADD VALUE 'in_review' BEFORE 'verified';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "email_bounce" TEXT,
ADD COLUMN     "email_bounced_at" TIMESTAMPTZ(3),
ADD COLUMN     "phone_cipher" BYTEA,
ADD COLUMN     "phone_index" BYTEA,
ADD COLUMN     "phone_verified_at" TIMESTAMPTZ(3),
ALTER COLUMN "email" DROP NOT NULL,
ALTER COLUMN "password_hash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "id_document" ADD COLUMN     "quality" JSONB,
ADD COLUMN     "reading" JSONB;

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "domicile_cipher" BYTEA,
ADD COLUMN     "domicile_village" TEXT,
ADD COLUMN     "phone_verified_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "purpose" "code_purpose" NOT NULL,
    "channel" "code_channel" NOT NULL,
    "destination_cipher" BYTEA NOT NULL,
    "destination_index" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "delivery" "code_delivery" NOT NULL DEFAULT 'queued',
    "delivery_reason" TEXT,
    "delivery_reference" TEXT,
    "delivery_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_guard" (
    "holder_id" UUID NOT NULL,
    "purpose" "code_purpose" NOT NULL,
    "wrong" SMALLINT NOT NULL DEFAULT 0,
    "sends" SMALLINT NOT NULL DEFAULT 0,
    "blocked_until" TIMESTAMPTZ(3),
    "send_blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "code_guard_pkey" PRIMARY KEY ("holder_id","purpose")
);

-- CreateTable
CREATE TABLE "personal_data_read" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_role" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "data" TEXT[],

    CONSTRAINT "personal_data_read_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateIndex
CREATE INDEX "one_time_code_holder_id_purpose_created_at_idx" ON "one_time_code"("holder_id", "purpose", "created_at");

-- CreateIndex
CREATE INDEX "one_time_code_destination_index_created_at_idx" ON "one_time_code"("destination_index", "created_at");

-- CreateIndex
CREATE INDEX "one_time_code_delivery_created_at_idx" ON "one_time_code"("delivery", "created_at");

-- CreateIndex
CREATE INDEX "personal_data_read_actor_id_at_idx" ON "personal_data_read"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "account_phone_index_key" ON "account"("phone_index");

-- Who signs in has something to sign in with; a phone is kept whole or not at all.
ALTER TABLE account ADD CONSTRAINT account_reachable CHECK (password_hash IS NULL OR email IS NOT NULL OR phone_index IS NOT NULL);
ALTER TABLE account ADD CONSTRAINT account_phone_whole CHECK ((phone_cipher IS NULL) = (phone_index IS NULL) AND (phone_verified_at IS NULL OR phone_index IS NOT NULL));
ALTER TABLE account ADD CONSTRAINT account_staff_have_password CHECK (role = 'participant' OR (password_hash IS NOT NULL AND email IS NOT NULL));
ALTER TABLE account ADD CONSTRAINT account_bounce_whole CHECK ((email_bounced_at IS NULL) = (email_bounce IS NULL));
ALTER TABLE registration ADD CONSTRAINT registration_domicile_whole CHECK ((domicile_cipher IS NULL) = (domicile_village IS NULL));
ALTER TABLE registration ADD CONSTRAINT registration_phone_verified CHECK (phone_verified_at IS NULL OR phone_index IS NOT NULL);

-- A code lives for a while and is used once, in that while.
ALTER TABLE one_time_code ADD CONSTRAINT one_time_code_times CHECK (expires_at > created_at AND (used_at IS NULL OR used_at <= expires_at));
ALTER TABLE code_guard ADD CONSTRAINT code_guard_counts CHECK (wrong >= 0 AND sends >= 0);
CREATE FUNCTION one_time_code_used_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL AND NEW.used_at IS DISTINCT FROM OLD.used_at THEN
    RAISE EXCEPTION 'a code is used once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER one_time_code_used_once BEFORE UPDATE ON one_time_code FOR EACH ROW EXECUTE FUNCTION one_time_code_used_once();

-- Who read whose data stays on record.
CREATE TRIGGER personal_data_read_only_grows BEFORE UPDATE OR DELETE ON personal_data_read FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER personal_data_read_keeps_all BEFORE TRUNCATE ON personal_data_read EXECUTE FUNCTION only_grows();
