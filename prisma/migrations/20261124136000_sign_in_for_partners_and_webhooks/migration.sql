-- CreateEnum
CREATE TYPE "sso_token_kind" AS ENUM ('access', 'refresh');

-- CreateTable
CREATE TABLE "sso_grant" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "client_code" TEXT NOT NULL,
    "scopes" TEXT[],
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "sso_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sso_code" (
    "id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "grant_id" UUID NOT NULL,
    "return_to" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sso_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sso_token" (
    "mark" TEXT NOT NULL,
    "grant_id" UUID NOT NULL,
    "kind" "sso_token_kind" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sso_token_pkey" PRIMARY KEY ("mark")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "client_code" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "delivered_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "delivery_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" SMALLINT,
    "failure" TEXT,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateIndex
CREATE INDEX "sso_grant_participant_id_granted_at_idx" ON "sso_grant"("participant_id", "granted_at");

-- CreateIndex
CREATE UNIQUE INDEX "sso_code_mark_key" ON "sso_code"("mark");

-- CreateIndex
CREATE INDEX "sso_code_grant_id_idx" ON "sso_code"("grant_id");

-- CreateIndex
CREATE INDEX "sso_code_expires_at_idx" ON "sso_code"("expires_at");

-- CreateIndex
CREATE INDEX "sso_token_grant_id_idx" ON "sso_token"("grant_id");

-- CreateIndex
CREATE INDEX "sso_token_expires_at_idx" ON "sso_token"("expires_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_next_at_idx" ON "webhook_delivery"("next_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_client_code_id_idx" ON "webhook_delivery"("client_code", "id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_client_code_event_subject_key" ON "webhook_delivery"("client_code", "event", "subject");

-- AddForeignKey
ALTER TABLE "sso_code" ADD CONSTRAINT "sso_code_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "sso_grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sso_token" ADD CONSTRAINT "sso_token_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "sso_grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Invariants. A grant is of somebody, for a known application, and ends for a reason, once.
ALTER TABLE sso_grant ADD CONSTRAINT sso_grant_of_account_fkey FOREIGN KEY (participant_id) REFERENCES account (id) ON DELETE CASCADE;
ALTER TABLE sso_grant ADD CONSTRAINT sso_grant_for_client_fkey FOREIGN KEY (client_code) REFERENCES partner_client (code);
ALTER TABLE sso_grant ADD CONSTRAINT sso_grant_shape CHECK (
  cardinality(scopes) > 0 AND scopes <@ ARRAY['name', 'email', 'prakerjaid', 'notelp']
  AND (ended_at IS NULL) = (ended_by IS NULL));
-- One open grant a person and application.
CREATE UNIQUE INDEX sso_grant_open ON sso_grant (participant_id, client_code) WHERE ended_at IS NULL;
-- A code or a token that was used stays used, and an ended grant stays ended.
CREATE FUNCTION sso_stays_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL AND NEW.used_at IS DISTINCT FROM OLD.used_at OR NEW.expires_at > OLD.expires_at THEN
    RAISE EXCEPTION 'a code or token of a sign-in is good once and not for longer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sso_code_stays_used BEFORE UPDATE ON sso_code FOR EACH ROW EXECUTE FUNCTION sso_stays_used();
CREATE TRIGGER sso_token_stays_used BEFORE UPDATE ON sso_token FOR EACH ROW EXECUTE FUNCTION sso_stays_used();
CREATE FUNCTION sso_grant_stays_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR NEW.scopes IS DISTINCT FROM OLD.scopes
    OR (NEW.participant_id, NEW.client_code) IS DISTINCT FROM (OLD.participant_id, OLD.client_code) THEN
    RAISE EXCEPTION 'a consent neither grows nor comes back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sso_grant_stays_ended BEFORE UPDATE ON sso_grant FOR EACH ROW EXECUTE FUNCTION sso_grant_stays_ended();
-- A delivery either waits, arrived or was given up; what was tried stays written down.
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_for_client_fkey FOREIGN KEY (client_code) REFERENCES partner_client (code);
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_state CHECK (num_nonnulls(next_at, delivered_at, given_up_at) = 1 AND tries >= 0);
ALTER TABLE webhook_attempt ADD CONSTRAINT webhook_attempt_outcome CHECK (number > 0 AND (status IS NOT NULL OR failure IS NOT NULL));
CREATE TRIGGER webhook_attempt_only_grows BEFORE UPDATE OR DELETE ON webhook_attempt FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER webhook_attempt_keeps_all BEFORE TRUNCATE ON webhook_attempt EXECUTE FUNCTION only_grows();
