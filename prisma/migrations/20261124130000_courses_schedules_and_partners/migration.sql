-- CreateEnum
CREATE TYPE "course_mode" AS ENUM ('self_paced', 'webinar', 'face_to_face');

-- CreateEnum
CREATE TYPE "course_version_status" AS ENUM ('draft', 'submitted', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "partner_kind" AS ENUM ('provider', 'platform');

-- CreateEnum
CREATE TYPE "purchase_channel" AS ENUM ('portal', 'platform');

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'platform';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "platform_slug" TEXT;

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "code" TEXT,
ADD COLUMN     "minimum_age" SMALLINT NOT NULL DEFAULT 18,
ADD COLUMN     "minimum_education" TEXT,
ADD COLUMN     "mode" "course_mode" NOT NULL DEFAULT 'self_paced',
ADD COLUMN     "sample_lesson" SMALLINT,
ADD COLUMN     "syllabus" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "trainer_about" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "trainer_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "platform" ADD COLUMN     "commission_percent" SMALLINT NOT NULL DEFAULT 10;

-- AlterTable
ALTER TABLE "provider" ADD COLUMN     "website" TEXT;

-- AlterTable
ALTER TABLE "purchase" ADD COLUMN     "channel" "purchase_channel" NOT NULL DEFAULT 'portal',
ADD COLUMN     "commission" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "course_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "invoice_code" TEXT,
ADD COLUMN     "redeem_from" TIMESTAMPTZ(3),
ADD COLUMN     "schedule_id" UUID,
ADD COLUMN     "transaction_code" TEXT;

-- CreateTable
CREATE TABLE "platform_ownership" (
    "platform_slug" TEXT NOT NULL,
    "provider_slug" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_ownership_pkey" PRIMARY KEY ("platform_slug","provider_slug","since")
);

-- CreateTable
CREATE TABLE "course_schedule" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "place" TEXT,
    "seats" INTEGER NOT NULL,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "course_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_version" (
    "course_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "provider_slug" TEXT NOT NULL,
    "status" "course_version_status" NOT NULL,
    "content" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "checklist" JSONB,
    "note" TEXT,

    CONSTRAINT "course_version_pkey" PRIMARY KEY ("course_id","version")
);

-- CreateTable
CREATE TABLE "partner_client" (
    "code" TEXT NOT NULL,
    "kind" "partner_kind" NOT NULL,
    "owner_slug" TEXT NOT NULL,
    "sign_key_cipher" BYTEA NOT NULL,
    "former_key_cipher" BYTEA,
    "former_key_until" TIMESTAMPTZ(3),
    "redirect_uris" TEXT[],
    "webhook_url" TEXT,
    "webhook_key_cipher" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_client_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "partner_call" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "client_code" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "subject" TEXT,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "partner_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_receipt" (
    "client_code" TEXT NOT NULL,
    "call" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_receipt_pkey" PRIMARY KEY ("client_code","call")
);

-- CreateTable
CREATE TABLE "attendance" (
    "purchase_id" UUID NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,
    "proof" TEXT NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("purchase_id","sequence")
);

-- CreateTable
CREATE TABLE "presence_request" (
    "id" UUID NOT NULL,
    "client_code" TEXT NOT NULL,
    "purchase_id" UUID,
    "redeem_code" TEXT NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "redirect_uri" TEXT NOT NULL,
    "email_index" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "presence_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_record" (
    "id" UUID NOT NULL,
    "redeem_code" TEXT NOT NULL,
    "purchase_id" UUID,
    "part" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "url_file" TEXT,
    "notes" TEXT,
    "status" SMALLINT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "task_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_code" (
    "code" TEXT NOT NULL,
    "client_code" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sandbox_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "purchase_intent" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "channel" "purchase_channel" NOT NULL,
    "client_code" TEXT,
    "token_index" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "purchase_id" UUID,

    CONSTRAINT "purchase_intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "induction" (
    "participant_id" UUID NOT NULL,
    "part" SMALLINT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "induction_pkey" PRIMARY KEY ("participant_id","part")
);

-- What was sold before keeps its seats in a schedule of its own, and gets the codes that partners know it by.
UPDATE course SET code = 'KRS-' || upper(substr(md5(id::text), 1, 6));
ALTER TABLE course ALTER COLUMN code SET NOT NULL;
INSERT INTO course_schedule (id, course_id, code, seats, seats_taken, created_at)
SELECT gen_random_uuid(), id, 'JDW-' || upper(substr(md5(id::text), 7, 6)), seats, seats_taken, now() FROM course;
-- The seats move; the check on them goes with the columns.
ALTER TABLE course DROP COLUMN seats, DROP COLUMN seats_taken;
UPDATE purchase p SET
  invoice_code = 'INV-' || upper(substr(md5(p.id::text), 1, 12)),
  transaction_code = 'TRX-' || upper(substr(md5(p.id::text), 13, 12)),
  redeem_from = p.purchased_at,
  schedule_id = (SELECT s.id FROM course_schedule s WHERE s.course_id = p.course_id);
ALTER TABLE purchase ALTER COLUMN invoice_code SET NOT NULL, ALTER COLUMN transaction_code SET NOT NULL,
  ALTER COLUMN redeem_from SET NOT NULL, ALTER COLUMN schedule_id SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "course_schedule_code_key" ON "course_schedule"("code");

-- CreateIndex
CREATE INDEX "course_schedule_course_id_starts_at_idx" ON "course_schedule"("course_id", "starts_at");

-- CreateIndex
CREATE INDEX "course_version_status_submitted_at_idx" ON "course_version"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "course_version_provider_slug_idx" ON "course_version"("provider_slug");

-- CreateIndex
CREATE INDEX "partner_client_kind_owner_slug_idx" ON "partner_client"("kind", "owner_slug");

-- CreateIndex
CREATE INDEX "partner_call_client_code_at_idx" ON "partner_call"("client_code", "at");

-- CreateIndex
CREATE INDEX "partner_receipt_at_idx" ON "partner_receipt"("at");

-- CreateIndex
CREATE INDEX "presence_request_purchase_id_idx" ON "presence_request"("purchase_id");

-- CreateIndex
CREATE INDEX "task_record_redeem_code_scope_sequence_idx" ON "task_record"("redeem_code", "scope", "sequence");

-- CreateIndex
CREATE INDEX "task_record_status_submitted_at_idx" ON "task_record"("status", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_intent_token_index_key" ON "purchase_intent"("token_index");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_intent_purchase_id_key" ON "purchase_intent"("purchase_id");

-- CreateIndex
CREATE INDEX "purchase_intent_participant_id_created_at_idx" ON "purchase_intent"("participant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "course_code_key" ON "course"("code");

-- CreateIndex
CREATE INDEX "course_platform_slug_idx" ON "course"("platform_slug");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_invoice_code_key" ON "purchase"("invoice_code");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_transaction_code_key" ON "purchase"("transaction_code");

-- AddForeignKey
ALTER TABLE "platform_ownership" ADD CONSTRAINT "platform_ownership_platform_slug_fkey" FOREIGN KEY ("platform_slug") REFERENCES "platform"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_ownership" ADD CONSTRAINT "platform_ownership_provider_slug_fkey" FOREIGN KEY ("provider_slug") REFERENCES "provider"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_schedule" ADD CONSTRAINT "course_schedule_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Invariants. Seats are never oversold, whatever a program does.
ALTER TABLE course_schedule ADD CONSTRAINT course_schedule_seats CHECK (seats > 0 AND seats_taken BETWEEN 0 AND seats);
ALTER TABLE course_schedule ADD CONSTRAINT course_schedule_times CHECK (
  (starts_at IS NULL) = (ends_at IS NULL) AND (ends_at IS NULL OR ends_at > starts_at));
-- A purchase is of a schedule of its own course.
ALTER TABLE course_schedule ADD CONSTRAINT course_schedule_of_course UNIQUE (id, course_id);
ALTER TABLE purchase ADD CONSTRAINT purchase_schedule_of_course_fkey FOREIGN KEY (schedule_id, course_id) REFERENCES course_schedule (id, course_id);
ALTER TABLE purchase_intent ADD CONSTRAINT purchase_intent_schedule_of_course_fkey FOREIGN KEY (schedule_id, course_id) REFERENCES course_schedule (id, course_id);
ALTER TABLE purchase_intent ADD CONSTRAINT purchase_intent_purchase_fkey FOREIGN KEY (purchase_id) REFERENCES purchase (id);
ALTER TABLE purchase_intent ADD CONSTRAINT purchase_intent_shape CHECK (amount > 0 AND expires_at > created_at AND (channel = 'platform') = (client_code IS NOT NULL) AND (channel = 'platform') = (token_index IS NOT NULL));
ALTER TABLE purchase ADD CONSTRAINT purchase_commission CHECK (commission BETWEEN 0 AND price);
ALTER TABLE purchase ADD CONSTRAINT purchase_redeem_window CHECK (redeem_by > redeem_from);
ALTER TABLE platform ADD CONSTRAINT platform_commission CHECK (commission_percent BETWEEN 0 AND 15);
ALTER TABLE platform_ownership ADD CONSTRAINT platform_ownership_times CHECK (until IS NULL OR until >= since);
ALTER TABLE induction ADD CONSTRAINT induction_part CHECK (part BETWEEN 1 AND 3 AND (done_at IS NULL OR done_at >= opened_at));
ALTER TABLE induction ADD CONSTRAINT induction_participant_fkey FOREIGN KEY (participant_id) REFERENCES determination (participant_id);
ALTER TABLE attendance ADD CONSTRAINT attendance_sequence CHECK (sequence BETWEEN 1 AND 10 OR sequence = 999);
ALTER TABLE attendance ADD CONSTRAINT attendance_purchase_fkey FOREIGN KEY (purchase_id) REFERENCES purchase (id);
ALTER TABLE presence_request ADD CONSTRAINT presence_request_sequence CHECK (sequence BETWEEN 1 AND 10 OR sequence = 999);
ALTER TABLE task_record ADD CONSTRAINT task_record_shape CHECK (
  part IN ('assignment', 'feedback') AND status IN (1, 2, 3)
  AND (scope = 'tpm' AND sequence BETWEEN 1 AND 998 OR scope = 'uk' AND sequence = 999)
  AND (part = 'assignment' OR notes IS NOT NULL) AND (part = 'feedback' OR url_file IS NOT NULL));
ALTER TABLE presence_request ADD CONSTRAINT presence_request_purchase_fkey FOREIGN KEY (purchase_id) REFERENCES purchase (id);
ALTER TABLE task_record ADD CONSTRAINT task_record_purchase_fkey FOREIGN KEY (purchase_id) REFERENCES purchase (id);
ALTER TABLE course_version ADD CONSTRAINT course_version_steps CHECK (
  (status = 'draft') = (submitted_at IS NULL) AND (status IN ('approved', 'refused')) = (decided_at IS NOT NULL));
CREATE TRIGGER attendance_only_grows BEFORE UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER attendance_keeps_all BEFORE TRUNCATE ON attendance EXECUTE FUNCTION only_grows();
CREATE TRIGGER partner_call_only_grows BEFORE UPDATE OR DELETE ON partner_call FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER partner_call_keeps_all BEFORE TRUNCATE ON partner_call EXECUTE FUNCTION only_grows();

-- What a provider submitted stays what was judged.
CREATE FUNCTION course_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status IN ('approved', 'refused')
    OR (OLD.status = 'submitted' AND (NEW.content IS DISTINCT FROM OLD.content OR NEW.status = 'draft'))
    OR (NEW.course_id, NEW.version, NEW.provider_slug) IS DISTINCT FROM (OLD.course_id, OLD.version, OLD.provider_slug) THEN
    RAISE EXCEPTION 'a submitted version of a course does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER course_version_stays BEFORE UPDATE OR DELETE ON course_version FOR EACH ROW EXECUTE FUNCTION course_version_stays();

-- A platform may not sell the courses of a provider that it owns or that owns it (conflict of interest).
CREATE FUNCTION course_without_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.active AND EXISTS (
    SELECT 1 FROM platform_ownership o
    WHERE o.platform_slug = NEW.platform_slug AND o.provider_slug = NEW.provider_slug AND o.until IS NULL) THEN
    RAISE EXCEPTION 'platform % may not sell courses of provider %: one owns the other', NEW.platform_slug, NEW.provider_slug
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER course_without_conflict BEFORE INSERT OR UPDATE ON course FOR EACH ROW EXECUTE FUNCTION course_without_conflict();
-- Once an ownership is written down, what the platform sold of that provider is sold no longer.
CREATE FUNCTION ownership_ends_sale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE course SET active = false
  WHERE NEW.until IS NULL AND active AND platform_slug = NEW.platform_slug AND provider_slug = NEW.provider_slug;
  RETURN NULL;
END $$;
CREATE TRIGGER ownership_ends_sale AFTER INSERT OR UPDATE ON platform_ownership FOR EACH ROW EXECUTE FUNCTION ownership_ends_sale();
