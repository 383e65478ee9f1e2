-- CreateEnum
CREATE TYPE "partner_application_status" AS ENUM ('unproven', 'waiting', 'approved', 'refused');

-- AlterTable
ALTER TABLE "partner_client" ADD COLUMN     "sign_key_shown_until" TIMESTAMPTZ(3),
ADD COLUMN     "webhook_key_shown_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "partner_application" (
    "id" UUID NOT NULL,
    "kind" "partner_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "legal_number" TEXT NOT NULL,
    "website" TEXT,
    "locale" TEXT NOT NULL,
    "status" "partner_application_status" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "proven_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "reason" TEXT,
    "owner_slug" TEXT,
    "account_id" UUID,

    CONSTRAINT "partner_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_answer" (
    "purchase_id" UUID NOT NULL,
    "provider_slug" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_answer_pkey" PRIMARY KEY ("purchase_id")
);

-- CreateIndex
CREATE INDEX "partner_application_status_proven_at_id_idx" ON "partner_application"("status", "proven_at", "id");

-- CreateIndex
CREATE INDEX "partner_application_email_created_at_idx" ON "partner_application"("email", "created_at");

-- CreateIndex
CREATE INDEX "review_answer_provider_slug_idx" ON "review_answer"("provider_slug");

-- One application of a contact waits at a time, and an organisation is admitted once in each part.
CREATE UNIQUE INDEX partner_application_waits_once ON partner_application (kind, email) WHERE status = 'waiting';
CREATE UNIQUE INDEX partner_application_admitted_once ON partner_application (kind, legal_number) WHERE status = 'approved';
ALTER TABLE partner_application ADD CONSTRAINT partner_application_steps CHECK (
  (status = 'unproven') = (proven_at IS NULL)
  AND (status IN ('approved', 'refused')) = (decided_at IS NOT NULL)
  AND (decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (reason IS NULL)
  AND (status = 'approved') = (owner_slug IS NOT NULL) AND (status = 'approved') = (account_id IS NOT NULL));
ALTER TABLE partner_application ADD CONSTRAINT partner_application_account_fkey FOREIGN KEY (account_id) REFERENCES account (id);

-- What was asked stays what was judged, and a decision stays what it was.
CREATE FUNCTION partner_application_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('approved', 'refused')
    OR (NEW.id, NEW.kind, NEW.name, NEW.city, NEW.about, NEW.contact_name, NEW.email, NEW.legal_number, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.kind, OLD.name, OLD.city, OLD.about, OLD.contact_name, OLD.email, OLD.legal_number, OLD.created_at) THEN
    RAISE EXCEPTION 'a partner''s application does not change once it was sent' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER partner_application_stays BEFORE UPDATE ON partner_application FOR EACH ROW EXECUTE FUNCTION partner_application_stays();

-- An answer belongs to a review, and is mended for seven days at most.
ALTER TABLE review_answer ADD CONSTRAINT review_answer_review_fkey FOREIGN KEY (purchase_id) REFERENCES review (purchase_id);
ALTER TABLE review_answer ADD CONSTRAINT review_answer_times CHECK (edited_at >= answered_at AND edited_at < answered_at + interval '7 days');

-- The log of calls is read by client: all, those of one code, or those that were refused.
CREATE INDEX partner_call_code_idx ON partner_call (client_code, code, at);
CREATE INDEX partner_call_refused_idx ON partner_call (client_code, at) WHERE code <> 'OK';

-- A task knows whose training it is of, so that a provider's tasks are found among everybody's.
ALTER TABLE task_record ADD COLUMN "provider_slug" TEXT;
UPDATE task_record t SET provider_slug = c.provider_slug FROM purchase p JOIN course c ON c.id = p.course_id WHERE p.id = t.purchase_id;
CREATE INDEX "task_record_provider_slug_part_submitted_at_idx" ON "task_record"("provider_slug", "part", "submitted_at");
CREATE FUNCTION task_record_knows_provider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.provider_slug := (SELECT c.provider_slug FROM purchase p JOIN course c ON c.id = p.course_id WHERE p.id = NEW.purchase_id);
  RETURN NEW;
END $$;
CREATE TRIGGER task_record_knows_provider BEFORE INSERT OR UPDATE OF purchase_id ON task_record
  FOR EACH ROW EXECUTE FUNCTION task_record_knows_provider();
