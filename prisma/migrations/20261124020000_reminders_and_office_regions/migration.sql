-- Which deadlines a person was reminded of.
CREATE TABLE "deadline_reminder" (
    "participant_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "days_before" SMALLINT NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_reminder_pkey" PRIMARY KEY ("participant_id","subject","days_before")
);
ALTER TABLE deadline_reminder ADD CONSTRAINT deadline_reminder_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES membership (participant_id);

-- The region of a labour office's account.
CREATE TABLE "office_region" (
    "account_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,

    CONSTRAINT "office_region_pkey" PRIMARY KEY ("account_id")
);
ALTER TABLE office_region ADD CONSTRAINT office_region_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE office_region ADD CONSTRAINT office_region_regency_code_fkey FOREIGN KEY (regency_code) REFERENCES area (code);

-- A labour office pages through the recipients of its region by name.
CREATE INDEX "registration_region_name" ON "registration" ("regency_code", "full_name", "participant_id") WHERE "full_name" IS NOT NULL;
