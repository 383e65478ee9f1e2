-- CreateEnum
CREATE TYPE "recovery_kind" AS ENUM ('contact', 'identity');

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "browser" TEXT,
    "system" TEXT,
    "network_cipher" BYTEA NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "account_id" UUID NOT NULL,
    "secret_cipher" BYTEA,
    "pending_cipher" BYTEA,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,
    "recovery_batch" UUID,
    "recovery_made_at" TIMESTAMPTZ(3),
    "recovery_kept_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "account_id" UUID NOT NULL,
    "batch" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("account_id","batch","number")
);

-- CreateTable
CREATE TABLE "access_guard" (
    "subject" TEXT NOT NULL,
    "failures" SMALLINT NOT NULL DEFAULT 0,
    "window_started_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),
    "pauses" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "access_guard_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "id" UUID NOT NULL,
    "challenge" TEXT NOT NULL,
    "account_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_request" (
    "id" UUID NOT NULL,
    "kind" "recovery_kind" NOT NULL,
    "subject_index" BYTEA NOT NULL,
    "details_cipher" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_account_id_started_at_idx" ON "session"("account_id", "started_at");

-- CreateIndex
CREATE INDEX "access_guard_window_started_at_idx" ON "access_guard"("window_started_at");

-- CreateIndex
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");

-- CreateIndex
CREATE INDEX "passkey_challenge_created_at_idx" ON "passkey_challenge"("created_at");

-- CreateIndex
CREATE INDEX "recovery_request_subject_index_asked_at_idx" ON "recovery_request"("subject_index", "asked_at");

-- CreateIndex
CREATE INDEX "recovery_request_asked_at_idx" ON "recovery_request"("asked_at");

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "second_factor"("account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One account's sessions, app and keys go where the account goes.
ALTER TABLE session ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;
ALTER TABLE second_factor ADD CONSTRAINT second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;
ALTER TABLE passkey ADD CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;

ALTER TABLE session ADD CONSTRAINT session_times CHECK (last_seen_at >= started_at AND (second_factor_at IS NULL OR second_factor_at >= started_at) AND (ended_at IS NULL OR ended_at >= started_at));
ALTER TABLE second_factor ADD CONSTRAINT second_factor_whole CHECK ((secret_cipher IS NULL) = (confirmed_at IS NULL) AND (secret_cipher IS NULL) = (recovery_batch IS NULL) AND (recovery_batch IS NULL) = (recovery_made_at IS NULL));
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_ten CHECK (number BETWEEN 0 AND 9);
ALTER TABLE access_guard ADD CONSTRAINT access_guard_counts CHECK (failures >= 0 AND pauses >= 0);
ALTER TABLE passkey ADD CONSTRAINT passkey_counter CHECK (counter >= 0);
ALTER TABLE recovery_request ADD CONSTRAINT recovery_request_forgets CHECK ((details_cipher IS NULL) = (answered_at IS NOT NULL));

-- A session that ended, a recovery code that was used and a half minute that was taken never come back.
CREATE FUNCTION session_stays_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
    RAISE EXCEPTION 'a session that ended stays ended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_stays_ended BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION session_stays_ended();

CREATE FUNCTION recovery_code_used_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL THEN
    RAISE EXCEPTION 'a recovery code is used once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recovery_code_used_once BEFORE UPDATE ON recovery_code FOR EACH ROW EXECUTE FUNCTION recovery_code_used_once();

CREATE FUNCTION second_factor_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.secret_cipher = OLD.secret_cipher AND OLD.last_step IS NOT NULL AND NEW.last_step IS DISTINCT FROM OLD.last_step
     AND (NEW.last_step IS NULL OR NEW.last_step <= OLD.last_step) THEN
    RAISE EXCEPTION 'a half minute counts once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER second_factor_goes_forward BEFORE UPDATE ON second_factor FOR EACH ROW EXECUTE FUNCTION second_factor_goes_forward();
