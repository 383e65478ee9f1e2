-- CreateEnum
CREATE TYPE "test_item_state" AS ENUM ('draft', 'in_review', 'approved', 'retired');

-- CreateEnum
CREATE TYPE "test_item_step" AS ENUM ('submitted', 'returned', 'approved', 'retired');

-- CreateEnum
CREATE TYPE "test_attempt_step" AS ENUM ('drawn', 'submitted');

-- AlterTable
ALTER TABLE "test_item" ADD COLUMN     "approved_by" UUID,
ADD COLUMN     "author_id" UUID,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "exposure_limit" SMALLINT,
ADD COLUMN     "family" TEXT,
ADD COLUMN     "image" TEXT,
ADD COLUMN     "image_alt" TEXT,
ADD COLUMN     "state" "test_item_state" NOT NULL DEFAULT 'draft',
ALTER COLUMN "active" SET DEFAULT false;

-- CreateTable
CREATE TABLE "test_item_review" (
    "id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "step" "test_item_step" NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "test_item_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_image" (
    "id" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "test_image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_uncounted" (
    "attempt_id" UUID NOT NULL,
    "step" "test_attempt_step" NOT NULL,

    CONSTRAINT "test_uncounted_pkey" PRIMARY KEY ("step","attempt_id")
);

-- CreateTable
CREATE TABLE "test_day" (
    "day" DATE NOT NULL,
    "attempts" INTEGER NOT NULL,

    CONSTRAINT "test_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "test_item_exposure" (
    "item_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "attempts" INTEGER NOT NULL,

    CONSTRAINT "test_item_exposure_pkey" PRIMARY KEY ("item_id","day")
);

-- CreateTable
CREATE TABLE "test_item_measure" (
    "item_id" TEXT NOT NULL,
    "answers" INTEGER NOT NULL,
    "omitted" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "rest_sum" BIGINT NOT NULL,
    "rest_squares" BIGINT NOT NULL,
    "rest_of_right" BIGINT NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "test_item_measure_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "test_item_choice" (
    "item_id" TEXT NOT NULL,
    "choice" SMALLINT NOT NULL,
    "answers" INTEGER NOT NULL,
    "rest_sum" BIGINT NOT NULL,

    CONSTRAINT "test_item_choice_pkey" PRIMARY KEY ("item_id","choice")
);

-- CreateTable
CREATE TABLE "test_item_time" (
    "item_id" TEXT NOT NULL,
    "bucket" SMALLINT NOT NULL,
    "answers" INTEGER NOT NULL,

    CONSTRAINT "test_item_time_pkey" PRIMARY KEY ("item_id","bucket")
);

-- CreateTable
CREATE TABLE "test_item_import" (
    "id" UUID NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "file_name" TEXT NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "refused" JSONB NOT NULL,

    CONSTRAINT "test_item_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "test_item_review_item_id_at_idx" ON "test_item_review"("item_id", "at");

-- CreateIndex
CREATE INDEX "test_item_import_at_idx" ON "test_item_import"("at");

-- CreateIndex
CREATE INDEX "test_item_state_code_idx" ON "test_item"("state", "code");

-- AddForeignKey
ALTER TABLE "test_item" ADD CONSTRAINT "test_item_image_fkey" FOREIGN KEY ("image") REFERENCES "test_image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_item_review" ADD CONSTRAINT "test_item_review_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "test_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_item_exposure" ADD CONSTRAINT "test_item_exposure_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "test_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_item_measure" ADD CONSTRAINT "test_item_measure_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "test_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_item_choice" ADD CONSTRAINT "test_item_choice_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "test_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_item_time" ADD CONSTRAINT "test_item_time_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "test_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was drawn until now counts as approved; what was taken out of use, as retired.
UPDATE test_item SET state = CASE WHEN active THEN 'approved' ELSE 'retired' END::test_item_state;

-- The rules of the bank that hold whatever the code does. Each has a test that sees it refuse.
ALTER TABLE test_item ADD CONSTRAINT test_item_drawn_is_approved CHECK (NOT active OR state = 'approved');
ALTER TABLE test_item ADD CONSTRAINT test_item_two_persons CHECK (approved_by IS NULL OR (author_id IS NOT NULL AND approved_by <> author_id));
ALTER TABLE test_item ADD CONSTRAINT test_item_approved_by_somebody CHECK (state <> 'approved' OR author_id IS NULL OR approved_by IS NOT NULL);
ALTER TABLE test_item ADD CONSTRAINT test_item_draft_has_author CHECK (author_id IS NOT NULL OR state IN ('approved', 'retired'));
ALTER TABLE test_item ADD CONSTRAINT test_item_picture_told CHECK ((image IS NULL) = (image_alt IS NULL));
ALTER TABLE test_item ADD CONSTRAINT test_item_exposure_limit CHECK (exposure_limit IS NULL OR (exposure_limit BETWEEN 1 AND 100 AND kind <> 'motivation'));
ALTER TABLE test_item ADD CONSTRAINT test_item_shape CHECK (version > 0 AND difficulty BETWEEN 1 AND 3 AND cardinality(options) BETWEEN 2 AND 10);
-- One version of an item is drawn, and one is being written, at a time.
CREATE UNIQUE INDEX test_item_one_approved ON test_item (code) WHERE state = 'approved';
CREATE UNIQUE INDEX test_item_one_open ON test_item (code) WHERE state IN ('draft', 'in_review');

-- An item goes its way, and says the same for ever once it is no draft any more: old attempts are scored by what was asked.
CREATE FUNCTION test_item_goes_its_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('draft', 'in_review'), ('draft', 'retired'), ('in_review', 'draft'), ('in_review', 'approved'), ('approved', 'retired')
  ) THEN
    RAISE EXCEPTION 'item % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW.code, NEW.version, NEW.author_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.code, OLD.version, OLD.author_id, OLD.created_at)
     OR (NEW.approved_by IS DISTINCT FROM OLD.approved_by AND NOT (OLD.state = 'in_review' AND NEW.state = 'approved')) THEN
    RAISE EXCEPTION 'who wrote and approved item % stays', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state <> 'draft' AND
     (NEW.kind, NEW.stem, NEW.passage, NEW.options, NEW.answer, NEW.explanation, NEW.difficulty, NEW.pair_code, NEW.reversed, NEW.image, NEW.image_alt)
     IS DISTINCT FROM
     (OLD.kind, OLD.stem, OLD.passage, OLD.options, OLD.answer, OLD.explanation, OLD.difficulty, OLD.pair_code, OLD.reversed, OLD.image, OLD.image_alt) THEN
    RAISE EXCEPTION 'item % is no draft any more: write a new version', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER test_item_goes_its_way BEFORE UPDATE ON test_item FOR EACH ROW EXECUTE FUNCTION test_item_goes_its_way();
-- It begins as a draft; only what comes with the portal, which has no author, begins approved.
CREATE FUNCTION test_item_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.approved_by IS NOT NULL OR NEW.state::text <> (CASE WHEN NEW.author_id IS NULL THEN 'approved' ELSE 'draft' END) THEN
    RAISE EXCEPTION 'item % begins as a draft', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER test_item_begins BEFORE INSERT ON test_item FOR EACH ROW EXECUTE FUNCTION test_item_begins();
CREATE TRIGGER test_item_stays BEFORE DELETE ON test_item FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER test_item_review_only_grows BEFORE UPDATE OR DELETE ON test_item_review FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER test_item_review_keeps_all BEFORE TRUNCATE ON test_item_review EXECUTE FUNCTION only_grows();

-- A picture is what its hash says, and stays that.
ALTER TABLE test_image ADD CONSTRAINT test_image_is_its_hash CHECK (id = left(encode(sha256(bytes), 'hex'), 32));
ALTER TABLE test_image ADD CONSTRAINT test_image_kind CHECK (content_type IN ('image/jpeg', 'image/svg+xml'));
CREATE TRIGGER test_image_only_grows BEFORE UPDATE OR DELETE ON test_image FOR EACH ROW EXECUTE FUNCTION only_grows();

-- Every attempt is counted once when it is drawn and once when it is handed in, by whichever way it was written.
CREATE FUNCTION test_attempt_to_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO test_uncounted (attempt_id, step) VALUES (NEW.id, 'drawn');
    IF NEW.submitted_at IS NOT NULL THEN
      INSERT INTO test_uncounted (attempt_id, step) VALUES (NEW.id, 'submitted');
    END IF;
  ELSE
    INSERT INTO test_uncounted (attempt_id, step) VALUES (NEW.id, 'submitted');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER test_attempt_drawn AFTER INSERT ON test_attempt FOR EACH ROW EXECUTE FUNCTION test_attempt_to_count();
CREATE TRIGGER test_attempt_submitted AFTER UPDATE ON test_attempt FOR EACH ROW
  WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION test_attempt_to_count();
INSERT INTO test_uncounted (attempt_id, step) SELECT id, 'drawn' FROM test_attempt;
INSERT INTO test_uncounted (attempt_id, step) SELECT id, 'submitted' FROM test_attempt WHERE submitted_at IS NOT NULL;
