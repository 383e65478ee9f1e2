-- CreateEnum
CREATE TYPE "register" AS ENUM ('population', 'education', 'social_aid', 'occupation', 'blacklist', 'priority');

-- CreateEnum
CREATE TYPE "register_answer_status" AS ENUM ('waiting', 'answered');

-- AlterTable
ALTER TABLE "verification" ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "register_answer" (
    "participant_id" UUID NOT NULL,
    "register" "register" NOT NULL,
    "status" "register_answer_status" NOT NULL DEFAULT 'waiting',
    "answer" JSONB,
    "input_fingerprint" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "register_answer_pkey" PRIMARY KEY ("participant_id","register")
);

-- AddForeignKey
ALTER TABLE "register_answer" ADD CONSTRAINT "register_answer_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "verification"("participant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A question waits for its answer and is due at some moment, or it is answered for a while: nothing between.
ALTER TABLE register_answer ADD CONSTRAINT register_answer_whole CHECK (
  CASE status
    WHEN 'answered' THEN num_nulls(answer, asked_at, answered_at, expires_at) = 0 AND next_attempt_at IS NULL
    ELSE num_nonnulls(answer, answered_at, expires_at) = 0 AND next_attempt_at IS NOT NULL
  END
);
ALTER TABLE register_answer ADD CONSTRAINT register_answer_attempts CHECK (attempts >= 0 AND (attempts > 0) = (asked_at IS NOT NULL));
ALTER TABLE register_answer ADD CONSTRAINT register_answer_age CHECK (expires_at > answered_at);
ALTER TABLE register_answer ADD CONSTRAINT register_answer_fingerprint CHECK (octet_length(input_fingerprint) = 32);

-- Whoever is not simply verified is told why; a review has a reason too.
ALTER TABLE verification DROP CONSTRAINT verification_reason;
ALTER TABLE verification ADD CONSTRAINT verification_reason CHECK (status NOT IN ('refused', 'in_review') OR reason IS NOT NULL);
ALTER TABLE verification ADD CONSTRAINT verification_attempts CHECK (attempts >= 0);
