-- CreateTable
CREATE TABLE "sign_up" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL,
    "email" TEXT,
    "phone_cipher" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_up_email_idx" ON "sign_up"("email");

-- CreateIndex
CREATE INDEX "sign_up_created_at_idx" ON "sign_up"("created_at");

-- One contact, and a password as long as no account has it.
ALTER TABLE sign_up ADD CONSTRAINT sign_up_one_contact CHECK (num_nonnulls(email, phone_cipher) = 1);
ALTER TABLE sign_up ADD CONSTRAINT sign_up_password_moves CHECK ((completed_at IS NULL) = (password_hash IS NOT NULL));

-- A sign-up becomes an account once.
CREATE FUNCTION sign_up_completes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.completed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a sign-up becomes an account once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sign_up_completes_once BEFORE UPDATE ON sign_up FOR EACH ROW EXECUTE FUNCTION sign_up_completes_once();
