-- When the person was told that the survey is open.
ALTER TABLE "survey_round" ADD COLUMN "announced_at" TIMESTAMPTZ(3);
CREATE INDEX "survey_round_unannounced" ON "survey_round" ("opens_at") WHERE "announced_at" IS NULL;
