-- CreateEnum
CREATE TYPE "sheet_format" AS ENUM ('xlsx', 'csv');

-- CreateEnum
CREATE TYPE "bulk_file_status" AS ENUM ('received', 'checking', 'checked', 'undoing', 'undone', 'failed');

-- CreateEnum
CREATE TYPE "bulk_row_status" AS ENUM ('taken', 'refused', 'undone', 'kept');

-- CreateTable
CREATE TABLE "bulk_file" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "regency_code" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "format" "sheet_format" NOT NULL,
    "storage_key" TEXT,
    "consent_version" SMALLINT NOT NULL,
    "unknown_columns" TEXT[],
    "status" "bulk_file_status" NOT NULL DEFAULT 'received',
    "failure" TEXT,
    "rows_total" INTEGER,
    "last_row" INTEGER NOT NULL DEFAULT 0,
    "rows_taken" INTEGER NOT NULL DEFAULT 0,
    "rows_refused" INTEGER NOT NULL DEFAULT 0,
    "rows_undone" INTEGER NOT NULL DEFAULT 0,
    "rows_kept" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "progressed_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_row" (
    "bulk_file_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "status" "bulk_row_status" NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "participant_id" UUID,

    CONSTRAINT "bulk_row_pkey" PRIMARY KEY ("bulk_file_id","row_number")
);

-- CreateIndex
CREATE INDEX "bulk_file_regency_code_id_idx" ON "bulk_file"("regency_code", "id");

-- CreateIndex
CREATE INDEX "bulk_file_status_progressed_at_idx" ON "bulk_file"("status", "progressed_at");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_row_participant_id_key" ON "bulk_row"("participant_id");

-- CreateIndex
CREATE INDEX "bulk_row_bulk_file_id_status_row_number_idx" ON "bulk_row"("bulk_file_id", "status", "row_number");

-- AddForeignKey
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_bulk_file_id_fkey" FOREIGN KEY ("bulk_file_id") REFERENCES "bulk_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES account (id);
ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_regency_code_fkey FOREIGN KEY (regency_code) REFERENCES area (code);
ALTER TABLE bulk_row ADD CONSTRAINT bulk_row_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES account (id);

-- The same list twice makes no double, unless the first was undone or could not be read.
CREATE UNIQUE INDEX bulk_file_once ON bulk_file (regency_code, file_hash) WHERE status NOT IN ('undone', 'failed');

-- The counts add up, and every state has what it must have.
ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_counts CHECK (
  least(last_row, rows_taken, rows_refused, rows_undone, rows_kept) >= 0
  AND rows_taken + rows_refused <= coalesce(rows_total, 0)
  AND rows_undone + rows_kept <= rows_taken
  AND (status IN ('undoing', 'undone') OR rows_undone + rows_kept = 0));
ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_whole CHECK (
  status NOT IN ('checked', 'undoing', 'undone') OR rows_taken + rows_refused = rows_total);
ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_undone_whole CHECK (
  (status = 'undone') = (undone_at IS NOT NULL) AND (status <> 'undone' OR rows_undone + rows_kept = rows_taken));
ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_finished CHECK (
  (status IN ('received', 'checking')) = (finished_at IS NULL) AND finished_at >= received_at AND undone_at >= finished_at);
ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_failed CHECK (
  (status = 'failed') = (failure IS NOT NULL) AND (status <> 'failed' OR rows_taken + rows_refused = 0));
ALTER TABLE bulk_file ADD CONSTRAINT bulk_file_consent CHECK (consent_version > 0);
ALTER TABLE bulk_row ADD CONSTRAINT bulk_row_number CHECK (row_number > 1);
ALTER TABLE bulk_row ADD CONSTRAINT bulk_row_outcome CHECK (
  (status IN ('taken', 'kept')) = (participant_id IS NOT NULL)
  AND jsonb_typeof(reasons) = 'array' AND (status = 'refused') = (reasons <> '[]'));

-- A row is decided once; after that a taken one may be undone or, where somebody works on it, kept.
CREATE FUNCTION bulk_row_is_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'taken' OR NEW.status NOT IN ('undone', 'kept') THEN
    RAISE EXCEPTION 'a row of a list is decided once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bulk_row_is_decided_once BEFORE UPDATE ON bulk_row FOR EACH ROW EXECUTE FUNCTION bulk_row_is_decided_once();
