-- A purchase is confirmed by a one-time code.
ALTER TYPE "code_purpose" ADD VALUE 'purchase';

-- Who undid a purchase: the buyer, the platform that sold it, or the provider, who called its schedule off.
CREATE TYPE "cancel_cause" AS ENUM ('participant', 'platform', 'schedule');

-- AlterTable
ALTER TABLE "purchase" ADD COLUMN     "cancel_cause" "cancel_cause",
ADD COLUMN     "platform_slug" TEXT,
ADD COLUMN     "provider_slug" TEXT;

UPDATE purchase SET cancel_cause = 'participant' WHERE status = 'cancelled';
-- What a purchase paid to whom stays with it, whatever becomes of its course.
UPDATE purchase p SET platform_slug = c.platform_slug, provider_slug = c.provider_slug FROM course c WHERE c.id = p.course_id;
ALTER TABLE "purchase" ALTER COLUMN "platform_slug" SET NOT NULL, ALTER COLUMN "provider_slug" SET NOT NULL;

-- CreateTable
CREATE TABLE "card_showing" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_showing_pkey" PRIMARY KEY ("id")
);

-- DropIndex
DROP INDEX "purchase_invoice_code_key";

-- DropIndex
DROP INDEX "purchase_participant_id_course_id_key";

-- CreateIndex
CREATE INDEX "card_showing_participant_id_shown_at_idx" ON "card_showing"("participant_id", "shown_at");

-- CreateIndex
CREATE INDEX "purchase_participant_id_course_id_idx" ON "purchase"("participant_id", "course_id");

-- CreateIndex
CREATE INDEX "purchase_schedule_id_status_idx" ON "purchase"("schedule_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_platform_slug_invoice_code_key" ON "purchase"("platform_slug", "invoice_code");

-- Invariants. A training is bought once; only what its provider called off may be bought again.
CREATE UNIQUE INDEX purchase_once_a_course ON purchase (participant_id, course_id)
  WHERE cancel_cause IS DISTINCT FROM 'schedule'::cancel_cause;
ALTER TABLE purchase ADD CONSTRAINT purchase_cancel_cause CHECK ((status = 'cancelled') = (cancel_cause IS NOT NULL));
ALTER TABLE purchase ADD CONSTRAINT purchase_provider_fkey FOREIGN KEY (provider_slug) REFERENCES provider (slug);
ALTER TABLE purchase ADD CONSTRAINT purchase_platform_fkey FOREIGN KEY (platform_slug) REFERENCES platform (slug);
ALTER TABLE card_showing ADD CONSTRAINT card_showing_participant_fkey FOREIGN KEY (participant_id) REFERENCES recipient_card (participant_id);
CREATE TRIGGER card_showing_only_grows BEFORE UPDATE OR DELETE ON card_showing FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER card_showing_keeps_all BEFORE TRUNCATE ON card_showing EXECUTE FUNCTION only_grows();
