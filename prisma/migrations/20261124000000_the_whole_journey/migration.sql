-- The tables of every stage, as prisma/models describes them. What no model can say follows in the next migration.
-- CreateEnum
CREATE TYPE "role" AS ENUM ('participant', 'administrator', 'officer', 'provider', 'auditor');

-- CreateEnum
CREATE TYPE "email_token_purpose" AS ENUM ('verify_email', 'reset_password');

-- CreateEnum
CREATE TYPE "payout_account_status" AS ENUM ('checking', 'verified', 'refused');

-- CreateEnum
CREATE TYPE "incentive_kind" AS ENUM ('job_search', 'survey');

-- CreateEnum
CREATE TYPE "incentive_status" AS ENUM ('scheduled', 'processing', 'held', 'paid', 'cancelled');

-- CreateEnum
CREATE TYPE "order_outcome" AS ENUM ('paid', 'refused', 'unknown');

-- CreateEnum
CREATE TYPE "ledger_account_kind" AS ENUM ('state_budget', 'training_balance', 'provider_payable', 'incentive_payable', 'paid_out', 'forfeited');

-- CreateEnum
CREATE TYPE "membership_status" AS ENUM ('active', 'completed', 'revoked');

-- CreateEnum
CREATE TYPE "purchase_status" AS ENUM ('bought', 'redeemed', 'finished', 'cancelled', 'forfeited');

-- CreateEnum
CREATE TYPE "gender" AS ENUM ('female', 'male');

-- CreateEnum
CREATE TYPE "registration_step" AS ENUM ('identity', 'personal', 'address', 'situation', 'photo', 'statements', 'submitted');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('id_card', 'selfie');

-- CreateEnum
CREATE TYPE "test_item_kind" AS ENUM ('numeracy', 'ordering', 'reading', 'motivation');

-- CreateEnum
CREATE TYPE "submitted_by" AS ENUM ('participant', 'deadline');

-- CreateEnum
CREATE TYPE "draw_outcome" AS ENUM ('selected', 'family_card_full', 'quota_full');

-- CreateEnum
CREATE TYPE "verification_status" AS ENUM ('checking', 'verified', 'refused');

-- CreateEnum
CREATE TYPE "wave_status" AS ENUM ('scheduled', 'open', 'closed', 'drawn', 'published');

-- CreateEnum
CREATE TYPE "wave_entry_status" AS ENUM ('joined', 'ineligible', 'selected', 'not_selected');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "display_name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "email_verified_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "provider_slug" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_token" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "purpose" "email_token_purpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_card" (
    "participant_id" UUID NOT NULL,
    "number_cipher" BYTEA NOT NULL,
    "number_index" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),

    CONSTRAINT "recipient_card_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "category" (
    "code" TEXT NOT NULL,
    "name_id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "platform" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "about_id" TEXT NOT NULL,
    "about_en" TEXT NOT NULL,

    CONSTRAINT "platform_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "provider" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "about_id" TEXT NOT NULL,
    "about_en" TEXT NOT NULL,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "summary_en" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "outcomes" TEXT[],
    "category_code" TEXT NOT NULL,
    "provider_slug" TEXT NOT NULL,
    "platform_slug" TEXT NOT NULL,
    "price" BIGINT NOT NULL,
    "hours" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "media_folder" TEXT NOT NULL,
    "media" JSONB NOT NULL,
    "transcript" JSONB NOT NULL,
    "checkpoint" JSONB NOT NULL,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_question" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "question" TEXT NOT NULL,
    "options" TEXT[],
    "answer" SMALLINT NOT NULL,
    "explanation" TEXT NOT NULL,

    CONSTRAINT "quiz_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "participant_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "holder_name" TEXT NOT NULL,
    "course_title" TEXT NOT NULL,
    "provider_name" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "quiz_score" SMALLINT NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "key" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "simulation_clock" (
    "id" INTEGER NOT NULL,
    "ahead_seconds" BIGINT NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "simulation_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_account" (
    "participant_id" UUID NOT NULL,
    "institution" TEXT NOT NULL,
    "number_cipher" BYTEA NOT NULL,
    "number_index" BYTEA NOT NULL,
    "number_tail" TEXT NOT NULL,
    "holder_name" TEXT,
    "status" "payout_account_status" NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "payout_account_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "incentive_payment" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" "incentive_kind" NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "scheduled_for" TIMESTAMPTZ(3) NOT NULL,
    "status" "incentive_status" NOT NULL,
    "reason" TEXT,
    "next_attempt_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "partner_reference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incentive_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_order" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "outcome" "order_outcome",
    "reason" TEXT,

    CONSTRAINT "payment_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" UUID NOT NULL,
    "kind" "ledger_account_kind" NOT NULL,
    "owner" TEXT NOT NULL,
    "keeps_balance" BOOLEAN NOT NULL,
    "balance" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transfer" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "transfer_id" UUID NOT NULL,
    "line" SMALLINT NOT NULL,
    "account_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "balance_after" BIGINT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("transfer_id","line")
);

-- CreateTable
CREATE TABLE "membership" (
    "participant_id" UUID NOT NULL,
    "status" "membership_status" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "blacklist_entry" (
    "nik_index" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blacklist_entry_pkey" PRIMARY KEY ("nik_index")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "href" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "emailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "price" BIGINT NOT NULL,
    "status" "purchase_status" NOT NULL,
    "redeem_code" TEXT NOT NULL,
    "purchased_at" TIMESTAMPTZ(3) NOT NULL,
    "redeem_by" TIMESTAMPTZ(3) NOT NULL,
    "cancel_by" TIMESTAMPTZ(3),
    "finish_by" TIMESTAMPTZ(3) NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "code" TEXT NOT NULL,
    "parent_code" TEXT,
    "name" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,

    CONSTRAINT "area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "registration" (
    "participant_id" UUID NOT NULL,
    "step" "registration_step" NOT NULL DEFAULT 'identity',
    "nik_cipher" BYTEA,
    "nik_index" BYTEA,
    "family_card_cipher" BYTEA,
    "family_card_index" BYTEA,
    "birth_date" DATE,
    "full_name" TEXT,
    "gender" "gender",
    "birth_place" TEXT,
    "mother_name_cipher" BYTEA,
    "phone_cipher" BYTEA,
    "phone_index" BYTEA,
    "address_cipher" BYTEA,
    "province_code" TEXT,
    "regency_code" TEXT,
    "district_code" TEXT,
    "village_code" TEXT,
    "education" TEXT,
    "marital_status" TEXT,
    "dependants" SMALLINT,
    "employment" TEXT,
    "disability" TEXT,
    "wanted_category" TEXT,
    "reason" TEXT,
    "statements" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "id_document" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "storage_key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "id_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "participant_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "stars" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("participant_id","course_id")
);

-- CreateTable
CREATE TABLE "test_item" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "test_item_kind" NOT NULL,
    "stem" TEXT NOT NULL,
    "passage" TEXT,
    "options" TEXT[],
    "answer" INTEGER,
    "explanation" TEXT,
    "difficulty" SMALLINT NOT NULL,
    "pair_code" TEXT,
    "reversed" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "test_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_attempt" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "scheme_code" TEXT NOT NULL,
    "seed" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" "submitted_by",
    "score" JSONB,
    "passed" BOOLEAN,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "test_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_answer" (
    "attempt_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "item_id" TEXT NOT NULL,
    "option_order" SMALLINT[],
    "choice" SMALLINT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "test_answer_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "draw" (
    "wave_id" UUID NOT NULL,
    "algorithm" TEXT NOT NULL,
    "seed" BYTEA NOT NULL,
    "candidate_count" INTEGER NOT NULL,
    "selected_count" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_by" UUID NOT NULL,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "draw_candidate" (
    "wave_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "family_card_index" BYTEA NOT NULL,
    "priority" SMALLINT NOT NULL,
    "rank" INTEGER NOT NULL,
    "outcome" "draw_outcome" NOT NULL,

    CONSTRAINT "draw_candidate_pkey" PRIMARY KEY ("wave_id","participant_id")
);

-- CreateTable
CREATE TABLE "determination" (
    "participant_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "family_card_index" BYTEA NOT NULL,
    "family_place" SMALLINT NOT NULL,
    "decree_number" TEXT NOT NULL,
    "determined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "determination_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "survey_round" (
    "participant_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_round_pkey" PRIMARY KEY ("participant_id","number")
);

-- CreateTable
CREATE TABLE "watch_clock" (
    "participant_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "bank" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "watch_clock_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "watch_progress" (
    "participant_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "seen" int4multirange NOT NULL DEFAULT '{}'::int4multirange,
    "frontier" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "checkpoint_passed_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "completed_by" TEXT,

    CONSTRAINT "watch_progress_pkey" PRIMARY KEY ("participant_id","lesson_id")
);

-- CreateTable
CREATE TABLE "checkpoint_answer" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "choice" SMALLINT NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_submission" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "answers" SMALLINT[],
    "score" SMALLINT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiz_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_completion" (
    "participant_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "quiz_score" SMALLINT NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_completion_pkey" PRIMARY KEY ("participant_id","course_id")
);

-- CreateTable
CREATE TABLE "verification" (
    "participant_id" UUID NOT NULL,
    "status" "verification_status" NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "answer" JSONB,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "scheme" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "wave" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "scheme_code" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "quota" INTEGER NOT NULL,
    "status" "wave_status" NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "drawn_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wave_entry" (
    "participant_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "wave_entry_status" NOT NULL DEFAULT 'joined',
    "reason" TEXT,

    CONSTRAINT "wave_entry_pkey" PRIMARY KEY ("participant_id","wave_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "email_token_account_id_purpose_idx" ON "email_token"("account_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "recipient_card_number_index_key" ON "recipient_card"("number_index");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE INDEX "course_category_code_idx" ON "course"("category_code");

-- CreateIndex
CREATE INDEX "course_provider_slug_idx" ON "course"("provider_slug");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_course_id_position_key" ON "lesson"("course_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_question_course_id_position_key" ON "quiz_question"("course_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_number_key" ON "certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_code_key" ON "certificate"("code");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_purchase_id_key" ON "certificate"("purchase_id");

-- CreateIndex
CREATE INDEX "certificate_participant_id_idx" ON "certificate"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_account_institution_number_index_key" ON "payout_account"("institution", "number_index");

-- CreateIndex
CREATE INDEX "incentive_payment_status_next_attempt_at_idx" ON "incentive_payment"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "incentive_payment_status_scheduled_for_idx" ON "incentive_payment"("status", "scheduled_for");

-- CreateIndex
CREATE UNIQUE INDEX "incentive_payment_participant_id_kind_sequence_key" ON "incentive_payment"("participant_id", "kind", "sequence");

-- CreateIndex
CREATE INDEX "payment_order_payment_id_idx" ON "payment_order"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_kind_owner_key" ON "ledger_account"("kind", "owner");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transfer_key_key" ON "ledger_transfer"("key");

-- CreateIndex
CREATE INDEX "ledger_entry_account_id_occurred_at_idx" ON "ledger_entry"("account_id", "occurred_at");

-- CreateIndex
CREATE INDEX "notification_participant_id_created_at_idx" ON "notification"("participant_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_subject_at_idx" ON "audit_event"("subject", "at");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_redeem_code_key" ON "purchase"("redeem_code");

-- CreateIndex
CREATE INDEX "purchase_participant_id_purchased_at_idx" ON "purchase"("participant_id", "purchased_at");

-- CreateIndex
CREATE INDEX "purchase_status_finish_by_idx" ON "purchase"("status", "finish_by");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_participant_id_course_id_key" ON "purchase"("participant_id", "course_id");

-- CreateIndex
CREATE INDEX "area_parent_code_name_idx" ON "area"("parent_code", "name");

-- CreateIndex
CREATE UNIQUE INDEX "registration_nik_index_key" ON "registration"("nik_index");

-- CreateIndex
CREATE UNIQUE INDEX "registration_phone_index_key" ON "registration"("phone_index");

-- CreateIndex
CREATE INDEX "registration_family_card_index_idx" ON "registration"("family_card_index");

-- CreateIndex
CREATE UNIQUE INDEX "id_document_storage_key_key" ON "id_document"("storage_key");

-- CreateIndex
CREATE INDEX "id_document_participant_id_kind_idx" ON "id_document"("participant_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "review_purchase_id_key" ON "review"("purchase_id");

-- CreateIndex
CREATE INDEX "review_course_id_created_at_idx" ON "review"("course_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "test_item_code_version_key" ON "test_item"("code", "version");

-- CreateIndex
CREATE INDEX "test_attempt_participant_id_idx" ON "test_attempt"("participant_id");

-- CreateIndex
CREATE INDEX "test_attempt_submitted_at_ends_at_idx" ON "test_attempt"("submitted_at", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "draw_candidate_wave_id_rank_key" ON "draw_candidate"("wave_id", "rank");

-- CreateIndex
CREATE INDEX "determination_wave_id_idx" ON "determination"("wave_id");

-- CreateIndex
CREATE UNIQUE INDEX "determination_family_card_index_family_place_key" ON "determination"("family_card_index", "family_place");

-- CreateIndex
CREATE INDEX "survey_round_opens_at_idx" ON "survey_round"("opens_at");

-- CreateIndex
CREATE INDEX "checkpoint_answer_participant_id_lesson_id_idx" ON "checkpoint_answer"("participant_id", "lesson_id");

-- CreateIndex
CREATE INDEX "quiz_submission_participant_id_course_id_idx" ON "quiz_submission"("participant_id", "course_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_completion_purchase_id_key" ON "training_completion"("purchase_id");

-- CreateIndex
CREATE INDEX "verification_status_next_attempt_at_idx" ON "verification"("status", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "wave_number_key" ON "wave"("number");

-- CreateIndex
CREATE INDEX "wave_entry_wave_id_status_idx" ON "wave_entry"("wave_id", "status");

-- AddForeignKey
ALTER TABLE "email_token" ADD CONSTRAINT "email_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_category_code_fkey" FOREIGN KEY ("category_code") REFERENCES "category"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_provider_slug_fkey" FOREIGN KEY ("provider_slug") REFERENCES "provider"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_platform_slug_fkey" FOREIGN KEY ("platform_slug") REFERENCES "platform"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_question" ADD CONSTRAINT "quiz_question_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "incentive_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "ledger_transfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "id_document" ADD CONSTRAINT "id_document_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "registration"("participant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_answer" ADD CONSTRAINT "test_answer_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "test_attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_answer" ADD CONSTRAINT "test_answer_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "test_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_candidate" ADD CONSTRAINT "draw_candidate_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "draw"("wave_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wave" ADD CONSTRAINT "wave_scheme_code_fkey" FOREIGN KEY ("scheme_code") REFERENCES "scheme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wave_entry" ADD CONSTRAINT "wave_entry_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;