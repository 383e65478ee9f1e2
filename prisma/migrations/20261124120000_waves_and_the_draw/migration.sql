-- CreateEnum
CREATE TYPE "draw_party" AS ENUM ('operator', 'witness', 'public');

-- CreateEnum
CREATE TYPE "selection_step" AS ENUM ('freeze', 'draw', 'publish');

-- CreateEnum
CREATE TYPE "objection_outcome" AS ENUM ('upheld', 'rejected');

-- CreateEnum
CREATE TYPE "wave_kind" AS ENUM ('regular', 'recovery');

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'witness';

-- A wave's life has more steps; the type is made anew so that its values stand in their order.
ALTER TYPE "wave_status" RENAME TO "wave_status_before";
CREATE TYPE "wave_status" AS ENUM ('draft', 'scheduled', 'open', 'closed', 'frozen', 'drawn', 'reviewed', 'decided', 'published', 'archived');
ALTER TABLE "wave" ALTER COLUMN "status" TYPE "wave_status" USING "status"::text::"wave_status";
DROP TYPE "wave_status_before";

-- The draw by the first rule had one seed of the portal's own and no list that anyone could check. It was used in
-- demonstrations only; no recipient of a real wave rests on it.
DROP TABLE "draw_candidate";
DROP TABLE "draw";

-- CreateTable
CREATE TABLE "draw" (
    "wave_id" UUID NOT NULL,
    "rule" SMALLINT NOT NULL,
    "seed" BYTEA NOT NULL,
    "selected_count" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_by" UUID NOT NULL,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("wave_id")
);

-- AlterTable
ALTER TABLE "wave" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "frozen_at" TIMESTAMPTZ(3),
ADD COLUMN     "kind" "wave_kind" NOT NULL DEFAULT 'regular',
ADD COLUMN     "parameters" JSONB,
ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN     "rule_version" SMALLINT;

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "selection_run" (
    "wave_id" UUID NOT NULL,
    "step" "selection_step" NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "selection_run_pkey" PRIMARY KEY ("wave_id","step")
);

-- CreateTable
CREATE TABLE "wave_exclusion" (
    "wave_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "excluded_by" UUID NOT NULL,
    "excluded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wave_exclusion_pkey" PRIMARY KEY ("wave_id","participant_id")
);

-- CreateTable
CREATE TABLE "frozen_entry" (
    "wave_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "recipient" BOOLEAN NOT NULL,
    "blacklisted" BOOLEAN NOT NULL,
    "excluded_occupation" BOOLEAN NOT NULL,
    "in_education" BOOLEAN NOT NULL,
    "other_aid" BOOLEAN NOT NULL,
    "laid_off" BOOLEAN NOT NULL,
    "excluded" BOOLEAN NOT NULL,
    "birth_date" DATE,
    "province_code" TEXT,
    "family_card_index" BYTEA,
    "family_recipients" SMALLINT NOT NULL,
    "refusal" TEXT,

    CONSTRAINT "frozen_entry_pkey" PRIMARY KEY ("wave_id","participant_id")
);

-- CreateTable
CREATE TABLE "draw_list" (
    "wave_id" UUID NOT NULL,
    "rule" SMALLINT NOT NULL,
    "salt" BYTEA NOT NULL,
    "entry_count" INTEGER NOT NULL,
    "refused_count" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by" UUID NOT NULL,

    CONSTRAINT "draw_list_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "draw_leaf" (
    "wave_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "participant_id" UUID NOT NULL,
    "entry" BYTEA NOT NULL,
    "province_code" TEXT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "weight" SMALLINT NOT NULL,
    "family" BYTEA NOT NULL,
    "family_taken" SMALLINT NOT NULL,
    "leaf" BYTEA NOT NULL,
    "crowd" INTEGER,

    CONSTRAINT "draw_leaf_pkey" PRIMARY KEY ("wave_id","position")
) PARTITION BY LIST ("wave_id");

-- CreateTable
CREATE TABLE "draw_tree" (
    "wave_id" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "block" INTEGER NOT NULL,
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "draw_tree_pkey" PRIMARY KEY ("wave_id","level","block")
);

-- CreateTable
CREATE TABLE "draw_commitment" (
    "wave_id" UUID NOT NULL,
    "party" "draw_party" NOT NULL,
    "commitment" BYTEA NOT NULL,
    "source" TEXT,
    "known_at" TIMESTAMPTZ(3),
    "committed_by" UUID NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_commitment_pkey" PRIMARY KEY ("wave_id","party")
);

-- CreateTable
CREATE TABLE "draw_reveal" (
    "wave_id" UUID NOT NULL,
    "party" "draw_party" NOT NULL,
    "value" BYTEA NOT NULL,
    "is_fallback" BOOLEAN NOT NULL,
    "revealed_by" UUID,
    "revealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_reveal_pkey" PRIMARY KEY ("wave_id","party")
);

-- CreateTable
CREATE TABLE "draw_place" (
    "wave_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "stratum_rank" INTEGER NOT NULL,
    "outcome" "draw_outcome" NOT NULL,

    CONSTRAINT "draw_place_pkey" PRIMARY KEY ("wave_id","position")
) PARTITION BY LIST ("wave_id");

-- CreateTable
CREATE TABLE "decree" (
    "number" TEXT NOT NULL,
    "wave_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by" UUID,
    "people" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "decree_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "wave_announcement" (
    "wave_id" UUID NOT NULL,
    "after" UUID NOT NULL,
    "told" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "wave_announcement_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "freed_place" (
    "participant_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "freed_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" UUID,
    "recovery_wave" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "freed_place_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "wave_objection" (
    "participant_id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "objection_outcome",
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "wave_objection_pkey" PRIMARY KEY ("participant_id","wave_id")
);

-- CreateTable
CREATE TABLE "wave_quota" (
    "wave_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "places" INTEGER NOT NULL,

    CONSTRAINT "wave_quota_pkey" PRIMARY KEY ("wave_id","province_code","priority")
);

-- CreateIndex
CREATE INDEX "approval_subject_step_idx" ON "approval"("subject", "step");

-- CreateIndex
CREATE UNIQUE INDEX "draw_leaf_wave_id_participant_id_key" ON "draw_leaf"("wave_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_place_wave_id_rank_key" ON "draw_place"("wave_id", "rank");

-- CreateIndex
CREATE INDEX "decree_wave_id_idx" ON "decree"("wave_id");

-- CreateIndex
CREATE UNIQUE INDEX "freed_place_taken_by_key" ON "freed_place"("taken_by");

-- CreateIndex
CREATE INDEX "freed_place_wave_id_idx" ON "freed_place"("wave_id");

-- CreateIndex
CREATE INDEX "freed_place_settled_at_idx" ON "freed_place"("settled_at");

-- CreateIndex
CREATE INDEX "wave_objection_answered_at_filed_at_idx" ON "wave_objection"("answered_at", "filed_at");

-- AddForeignKey
ALTER TABLE "wave_quota" ADD CONSTRAINT "wave_quota_wave_id_fkey" FOREIGN KEY ("wave_id") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Waves that were opened already keep the scheme as it is now; what was drawn was drawn by the first rule.
UPDATE "wave" SET "parameters" = "scheme"."parameters",
  "rule_version" = CASE WHEN "wave"."status" IN ('drawn', 'published') THEN 1 ELSE 2 END,
  "decided_at" = "published_at", "reviewed_at" = "published_at", "frozen_at" = "drawn_at"
FROM "scheme" WHERE "scheme"."code" = "wave"."scheme_code" AND "wave"."status" NOT IN ('draft', 'scheduled');
