-- When the e-mail of a message is (again) to be tried; empty when it was sent, given up, or never wanted.
ALTER TABLE "notification" ADD COLUMN "email_due_at" TIMESTAMPTZ(3);
ALTER TABLE "notification" ADD COLUMN "email_attempts" SMALLINT NOT NULL DEFAULT 0;

-- The worker looks here every few seconds; only what waits is in it.
CREATE INDEX "notification_email_due" ON "notification" ("email_due_at") WHERE "email_due_at" IS NOT NULL;
-- The bell counts on every page.
CREATE INDEX "notification_unread" ON "notification" ("participant_id") WHERE "read_at" IS NULL;
